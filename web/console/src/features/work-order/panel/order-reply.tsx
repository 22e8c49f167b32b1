import { LockOutlined } from '@ant-design/icons'
import { assignmentStatusLabels } from '@open12345/contract/vocabulary'
import type { OrderView } from '@open12345/contract/work-order'
import type { ReactElement } from 'react'
import { fill, useLabel, useLanguage, useWords, words } from '@open12345/ui/language.ts'
import { instantText } from '@open12345/ui/time-text.ts'
import { FileLinks } from '../../file/file-links.tsx'

const said = words({
  title: ['承办与答复', 'Handling and reply'],
  received: ['{unit} 收到于 {at}', '{unit}, received {at}'],
  signed: ['签收于 {at}', 'signed {at}'],
  reply: ['答复（诉求人将看到）', 'Reply (the requester reads it)'],
  internal: ['内部说明（诉求人看不到）', 'Internal notes (never shown to the requester)'],
  by: ['起草：{by}', 'Drafted by {by}'],
  approved: ['审核：{by}', 'Approved by {by}'],
})

const statusLabel = (status: string) =>
  status in assignmentStatusLabels ? assignmentStatusLabels[status as keyof typeof assignmentStatusLabels] : undefined

/** The reply as the requester will read it, and apart from it what they never see. */
export const OrderReply = ({ order: { assignment } }: { readonly order: OrderView }): ReactElement | null => {
  const text = useWords(said)
  const label = useLabel()
  const language = useLanguage()
  if (assignment === null) return null
  const { unitName, receivedAt, signedAt, draft, approvedBy, status } = assignment
  const facts = [
    fill(text.received, { unit: unitName, at: instantText(receivedAt, language) }),
    signedAt === null ? '' : fill(text.signed, { at: instantText(signedAt, language) }),
    draft === null ? '' : fill(text.by, { by: draft.by }),
    approvedBy === null ? '' : fill(text.approved, { by: approvedBy }),
  ]
  if (draft === null) return <p className="soft received-note">{facts.filter(Boolean).join(' · ')}</p>
  return (
    <section className="sheet" aria-label={text.title}>
      <h3>
        {text.title} <span className="tag">{label(statusLabel(status)) || status}</span>
      </h3>
      <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
      <div className="public-words">
        <h4>{text.reply}</h4>
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
