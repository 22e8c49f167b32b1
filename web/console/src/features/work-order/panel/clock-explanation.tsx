import type { ClockView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { fill, useLanguage, useWords } from '@open12345/ui/language.ts'
import { dueText, fullInstantText } from '@open12345/ui/time-text.ts'
import { clauseText } from '../../../parts/clause.ts'
import { clockName, clockWords } from './clock-words.ts'

export const ClockExplanation = ({ clock }: { readonly clock: ClockView }): ReactElement => {
  const text = useWords(clockWords)
  const language = useLanguage()
  const facts: readonly (readonly [string, string])[] = [
    [text.due, dueText(clock, language)],
    [text.start, fullInstantText(clock.startAt, language)],
    ...(clock.metAt === null ? [] : [[text.metAt, `${fullInstantText(clock.metAt, language)} · ${text[clock.outcome]}`] as const]),
    [text.clause, clauseText(clock.clause)],
    [text.pack, clock.pack],
    [text.calendar, clock.calendar],
  ]
  return (
    <>
      <h2>{clockName(text, clock.kind)}</h2>
      {clock.provisional ? <p className="provisional-note">{text.provisionalNote}</p> : null}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {clock.earlierDue.map((due) => (
        <p key={due.dueAt}>{fill(text.earlier, { due: dueText(due, language) })}</p>
      ))}
      <h3>{text.how}</h3>
      <ol className="explanation">
        {clock.explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </>
  )
}
