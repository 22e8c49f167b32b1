import type { CatalogueChangeBody, CataloguePreview } from '@open12345/contract/catalogue'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dateText } from '@open12345/ui/time-text.ts'
import { useFocusIfLost } from '../../parts/use-focus.ts'

const said = words({
  title: ['将会怎样', 'What will happen'],
  changes: ['{on} 起，这里的这个事项由{before}改为{after}承办。', 'From {on} on {after} handles it here, until then {before}.'],
  same: ['{on} 起，仍由{after}承办。', 'From {on} on {after} still handles it here.'],
  afterUntil: ['{until} 起，由{unit}承办。', 'From {until} on {unit} handles it.'],
  nobody: ['没有单位', 'nobody'],
  running: ['正在办的 {count} 件不动，由原单位办完。', 'Orders at work stay where they are: {count}.'],
  past: [
    '过去的不改写；派单建议从那一天起跟着变。',
    'The past is not rewritten; what the dispatcher is suggested follows from that day on.',
  ],
  told: ['{unit}的 {people} 人在派单目录里看得到这项变更。', 'Whoever works for {unit} reads of it in the catalogue: {people}.'],
  untold: ['{unit}在平台上没有人员，请另行告知。', '{unit} has nobody on the platform: tell it otherwise.'],
  review: ['还要另一个人审定，审定以前什么也不变。', 'Somebody else has to accept it; nothing changes until then.'],
})

type Props = { readonly asked: CatalogueChangeBody; readonly preview: CataloguePreview }

/** In sentences, before anybody proposes it. */
export const ProposalPreview = ({ asked, preview }: Props): ReactElement => {
  const text = useWords(said)
  const language = useLanguage()
  const here = useFocusIfLost<HTMLElement>(preview)
  const { before, after, afterUntil, units, openOrders } = preview
  const until = asked.kind === 'set' ? asked.until : null
  const names = { before: before?.name ?? text.nobody, after: after?.name ?? text.nobody, on: dateText(asked.on, language) }
  const lines = [
    fill(before?.unitId === after?.unitId ? text.same : text.changes, names),
    ...(until === null ? [] : [fill(text.afterUntil, { until: dateText(until, language), unit: afterUntil?.name ?? text.nobody })]),
    fill(text.running, { count: openOrders }),
    text.past,
    ...units.map(({ name, people }) => fill(people === 0 ? text.untold : text.told, { unit: name, people })),
    text.review,
  ]
  return (
    <section ref={here} tabIndex={-1} className="catalogue-note" role="status" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
