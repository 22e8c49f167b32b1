import { sql } from 'kysely'
import type { MessageTemplate } from '@open12345/domain/message'
import type { Tx } from '../../db/transaction.ts'
import type { Recipient } from './enqueue.ts'

/** A row that this relay holds until its lease lapses; `attempts` tells its attempt from a later one's. */
export type Claimed = {
  readonly messageId: string
  readonly orderId: string
  readonly template: MessageTemplate
  readonly recipient: Recipient
  readonly unitId: string | null
  readonly key: string
  readonly attempts: number
  readonly shortCode: string | null
  readonly createdAt: Temporal.Instant
}

type Claim = { readonly now: Temporal.Instant; readonly leaseUntil: Temporal.Instant; readonly isQuiet: boolean; readonly most: number }

export const claimDue = async (tx: Tx, { now, leaseUntil, isQuiet, most }: Claim): Promise<readonly Claimed[]> => {
  const { rows } = await sql<Claimed>`
    update outbox set state = 'sending', attempts = attempts + 1, next_attempt_at = ${leaseUntil}
    where authority_id = app.authority() and message_id = any(array(
      select message_id from outbox
      where authority_id = app.authority() and state = 'waiting' and next_attempt_at <= ${now} and not (waits_for_morning and ${isQuiet}::boolean)
      order by next_attempt_at limit ${most} for update skip locked))
    returning message_id as "messageId", order_id as "orderId", template, recipient, unit_id as "unitId", idempotency_key as key, attempts,
      short_code as "shortCode", created_at as "createdAt"`.execute(tx)
  return rows
}

/** A relay that died between sending and writing it down: the outcome is unknown. */
export const settleLapsed = async (tx: Tx, now: Temporal.Instant, deduplicates: boolean): Promise<void> => {
  await sql`update outbox set state = ${deduplicates ? 'waiting' : 'unknown'}, failure = 'unknown', next_attempt_at = ${now}
    where authority_id = app.authority() and state = 'sending' and next_attempt_at <= ${now}`.execute(tx)
}

type Copy = { readonly toHash: Buffer; readonly copyKey: Buffer; readonly copySealed: Buffer }

/** Written before the message goes, so that its reply is known even if we die; false: the lease was lost to another. */
export const keepCopy = async (tx: Tx, row: Claimed, { toHash, copyKey, copySealed }: Copy): Promise<boolean> => {
  const { numAffectedRows } = await sql`update outbox set to_hash = ${toHash}, copy_key = ${copyKey}, copy_sealed = ${copySealed}
    where authority_id = app.authority() and message_id = ${row.messageId} and state = 'sending' and attempts = ${row.attempts}`.execute(tx)
  return numAffectedRows === 1n
}

export type Outcome =
  | { readonly state: 'sent'; readonly at: Temporal.Instant; readonly providerId: string | null }
  | { readonly state: 'waiting'; readonly failure: string; readonly nextAttemptAt: Temporal.Instant }
  | { readonly state: 'rejected' | 'unknown' | 'manual'; readonly failure: string }

/** Only the attempt that is recorded: a receipt that was quicker, or a later attempt, is not overwritten. */
export const recordOutcome = async (tx: Tx, row: Claimed, outcome: Outcome): Promise<void> => {
  const { state } = outcome
  const failure = state === 'sent' ? null : outcome.failure
  const next = state === 'waiting' ? outcome.nextAttemptAt : null
  const [sentAt, providerId] = state === 'sent' ? [outcome.at, outcome.providerId] : [null, null]
  await sql`update outbox set state = ${state}, failure = ${failure}, next_attempt_at = coalesce(${next}::timestamptz, next_attempt_at),
      sent_at = coalesce(sent_at, ${sentAt}::timestamptz), provider_id = coalesce(provider_id, ${providerId})
    where authority_id = app.authority() and message_id = ${row.messageId} and state = 'sending' and attempts = ${row.attempts}`.execute(tx)
}

/** The gateway answers again: whoever waits because it did not is due now. */
export const wakeWaiting = async (tx: Tx, now: Temporal.Instant): Promise<void> => {
  await sql`update outbox set next_attempt_at = ${now}
    where authority_id = app.authority() and state = 'waiting' and attempts > 0 and next_attempt_at > ${now}`.execute(tx)
}

export type Untold = { readonly messageId: string; readonly orderId: string; readonly sent: boolean }

/** Follow-ups whose fate the order does not know yet. */
export const untoldFollowUps = async (tx: Tx): Promise<readonly Untold[]> => {
  const { rows } = await sql<Untold>`
    select message_id as "messageId", order_id as "orderId", state in ('sent', 'delivered') as sent from outbox
    where authority_id = app.authority() and template = 'follow-up' and told_at is null and state in ('sent', 'delivered', 'rejected', 'manual')
    order by message_id limit 100`.execute(tx)
  return rows
}

export const markTold = async (tx: Tx, messageId: string, at: Temporal.Instant): Promise<void> => {
  await sql`update outbox set told_at = ${at} where authority_id = app.authority() and message_id = ${messageId}`.execute(tx)
}

/** A receipt settles whatever was not final yet; a second one changes nothing. False: no such message. */
export const takeReceiptRow = async (tx: Tx, key: string, state: 'delivered' | 'rejected', at: Temporal.Instant): Promise<boolean> => {
  await sql`update outbox set state = ${state}, receipt_at = ${at}, sent_at = coalesce(sent_at, ${at}),
      failure = ${state === 'rejected' ? 'receipt-rejected' : null}
    where authority_id = app.authority() and idempotency_key = ${key} and state in ('waiting', 'sending', 'sent', 'unknown') and attempts > 0`.execute(
    tx,
  )
  const { rows } = await sql`select from outbox where authority_id = app.authority() and idempotency_key = ${key}`.execute(tx)
  return rows.length === 1
}
