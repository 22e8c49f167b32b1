import { sql } from 'kysely'
import { afterQuietHours, defaultQuietHours, waitsForMorning, type MessageTemplate } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

export type Recipient = 'requester' | 'unit' | 'unit-deputy'
export type OutgoingMessage =
  | { readonly template: MessageTemplate; readonly to: 'requester' }
  | { readonly template: MessageTemplate; readonly to: 'unit' | 'unit-deputy'; readonly unitId: string }
type Enqueue = {
  readonly authorityId: string
  readonly orderId: string
  /** The order's version that the messages follow from. */
  readonly version: number
  readonly at: Temporal.Instant
  /** A special or emergency order: its unit's messages are not kept till the morning. */
  readonly urgent?: boolean
  readonly messages: readonly OutgoingMessage[]
}

/** Four digits that cannot be taken for a rating, the same in every follow-up of one order. */
const shortCodeOf = ({ keyring }: Pick<App, 'keyring'>, orderId: string): string =>
  String(4000 + (keyring.keyedHash('query-code', `short-code/${orderId}`).readUInt32BE() % 6000))

const asksForRating: readonly MessageTemplate[] = ['follow-up', 'follow-up-reminder', 'reply-unclear']

const rowOf = (app: App, order: Enqueue, message: OutgoingMessage) => {
  const { at, authorityId, orderId, version, urgent = false } = order
  const { template, to } = message
  const waits = waitsForMorning(template, urgent)
  const unitId = message.to === 'requester' ? null : message.unitId
  const key = `${orderId}:${version}:${template}:${unitId === null ? to : `${to}/${unitId}`}`
  const notBefore = waits ? afterQuietHours(defaultQuietHours, at) : at
  const code = asksForRating.includes(template) ? shortCodeOf(app, orderId) : null
  return sql`(${authorityId}, ${newId(at)}::uuid, ${orderId}::uuid, ${version}::integer, ${template}, ${to}, ${unitId}, ${key}, ${at}::timestamptz, ${notBefore}::timestamptz,
    ${waits}::boolean, ${notBefore}::timestamptz, ${code})`
}

/**
 * Leaves messages in the command's own transaction; the relay sends them. The same order, version, template and recipient is one message.
 * Trap: `on conflict` names no column, because naming one asks for the right to read, which a unit or a requester does not have here.
 * @clause 13-1
 */
export const enqueue = async (tx: Tx, app: App, order: Enqueue): Promise<void> => {
  if (order.messages.length === 0) return
  await sql`insert into outbox (authority_id, message_id, order_id, order_version, template, recipient, unit_id, idempotency_key, created_at, not_before,
      waits_for_morning, next_attempt_at, short_code)
    values ${sql.join(order.messages.map((message) => rowOf(app, order, message)))}
    on conflict do nothing`.execute(tx)
}
