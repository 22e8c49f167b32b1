import type { OrderRow } from '@open12345/contract/work-order'
import type { TopicView } from '@open12345/contract/topic'
import { Link } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { fill, useLanguage, useWords } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { useMay } from '../../api/session.ts'
import { DueNote } from '../../parts/due.tsx'
import { OrderRows } from '../../parts/order-rows.tsx'
import { DayCounts } from './day-counts.tsx'
import { TopicSteps } from './topic-steps.tsx'
import { topicWords } from './topic-words.ts'

const openOrder = (row: OrderRow, className: string, children: ReactNode): ReactElement => (
  <Link to="/orders/$orderId" params={{ orderId: row.orderId }} className={className}>
    {children}
  </Link>
)

type Warning = NonNullable<TopicView['warning']>

const WarningNote = ({ warning }: { readonly warning: Warning }): ReactElement => {
  const text = useWords(topicWords)
  const language = useLanguage()
  const { state, reasons, owner, ownerUnitName, raisedAt, dueAt, dueOn, incidentId, reason } = warning
  return (
    <div className={state === 'open' ? 'topic-warning topic-warning-open' : 'topic-warning'}>
      <p className="incident-facts">
        <span className={state === 'open' ? 'tag tag-near' : 'tag'}>{text[state]}</span>
        {reasons.map((one) => (
          <span key={one} className="tag">
            {text[one]}
          </span>
        ))}
        <span className="soft">{fill(text.warned, { at: instantText(raisedAt, language) })}</span>
        {state === 'open' ? (
          <>
            <span>{fill(text.owner, { name: ownerUnitName ?? text[owner] })}</span>
            <DueNote due={{ dueAt, dueOn, startAt: raisedAt }} />
          </>
        ) : null}
        {incidentId === null ? null : (
          <Link to="/incidents/$incidentId" params={{ incidentId }}>
            {text.incident}
          </Link>
        )}
      </p>
      {reason === null ? null : (
        <p className="topic-reason">
          <span className="soft">{text.reason}</span> {reason}
        </p>
      )}
    </div>
  )
}

type Props = { readonly topic: TopicView; readonly latelyDays: number }

export const TopicCard = ({ topic, latelyDays }: Props): ReactElement => {
  const text = useWords(topicWords)
  const language = useLanguage()
  const may = useMay()
  const { shared, placeName, messages, people, lately, firstAt, lastAt, days, samples, warning } = topic
  const name = shared.length === 0 ? text.unnamed : shared.join(' · ')
  const span = fill(text.span, { from: instantText(firstAt, language), to: instantText(lastAt, language) })
  return (
    <li className="sheet topic">
      <div className="topic-head">
        <div className="topic-named">
          <h2>{name}</h2>
          <p className="incident-facts">
            <strong>{fill(text.messages, { count: messages })}</strong>
            <span>{fill(text.people, { count: people })}</span>
            <span>{fill(text.lately, { days: latelyDays, count: lately })}</span>
            <span className="soft">{[placeName ?? text.several, span].join(' · ')}</span>
          </p>
        </div>
        <DayCounts days={days} />
      </div>
      {warning === null ? null : <WarningNote warning={warning} />}
      {warning?.state === 'open' && may('topic.decide') ? <TopicSteps topic={topic} /> : null}
      <details className="topic-samples">
        <summary>{text.samples}</summary>
        <OrderRows rows={samples} label={`${text.samples}：${name}`} showStage link={openOrder} />
      </details>
    </li>
  )
}
