import { LockOutlined } from '@ant-design/icons'
import { assignmentRoleLabels, assignmentStatusLabels } from '@open12345/contract/vocabulary'
import type { AssignmentView, OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { dueText } from '@open12345/ui/time-text.ts'
import { FileLinks } from '../../file/file-links.tsx'
import { ModelNote } from '../../model/model-note.tsx'
import { answersToLead, clockOfPart, isActive, isAnswered } from '../parts-of-order.ts'

const said = words({
  title: ['{unit}的答复', 'Reply of {unit}'],
  opinionTitle: ['{unit}的意见', 'What {unit} says'],
  reply: ['答复（诉求人将看到）', 'Reply (the requester reads it)'],
  opinion: ['答复牵头单位（诉求人看不到）', 'Answer to the lead (not shown to the requester)'],
  internal: ['内部说明（诉求人看不到）', 'Internal notes (never shown to the requester)'],
  by: ['起草：{by}', 'Drafted by {by}'],
  approved: ['审核：{by}', 'Approved by {by}'],
  missing: ['还没有回复牵头单位的', 'Who has not answered the lead yet'],
  missingUntil: ['{unit}（{role}），截止 {due}', '{unit} ({role}), due {due}'],
  missingOne: ['{unit}（{role}）', '{unit} ({role})'],
})

/** The words as whoever they are for will read them, and apart from them what stays inside. */
const Reply = ({ part, orderId }: { readonly part: AssignmentView; readonly orderId: string }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const { draft, approvedBy, status, unitName: unit } = part
  if (draft === null) return null
  const isForLead = answersToLead(part)
  const title = fill(isForLead ? text.opinionTitle : text.title, { unit })
  return (
    <section className="sheet" aria-label={title}>
      <h3>
        {title} <span className="tag">{label(assignmentStatusLabels[status])}</span>
      </h3>
      <p className="soft">
        {[fill(text.by, { by: draft.by }), ...(approvedBy === null ? [] : [fill(text.approved, { by: approvedBy })])].join(' · ')}
      </p>
      <ModelNote orderId={orderId} assignmentId={part.assignmentId} />
      <div className={isForLead ? 'lead-words' : 'public-words'}>
        <h4>{isForLead ? text.opinion : text.reply}</h4>
        <p className="pre">{draft.reply}</p>
        <FileLinks files={draft.proof} />
      </div>
      {draft.internal === null ? null : (
        <div className="internal-words">
          <h4>
            <LockOutlined aria-hidden="true" /> {text.internal}
          </h4>
          <p className="pre">{draft.internal}</p>
        </div>
      )}
    </section>
  )
}

/** 11-3b: whom the lead still waits for, and until when. */
const Missing = ({ order }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  const missing = order.assignments.filter((part) => isActive(part) && answersToLead(part) && !isAnswered(part))
  const isShown = order.assignment !== null && !answersToLead(order.assignment) && order.status === 'in-hand'
  if (!isShown || missing.length === 0) return null
  return (
    <section className="sheet" aria-label={text.missing}>
      <h3>{text.missing}</h3>
      <ul>
        {missing.map((part) => {
          const clock = clockOfPart(order, part, ['assist'])
          const facts = { unit: part.unitName, role: label(assignmentRoleLabels[part.role]) }
          return (
            <li key={part.assignmentId}>
              {clock === undefined ? fill(text.missingOne, facts) : fill(text.missingUntil, { ...facts, due: dueText(clock, language) })}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What each unit has written, as far as this reader may read it. */
export const OrderReply = ({ order }: { readonly order: OrderView }): ReactElement => (
  <>
    <Missing order={order} />
    {order.assignments.filter(isActive).map((part) => (
      <Reply key={part.assignmentId} part={part} orderId={order.orderId} />
    ))}
  </>
)
