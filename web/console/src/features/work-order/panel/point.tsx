import type { ClockView, TimelineEntry } from '@open12345/contract/work-order'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '@open12345/ui/language.ts'
import { DueNote } from '../../../parts/due.tsx'
import { roleWords } from './role-words.ts'

export type Fact = readonly [name: string, value: ReactNode]
type PointProps = {
  readonly title: string
  readonly tone: 'waits' | 'says'
  readonly facts: readonly Fact[]
  readonly due?: ClockView | undefined
  readonly mark?: string | undefined
  readonly next?: string
}
/** One thing that stands: what waits for somebody, or what was said. */
export const Point = ({ title, tone, facts, due, mark, next }: PointProps): ReactElement => (
  <li className={`point point-${tone}`}>
    <div className="point-head">
      <strong>{title}</strong>
      {mark === undefined ? null : <span className="tag tag-near">{mark}</span>}
      {due === undefined || due.metAt !== null ? null : <DueNote due={due} />}
    </div>
    {facts.length === 0 ? null : (
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="pre">{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {next === undefined ? null : <p>{next}</p>}
  </li>
)

/** The words of the newest entry of these kinds that this reader may read. */
export const wordsOf = (timeline: readonly TimelineEntry[], types: readonly string[]): TimelineEntry['texts'] =>
  timeline.findLast(({ type, texts }) => types.includes(type) && texts.length > 0)?.texts ?? []
export const useFacts = () => {
  const roles = useWords(roleWords)
  return (texts: TimelineEntry['texts']): readonly Fact[] =>
    texts.map(({ role, text }) => [role in roleWords ? roles[role as keyof typeof roleWords] : role, text] as const)
}
