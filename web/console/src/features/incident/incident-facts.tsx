import type { IncidentView } from '@open12345/contract/incident'
import type { ReactElement, ReactNode } from 'react'
import { fill, useLanguage, useWords } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useSubjectName } from '../../parts/subject-name.ts'
import { incidentWords } from './incident-words.ts'

/** State, what about, where and since when, in one line that wraps. */
export const IncidentFacts = ({ incident }: { readonly incident: IncidentView }): ReactElement => {
  const text = useWords(incidentWords)
  const language = useLanguage()
  const subjectName = useSubjectName()
  const { state, joined, openedAt, overAt, subject, placeName } = incident
  const times = [
    `${text.since} ${instantText(openedAt, language)}`,
    overAt === null ? '' : `${text.ended} ${instantText(overAt, language)}`,
  ]
  return (
    <p className="incident-facts">
      <span className={state === 'open' ? 'tag tag-near' : 'tag'}>{text[state]}</span>
      {joined === null ? null : <strong>{fill(text.joined, { count: joined })}</strong>}
      <span className="soft">{[subjectName(subject), placeName, ...times].filter(Boolean).join(' · ')}</span>
    </p>
  )
}

type SaidProps = { readonly title: string; readonly children: string | null; readonly nothing?: string; readonly after?: ReactNode }
/** What is told about it, as it is written. */
export const Said = ({ title, children, nothing, after }: SaidProps): ReactElement | null =>
  children === null && nothing === undefined ? null : (
    <div className="incident-said">
      <span className="soft">{title}</span>
      {children === null ? <p className="soft">{nothing}</p> : <p className="pre">{children}</p>}
      {after}
    </div>
  )
