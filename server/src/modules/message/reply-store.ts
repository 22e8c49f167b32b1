import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { sealCopy } from './copy.ts'

export type ReplyOutcome = 'rated' | 'asked-back' | 'manual' | 'late' | 'stranger'
export type Arrival = {
  /** The gateway's own id of this reply: the same reply handed in twice is one. */
  readonly key: string
  readonly fromHash: Buffer
  readonly fromMasked: string
  readonly text: string
}
export type Kept = { readonly replyId: string; readonly outcome: ReplyOutcome | null }

/** Keeps the reply as it came, or finds it where it came before. */
export const keepReply = async (tx: Tx, app: App, { key, fromHash, fromMasked, text }: Arrival): Promise<Kept> => {
  const at = app.clock.now()
  const replyId = newId(at)
  const copy = sealCopy(app, 'sms_reply', replyId, { to: fromMasked, text })
  await sql`insert into sms_reply (authority_id, reply_id, provider_key, from_hash, received_at, words_key, words_sealed)
    values (app.authority(), ${replyId}, ${key}, ${fromHash}, ${at}, ${copy.key}, ${copy.sealed}) on conflict do nothing`.execute(tx)
  const { rows } = await sql<Kept>`
    select reply_id as "replyId", outcome from sms_reply where authority_id = app.authority() and provider_key = ${key}`.execute(tx)
  const [kept] = rows
  if (kept === undefined) throw new Error('a reply that was just kept is not there')
  return kept
}

/** Only once: whoever settles the same reply a second time changes nothing. */
export const settleRow = async (tx: Tx, replyId: string, outcome: ReplyOutcome, orderIds: readonly string[]): Promise<void> => {
  await sql`update sms_reply set outcome = ${outcome}, order_ids = ${[...orderIds]}::uuid[]
    where authority_id = app.authority() and reply_id = ${replyId} and outcome is null`.execute(tx)
}

/** The rating's own idempotency key: a reply that was settled by half is known by it. */
export const ratingKeyOf = (replyKey: string): string => `sms-reply:${replyKey}`

/** Which of these orders the reply has rated already; a requester's commands are kept under their order. */
export const ratedBy = async (tx: Tx, replyKey: string, orderIds: readonly string[]): Promise<string | undefined> => {
  const { rows } = await sql<{ orderId: string }>`select actor_key as "orderId" from idempotency
    where authority_id = app.authority() and actor_key = any(${orderIds}::text[]) and key = ${ratingKeyOf(replyKey)}`.execute(tx)
  return rows[0]?.orderId
}

export type Left = {
  readonly replyId: string
  readonly key: string
  readonly fromHash: Buffer
  readonly copyKey: Buffer
  readonly copySealed: Buffer
}

/** Replies of the last weeks that nobody is settling any more: whoever began was killed. */
export const leftReplies = async (
  tx: Tx,
  { since, before }: { readonly since: Temporal.Instant; readonly before: Temporal.Instant },
): Promise<readonly Left[]> => {
  const { rows } = await sql<Left>`
    select reply_id as "replyId", provider_key as key, from_hash as "fromHash", words_key as "copyKey", words_sealed as "copySealed" from sms_reply
    where authority_id = app.authority() and reply_id > ${newId(since)} and outcome is null and received_at < ${before}
    order by reply_id limit 100`.execute(tx)
  return rows
}

export type Asked = { readonly orderId: string; readonly version: number; readonly shortCode: string | null }

const rememberedDays = 90

/** Orders that asked this number for a rating, with their latest asking, newest first. */
export const askedOf = async (tx: Tx, fromHash: Buffer, now: Temporal.Instant): Promise<readonly Asked[]> => {
  const since = now.subtract({ hours: rememberedDays * 24 })
  const { rows } = await sql<Asked>`
    select order_id as "orderId", order_version as version, short_code as "shortCode" from (
      select distinct on (order_id) order_id, order_version, short_code, message_id from outbox
      where authority_id = app.authority() and to_hash = ${fromHash} and template in ('follow-up', 'follow-up-reminder')
        and state in ('sending', 'waiting', 'sent', 'delivered', 'unknown') and created_at > ${since}
      order by order_id, order_version desc, message_id desc) as latest
    order by message_id desc`.execute(tx)
  return rows
}

/** Whether one of these askings was already followed by "we could not read your reply". */
export const wasAskedBack = async (tx: Tx, asked: readonly Asked[]): Promise<boolean> => {
  const orderIds = asked.map(({ orderId }) => orderId)
  const versions = asked.map(({ version }) => version)
  const { rows } = await sql`
    select from outbox o join unnest(${orderIds}::uuid[], ${versions}::integer[]) as a(order_id, version)
      on o.order_id = a.order_id and o.order_version >= a.version
    where o.authority_id = app.authority() and o.template = 'reply-unclear' limit 1`.execute(tx)
  return rows.length > 0
}
