import type { KnowledgeGap } from '@open12345/contract/knowledge'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { Answered, Nothing } from '../../parts/states.tsx'
import { useFocusAfter } from '../../parts/use-focus.ts'
import { AskOwner } from './ask-owner.tsx'
import { ReasonStep } from './reason-step.tsx'
import { useGaps, useRefresh } from './use-knowledge.ts'

const said = words({
  title: ['没有答案的问题', 'Asked and not found'],
  note: [
    '群众和坐席查过而没有合适条目的问题，三人以上问过才列出，不含任何个人信息。',
    'What people and seats looked for without finding a good item; shown once three have asked, without anything personal.',
  ],
  none: ['没有这样的问题。', 'There are none.'],
  times: ['{count} 人次', 'Asked {count} times'],
  last: ['最近 {day}', 'Last {day}'],
  alike: ['也有人问：{others}', 'Also asked: {others}'],
  assign: ['请单位提供…', 'Ask a unit for it…'],
  dismiss: ['不需要条目', 'No item is wanted'],
  standard: ['请单位提供标准答案…', 'Ask a unit for a standard answer…'],
})

const Gap = ({ gap }: { readonly gap: KnowledgeGap }): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const refresh = useRefresh()
  const [isAsking, setAsking] = useState(false)
  const button = useFocusAfter<HTMLButtonElement>(isAsking)
  const { question, alike, occasions, lastOn } = gap
  const dismiss = useCommand(
    (reason: string, { idempotencyKey }) => api.dismissKnowledgeGap({ body: { question, reason }, idempotencyKey }),
    refresh,
  )
  return (
    <li className="knowledge-row" aria-label={question}>
      <div className="knowledge-head">
        <h2>{question}</h2>
        <span className="tag">{fill(text.times, { count: occasions })}</span>
        <span className="soft">{fill(text.last, { day: dateText(lastOn, language) })}</span>
      </div>
      {alike.length === 0 ? null : <p className="soft knowledge-said">{fill(text.alike, { others: alike.join('、') })}</p>}
      {isAsking ? (
        <AskOwner kind="gap" question={question} onClose={() => setAsking(false)} />
      ) : (
        <div className="knowledge-steps">
          <Button ref={button} onClick={() => setAsking(true)}>
            {text.assign}
          </Button>
          <ReasonStep
            name={text.dismiss}
            isPending={dismiss.isPending}
            error={dismiss.error}
            onReason={(reason) => dismiss.mutate(reason)}
          />
        </div>
      )}
    </li>
  )
}

/** 第十六条: what is asked and not found; and the standard answer to a hot issue is asked for here. @clause 16b */
export const Gaps = (): ReactElement => {
  const text = useWords(said)
  const [isAsking, setAsking] = useState(false)
  const button = useFocusAfter<HTMLButtonElement>(isAsking)
  return (
    <section className="sheet" aria-label={text.title}>
      <p className="form-note">{text.note}</p>
      {isAsking ? (
        <AskOwner kind="standard-answer" onClose={() => setAsking(false)} />
      ) : (
        <div className="knowledge-steps">
          <Button ref={button} onClick={() => setAsking(true)}>
            {text.standard}
          </Button>
        </div>
      )}
      <Answered asked={useGaps()}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul>
              {items.map((gap) => (
                <Gap key={gap.question} gap={gap} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}
