import type { TimelineEntry } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText, instantText } from '@open12345/ui/time-text.ts'
import { clauseText } from '../../../parts/clause.ts'
import { FileLinks } from '../../file/file-links.tsx'
import { roleWords } from './role-words.ts'

const said = words({ title: ['经过', 'History'] })

/** The matter itself stands at the top of the page already. */
const shownBelow = ({ role }: TimelineEntry['texts'][number]): boolean => role !== 'content' && role !== 'address'

const Entry = ({ entry }: { readonly entry: TimelineEntry }): ReactElement => {
  const language = useLanguage()
  const roles = useWords(roleWords)
  return (
    <li>
      <div className="timeline-head">
        <time dateTime={entry.at} title={fullInstantText(entry.at, language)}>
          {instantText(entry.at, language)}
        </time>
        <strong>{entry.title}</strong>
        <span className="soft">
          {entry.by}
          {entry.clause === null ? '' : ` · ${clauseText(entry.clause)}`}
        </span>
      </div>
      {entry.texts.filter(shownBelow).map(({ role, text }) => (
        <div key={role + text} className={role === 'internal' ? 'internal-words' : 'timeline-text'}>
          <span className="soft">{role in roleWords ? roles[role as keyof typeof roleWords] : role}</span>
          <p className="pre">{text}</p>
        </div>
      ))}
      <FileLinks files={entry.files} />
    </li>
  )
}

export const OrderTimeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactElement => {
  const text = useWords(said)
  return (
    <section className="sheet" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ol className="timeline">
        {entries
          .toSorted((one, other) => other.version - one.version)
          .map((entry) => (
            <Entry key={entry.version} entry={entry} />
          ))}
      </ol>
    </section>
  )
}
