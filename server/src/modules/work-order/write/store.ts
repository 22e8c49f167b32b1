import { evolve, messagesOf, type Author, type Happened, type WorkOrder, type WorkOrderEvent } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'
import { enqueue } from '../../message/index.ts'
import { clockRows, columnsOf } from './columns.ts'
import { instantText, type Deciding } from './context.ts'

export type Loaded = { readonly orderId: string; readonly number: string; readonly order: WorkOrder }

/** The order as the actor may see it, or nothing. */
export const loadOrder = async (tx: Tx, orderId: string): Promise<Loaded | undefined> => {
  const row = await tx.selectFrom('work_order').select(['order_id', 'number', 'state']).where('order_id', '=', orderId).executeTakeFirst()
  return row && { orderId: row.order_id, number: row.number, order: row.state }
}

/**
 * The actor's right was proven by what they could load and by the rules; what follows is written by the program, because a step may take the
 * order out of the actor's own sight.
 */
export const asProgram = async (tx: Tx): Promise<void> => {
  await sql`select set_config('app.scope', 'system', true)`.execute(tx)
}

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

type Owner = { readonly authorityId: string; readonly orderId: string; readonly number: string }

/** Events, clocks and messages, in the command's transaction, after the state row. */
export const keepHistory = async (
  tx: Tx,
  app: App,
  owner: Owner,
  { before, after, history, messages }: Written,
  { explanations }: Deciding,
): Promise<void> => {
  const { authorityId, orderId } = owner
  const at = Temporal.Instant.from(history[0]?.at ?? after.recordedAt)
  await tx
    .insertInto('work_order_event')
    .values(
      history.map(({ version, author, event }) => ({
        authority_id: authorityId,
        order_id: orderId,
        version,
        at,
        type: event.type,
        author_kind: author.kind,
        account_id: author.kind === 'staff' ? author.accountId : null,
        event: JSON.stringify(event),
      })),
    )
    .execute()
  const clocks = clockRows(owner, before, after, explanations)
  if (clocks.length > 0) await keepClocks(tx, clocks)
  if (messages.length > 0) await enqueue(tx, app, { ...owner, version: after.version, at, urgent: after.urgency !== 'ordinary', messages })
}

const keepClocks = async (tx: Tx, rows: ReturnType<typeof clockRows>): Promise<void> => {
  await tx
    .insertInto('work_order_clock')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'order_id', 'clock_id']).doUpdateSet((eb) => ({
        due_at: eb.ref('excluded.due_at'),
        due_on: eb.ref('excluded.due_on'),
        warn_at: eb.ref('excluded.warn_at'),
        warned: eb.ref('excluded.warned'),
        provisional: eb.ref('excluded.provisional'),
        outcome: eb.ref('excluded.outcome'),
        met_at: eb.ref('excluded.met_at'),
        earlier_due: eb.ref('excluded.earlier_due'),
        pack: eb.ref('excluded.pack'),
        clause: eb.ref('excluded.clause'),
        explanation: sql`case when excluded.explanation = '{}' then work_order_clock.explanation else excluded.explanation end`,
      })),
    )
    .execute()
}

/** Whether the order was still at `expected`: a rival's commit in between leaves it untouched. */
export const replaceOrder = async (tx: Tx, { authorityId, orderId }: Owner, after: WorkOrder, expected: number): Promise<boolean> => {
  const done = await tx
    .updateTable('work_order')
    .set(columnsOf(after))
    .where('authority_id', '=', authorityId)
    .where('order_id', '=', orderId)
    .where('version', '=', expected)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export const insertOrder = async (tx: Tx, { authorityId, orderId, number }: Owner, order: WorkOrder): Promise<void> => {
  await tx
    .insertInto('work_order')
    .values({ authority_id: authorityId, order_id: orderId, number, ...columnsOf(order) })
    .execute()
}
