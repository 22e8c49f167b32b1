import { sql } from 'kysely'
import { afterQuietHours, defaultQuietHours, sealedNumber, waitsForMorning, type MessageTemplate } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import type { OrderFacts } from './deps.ts'

export type Recipient = 'requester' | 'unit' | 'unit-deputy'
export type OutgoingMessage =
  | { readonly template: MessageTemplate; readonly to: 'requester' }
  | { readonly template: MessageTemplate; readonly to: 'unit' | 'unit-deputy'; readonly unitId: string }
type Outgoing = {
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

const rowOf = (app: App, { at, orderId, version, urgent = false }: Outgoing, message: OutgoingMessage) => {
  const { template, to } = message
  const waits = waitsForMorning(template, urgent)
  const unitId = message.to === 'requester' ? null : message.unitId
  const notBefore = waits ? afterQuietHours(defaultQuietHours, at) : at
  return {
    message_id: newId(at),
    template,
    recipient: to,
    unit_id: unitId,
    idempotency_key: `${orderId}:${version}:${template}:${unitId === null ? to : `${to}/${unitId}`}`,
    created_at: at,
    not_before: notBefore,
    waits_for_morning: waits,
    next_attempt_at: notBefore,
    short_code: asksForRating.includes(template) ? shortCodeOf(app, orderId) : null,
  }
}

/** Whoever is not named for a sealed order may pick up a unit's telephone. @clause 20c */
export const numberTold = ({ number, isSealed }: Pick<OrderFacts, 'number' | 'isSealed'>, recipient: Recipient): string =>
  isSealed && recipient !== 'requester' ? sealedNumber : number

/**
 * Rows of messages that leave with a step, for its own statement; the relay sends them. The same order, version, template and recipient is
 * one message.
 * @clause 13-1
 */
export const outgoing = (app: App, order: Outgoing) => order.messages.map((message) => rowOf(app, order, message))

/** The same in the running transaction of whoever has no step to take. */
export const enqueue = async (tx: Tx, app: App, order: Outgoing): Promise<void> => {
  await sql`insert into outbox (authority_id, message_id, order_id, order_version, template, recipient, unit_id, idempotency_key, created_at,
      not_before, waits_for_morning, next_attempt_at, short_code)
    select app.authority(), m.message_id, ${order.orderId}::uuid, ${order.version}::integer, m.template, m.recipient, m.unit_id,
      m.idempotency_key, m.created_at, m.not_before, m.waits_for_morning, m.next_attempt_at, m.short_code
    from jsonb_populate_recordset(null::outbox, ${JSON.stringify(outgoing(app, order))}) m
    on conflict do nothing`.execute(tx)
}
