import { sql } from 'kysely'
import type { MessageView, ReplyView } from '@open12345/contract/message'
import { messageText, type MessageTemplate } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { openCopy, type Copy } from './copy.ts'
import type { MessageDeps, OrderFacts } from './deps.ts'
import { numberTold, type Recipient } from './enqueue.ts'
import type { Language } from '../../http/call.ts'

type Page<T> = { readonly items: T[]; readonly next: string | null }
/** What a list is read with. */
type Reading = { readonly deps: MessageDeps; readonly language: Language }
type Query = { readonly after?: string | undefined; readonly limit: number }
type Row = {
  readonly message_id: string
  readonly order_id: string
  readonly template: MessageTemplate
  readonly recipient: Recipient
  readonly created_at: Temporal.Instant
  readonly not_before: Temporal.Instant
  readonly state: MessageView['state'] | 'sending'
  readonly failure: string | null
  readonly attempts: number
  readonly sent_at: Temporal.Instant | null
  readonly short_code: string | null
  readonly to_hash: Buffer | null
  readonly copy_key: Buffer | null
  readonly copy_sealed: Buffer | null
}

const recipientNames: Readonly<Record<Recipient, Readonly<Record<Language, string>>>> = {
  requester: { zh: '诉求人', en: 'The requester' },
  unit: { zh: '承办单位', en: 'The handling unit' },
  'unit-deputy': { zh: '承办单位分管负责人', en: 'The handling unit’s deputy head' },
}
const hiddenRecipient = { zh: '诉求人（保密）', en: 'The requester (confidential)' } as const
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
/** A cursor that is none begins at the newest. */
const before = (after: string | undefined): string | null => (after !== undefined && isId(after) ? after : null)

const pageOf = <R, V>(rows: readonly R[], limit: number, idOf: (row: R) => string, view: (row: R) => V): Page<V> => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(view), next: rows.length > limit && last !== undefined ? idOf(last) : null }
}

const messageRows = async (tx: Tx, { after, limit }: Query): Promise<readonly Row[]> => {
  const cursor = before(after)
  const { rows } = await sql<Row>`
    select message_id, order_id, template, recipient, created_at, not_before, state, failure, attempts, sent_at, short_code, to_hash, copy_key, copy_sealed
    from outbox where authority_id = app.authority() and (${cursor}::uuid is null or message_id < ${cursor}::uuid)
    order by message_id desc limit ${limit + 1}`.execute(tx)
  return rows
}

const toOf = (row: Row, copy: Copy | undefined, facts: OrderFacts | undefined, language: Language): string =>
  row.recipient === 'requester' && facts?.identityHidden !== false
    ? hiddenRecipient[language]
    : (copy?.to ?? recipientNames[row.recipient][language])

const viewOf = (app: App, { deps, language }: Reading, row: Row, facts: OrderFacts | undefined): MessageView => {
  const copy = openCopy(app, 'outbox', row.message_id, row.copy_key, row.copy_sealed)
  return {
    messageId: row.message_id,
    orderId: row.order_id,
    template: row.template,
    recipient: row.recipient,
    to: toOf(row, copy, facts, language),
    text:
      copy?.text ??
      messageText(row.template, {
        sender: deps.sender,
        number: facts === undefined ? '' : numberTold(facts, row.recipient),
        shortCode: row.short_code,
      }),
    createdAt: row.created_at.toString(),
    state: row.state === 'sending' ? 'waiting' : row.state,
    failure: row.failure,
    attempts: row.attempts,
    notBefore: row.not_before.toString(),
    sentAt: row.sent_at?.toString() ?? null,
    simulated: deps.port.name === 'simulator' && row.recipient === 'requester' && row.to_hash !== null,
  }
}

/** The messages whose orders the actor may see. */
export const listMessages = (app: App, { deps, language }: Reading, actor: Actor, query: Query): Promise<Page<MessageView>> =>
  asActor(app.database, actor, async (tx) => {
    const rows = await messageRows(tx, query)
    const facts = await deps.orderFacts(tx, app, [...new Set(rows.map(({ order_id: orderId }) => orderId))])
    return pageOf(
      rows,
      query.limit,
      ({ message_id: id }) => id,
      (row) => viewOf(app, { deps, language }, row, facts.get(row.order_id)),
    )
  })

type ReplyRow = {
  readonly reply_id: string
  readonly received_at: Temporal.Instant
  readonly words_key: Buffer
  readonly words_sealed: Buffer
  readonly outcome: ReplyView['outcome']
  readonly order_ids: string[]
}

/** Replies that concern only orders which the actor may see. */
export const listReplies = (app: App, { deps, language }: Reading, actor: Actor, { after, limit }: Query): Promise<Page<ReplyView>> =>
  asActor(app.database, actor, async (tx) => {
    const cursor = before(after)
    const { rows } = await sql<ReplyRow>`
      select reply_id, received_at, words_key, words_sealed, outcome, order_ids from sms_reply
      where authority_id = app.authority() and outcome is not null and outcome <> 'stranger' and (${cursor}::uuid is null or reply_id < ${cursor}::uuid)
      order by reply_id desc limit ${limit + 1}`.execute(tx)
    const facts = await deps.orderFacts(tx, app, [...new Set(rows.flatMap(({ order_ids: orderIds }) => orderIds))])
    const isHidden = (orderId: string): boolean => facts.get(orderId)?.identityHidden !== false
    return pageOf(
      rows,
      limit,
      ({ reply_id: id }) => id,
      (row) => {
        const copy = openCopy(app, 'sms_reply', row.reply_id, row.words_key, row.words_sealed)
        // One phone, several orders: naming a report beside a complaint would say whose it is (20c).
        const shown = row.order_ids.filter((orderId) => !isHidden(orderId))
        return {
          replyId: row.reply_id,
          from: shown.length === 0 ? hiddenRecipient[language] : (copy?.to ?? ''),
          text: copy?.text ?? '',
          receivedAt: row.received_at.toString(),
          outcome: row.outcome,
          orderIds: shown.length === 0 ? row.order_ids.slice(0, 1) : shown,
        }
      },
    )
  })
