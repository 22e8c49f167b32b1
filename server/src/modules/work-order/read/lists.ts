import type { OrderRow } from '@open12345/contract/work-order'
import { stages, type Stage } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import { rowsOf } from './rows.ts'

export type Listing = {
  readonly stages: readonly Stage[]
  readonly mine: boolean
  readonly waiting: 'withdrawal' | 'correction' | undefined
  readonly after: string | undefined
  readonly limit: number
  readonly at: Temporal.Instant
}
export type Page = { readonly items: OrderRow[]; readonly next: string | null }

/**
 * What the actor may see, said in a way that an index can serve; row-level security says it again behind.
 * A unit asks for its own subtree; the centre for the authority.
 */
export const visibleTo = (tx: Tx, actor: Actor) => {
  const orders = tx.selectFrom('work_order').where('authority_id', '=', actor.authorityId)
  return actor.scope === 'unit' ? orders.where('unit_id', 'in', actor.unitIds.length === 0 ? [''] : actor.unitIds) : orders
}

const cursorOf = (dueAt: Temporal.Instant, orderId: string): string => `${dueAt.epochMilliseconds}_${orderId}`
const readCursor = (cursor: string | undefined): { readonly dueAt: Temporal.Instant; readonly orderId: string } | undefined => {
  const match = /^(-?\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '')
  return match === null ? undefined : { dueAt: Temporal.Instant.fromEpochMilliseconds(Number(match[1])), orderId: match[2] ?? '' }
}

/** A work list, what is due first first; keyset pages on (due, id). */
export const listOrders = (app: App, actor: Actor, { stages: wanted, mine, waiting, after, limit, at }: Listing): Promise<Page> =>
  asActor(app.database, actor, async (tx) => {
    const cursor = readCursor(after)
    let query = visibleTo(tx, actor)
      .select(['order_id', 'number', 'state', 'stage_due_at'])
      .where('stage', 'in', wanted.length === 0 ? stages.filter((stage) => stage !== 'closed') : wanted)
    if (mine) query = query.where('taken_by', '=', actor.accountId ?? '00000000-0000-0000-0000-000000000000')
    if (waiting !== undefined) query = query.where(waiting === 'withdrawal' ? 'withdrawal_requested' : 'correction_pending', '=', true)
    if (cursor !== undefined) query = query.where(sql<boolean>`(stage_due_at, order_id) > (${cursor.dueAt}, ${cursor.orderId}::uuid)`)
    const found = await query
      .orderBy('stage_due_at')
      .orderBy('order_id')
      .limit(limit + 1)
      .execute()
    const last = found.length > limit ? found[limit - 1] : undefined
    return {
      items: await rowsOf(tx, app, found.slice(0, limit), at),
      next: last === undefined ? null : cursorOf(last.stage_due_at, last.order_id),
    }
  })

const most = 100

/** How many orders stand at each stage, counted to a hundred at most: 100 means more. */
export const countStages = (app: App, actor: Actor): Promise<{ stage: Stage; count: number }[]> =>
  asActor(app.database, actor, async (tx) => {
    const counts: { stage: Stage; count: number }[] = []
    for (const stage of stages.filter((one) => one !== 'closed')) {
      const some = visibleTo(tx, actor).select('order_id').where('stage', '=', stage).limit(most)
      const { count } = await tx
        .selectFrom(some.as('some'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      counts.push({ stage, count: Number(count) })
    }
    return counts
  })

/** Earlier orders of these requesters, newest first: what a seat sees while the contact is open. A number never leads to a report (20c). */
export const historyOf = async (tx: Tx, app: App, requesterIds: readonly string[], at: Temporal.Instant): Promise<OrderRow[]> => {
  if (requesterIds.length === 0) return []
  const found = await tx
    .selectFrom('work_order')
    .select(['order_id', 'number', 'state'])
    .where('requester_id', 'in', requesterIds)
    .where('identity_hidden', '=', false)
    .orderBy('order_id', 'desc')
    .limit(20)
    .execute()
  return rowsOf(tx, app, found, at)
}
