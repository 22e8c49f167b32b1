import type { Limits } from '@open12345/contract/public-page'
import type { Say } from '../say.ts'

type Told = { readonly say: Say }
export type KindWords = {
  readonly kind: 'consultation' | 'help' | 'complaint' | 'report' | 'suggestion'
  readonly name: string
  readonly means: string
}

/** 第八条（一）, each kind in words that need no explaining. */
export const kindWords = (say: Say): readonly KindWords[] => [
  {
    kind: 'consultation',
    name: say('咨询', 'Question'),
    means: say('想问政策、问怎么办事', 'You want to know a rule or how to do something'),
  },
  {
    kind: 'help',
    name: say('求助', 'Help'),
    means: say('遇到困难，请政府帮忙解决，如停水、路坏、噪声', 'Something needs fixing: no water, a broken road, noise'),
  },
  {
    kind: 'complaint',
    name: say('投诉', 'Complaint'),
    means: say('自己的权益受了损害，或者对服务不满意', 'Your rights were harmed, or a service was bad'),
  },
  {
    kind: 'report',
    name: say('举报', 'Report'),
    means: say('反映违法违规行为；一律保密办理', 'You report something unlawful; always confidential'),
  },
  { kind: 'suggestion', name: say('意见建议', 'Suggestion'), means: say('对政府工作提想法', 'You have an idea for public administration') },
]

export const limitText = (limits: Limits, kind: KindWords['kind'], say: Say): string | null => {
  const span = limits.kinds[kind]
  return span === undefined ? null : say(`${span}内`, `within ${span}`)
}

export const WhatWeTake = ({ say, limits }: Told & { readonly limits: Limits }) => (
  <ul className="kinds">
    {kindWords(say).map(({ kind, name, means }) => (
      <li key={kind}>
        <b>{name}</b>
        <span>{means}</span>
        {limitText(limits, kind, say) === null ? null : <em>{limitText(limits, kind, say)}</em>}
      </li>
    ))}
  </ul>
)
