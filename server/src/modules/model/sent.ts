import type { ModelDraftDetail } from '@open12345/contract/model'
import type { Happened } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { readPage, type Page, type Reader } from '../work-order/index.ts'
import type { Row } from './store.ts'

const isAfter = ({ at }: Happened, since: Temporal.Instant): boolean => Temporal.Instant.compare(Temporal.Instant.from(at), since) >= 0
const isBy = ({ author }: Happened, accountId: string): boolean => author.kind === 'staff' && author.accountId === accountId

/** The id of the words with which this person answered on the spot. */
const answered = ({ history }: Page, { account_id: accountId }: Row, since: Temporal.Instant): string | undefined => {
  const step = history.find((one) => one.event.type === 'answered-directly' && isBy(one, accountId) && isAfter(one, since))
  return step?.event.type === 'answered-directly' ? step.event.answerText : undefined
}

/** The id of the words that this part gave, where this person had drafted them. */
const delivered = ({ history }: Page, { account_id: accountId, assignment_id: assignmentId }: Row, since: Temporal.Instant) => {
  let drafted: { readonly id: string; readonly isOwn: boolean } | undefined
  for (const one of history.filter((step) => isAfter(step, since))) {
    const { event } = one
    if (event.type === 'reply-drafted' && event.assignmentId === assignmentId)
      drafted = { id: event.replyText, isOwn: isBy(one, accountId) }
    if (event.type === 'reply-delivered' && event.assignmentId === assignmentId) return drafted?.isOwn === true ? drafted.id : undefined
  }
  return undefined
}

const ordersOf = async (tx: Tx, { order_id: orderId, contact_id: contactId }: Row): Promise<readonly string[]> => {
  if (orderId !== null) return [orderId]
  const { rows } = await sql<{ order_id: string }>`
    select order_id from work_order where authority_id = app.authority() and contact_id = ${contactId} order by order_id limit 20`.execute(
    tx,
  )
  return rows.map(({ order_id: id }) => id)
}

/** What was sent after all of a draft that was used, as far as the reader may read it. */
export const sentOf = async (tx: Tx, app: App, row: Row, answer: string, reader: Reader): Promise<ModelDraftDetail['sent']> => {
  const since = row.became_at
  if (row.became !== 'used' || since === null) return null
  for (const orderId of await ordersOf(tx, row)) {
    const page = await readPage(tx, app, orderId, reader)
    if (!page.ok) continue
    const id = row.purpose === 'answer' ? answered(page.value, row, since) : delivered(page.value, row, since)
    if (id !== undefined) return page.value.texts.get(id)?.text.trim() === answer.trim() ? 'unchanged' : 'changed'
  }
  return 'not-sent'
}
