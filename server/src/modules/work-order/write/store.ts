import { evolve, messagesOf, type Author, type Happened, type WorkOrder, type WorkOrderEvent } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'
import { outgoing } from '../../message/index.ts'
import { changedTasks, clockRows, columnsOf } from './columns.ts'
import { instantText, type Deciding } from './context.ts'
import type { Marks } from '../../../keys/marks.ts'
import type { SealedText } from './texts.ts'

export type Written = {
  readonly before: WorkOrder | null
  readonly after: WorkOrder
  readonly history: readonly Happened[]
  readonly messages: readonly ReturnType<typeof messagesOf>[number][]
}

/** The events applied one after the other, with what is sent because of each. */
export const applied = (before: WorkOrder | null, events: readonly WorkOrderEvent[], author: Author, at: Temporal.Instant): Written => {
  const history: Happened[] = []
  const messages: ReturnType<typeof messagesOf>[number][] = []
  let order = before
  for (const event of events) {
    const happened = { version: (order?.version ?? 0) + 1, at: instantText(at), author, event }
    order = evolve(order, happened)
    history.push(happened)
    messages.push(...messagesOf(event, order))
  }
  if (order === null) throw new Error('A decision without events has nothing to write.')
  return { before, after: order, history, messages }
}

/** The order that a step belongs to; `expected` is the version that it was decided on, null for a new order. */
type Step = {
  readonly orderId: string
  readonly number: string
  readonly expected: number | null
  readonly written: Written
  readonly deciding: Deciding
  readonly texts: readonly SealedText[]
}
/** A new order's data key, and the tokens that its words are found by. */
export type Opening = { readonly wrappedKey: Buffer; readonly marks: Marks; readonly tokens: readonly number[] }

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

const eventRows = ({ history }: Written) =>
  history.map(({ version, at, author, event }) => ({
    version,
    at,
    type: event.type,
    author_kind: author.kind,
    account_id: author.kind === 'staff' ? author.accountId : null,
    event,
  }))

const messageRows = (app: App, { orderId, written: { after, history, messages } }: Step) =>
  outgoing(app, {
    orderId,
    version: after.version,
    at: Temporal.Instant.from(history[0]?.at ?? after.recordedAt),
    urgent: after.urgency !== 'ordinary',
    messages,
  })

const unlessEmpty = <Name extends string, Row>(name: Name, rows: readonly Row[]): Record<Name, readonly Row[]> | undefined =>
  rows.length === 0 ? undefined : ({ [name]: rows } as Record<Name, readonly Row[]>)

/**
 * State row, events, clocks, words and messages of one step, in one statement (migration 0014). False: a rival's commit in between has moved
 * the order on; nothing is written then.
 */
export const keepStep = async (tx: Tx, app: App, step: Step, opening?: Opening): Promise<boolean> => {
  const { orderId, number, expected, written, deciding, texts } = step
  const { tasks, tasksGone } = changedTasks(written.before, written.after)
  const whole = {
    ...(expected === null ? {} : { expected }),
    ...(opening === undefined ? {} : { key: hex(opening.wrappedKey), marks: opening.marks, tokens: opening.tokens }),
    order: { order_id: orderId, number, ...columnsOf(written.after) },
    events: eventRows(written),
    ...unlessEmpty('tasks', tasks),
    ...unlessEmpty('tasksGone', tasksGone),
    ...unlessEmpty('clocks', clockRows(written.before, written.after, deciding.explanations)),
    ...unlessEmpty(
      'texts',
      texts.map(({ textId, role, sealed, at, spans }) => ({ text_id: textId, role, sealed: hex(sealed), at, spans })),
    ),
    ...unlessEmpty('messages', messageRows(app, step)),
  }
  const { rows } = await sql<{ kept: boolean }>`select app.keep_step(${JSON.stringify(whole)}) as kept`.execute(tx)
  return rows[0]?.kept === true
}
