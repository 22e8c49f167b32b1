import type { OrderView, TimelineEntry } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { fullInstantText, instantText } from '@open12345/ui/time-text.ts'
import { clauseText } from '../../../parts/clause.ts'
import { FileLinks } from '../../file/file-links.tsx'
import { answersToLead } from '../parts-of-order.ts'
import { roleWords } from './role-words.ts'

const said = words({
  title: ['经过', 'History'],
  reply: ['答复（诉求人只看到牵头单位的）', 'Reply (the requester reads the lead’s only)'],
})

/** The matter itself stands at the top of the page already. */
const shownBelow = ({ role }: TimelineEntry['texts'][number]): boolean => role !== 'content' && role !== 'address'

/** 11-3b: with assistants at work, not each reply is one that the requester reads. */
const useRole = (isLed: boolean) => {
  const text = useWords(said)
  const roles = useWords(roleWords)
  return (role: string): string => {
    if (isLed && role === 'reply') return text.reply
    return role in roleWords ? roles[role as keyof typeof roleWords] : role
  }
}

type EntryProps = { readonly entry: TimelineEntry; readonly isLed: boolean }
const Entry = ({ entry, isLed }: EntryProps): ReactElement => {
  const language = useLanguage()
  const roleText = useRole(isLed)
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
          <span className="soft">{roleText(role)}</span>
          <p className="pre">{text}</p>
        </div>
      ))}
      <FileLinks files={entry.files} />
    </li>
  )
}

export const OrderTimeline = ({ order }: { readonly order: OrderView }): ReactElement => {
  const text = useWords(said)
  const isLed = order.assignments.some(answersToLead)
  return (
    <section className="sheet" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ol className="timeline">
        {order.timeline
          .toSorted((one, other) => other.version - one.version)
          .map((entry) => (
            <Entry key={entry.version} entry={entry} isLed={isLed} />
          ))}
      </ol>
    </section>
  )
}
