import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../db/actor.ts'
import type { Tx } from '../../../db/transaction.ts'

/** What the actor may see, said in a way that an index can serve; row-level security says it again behind. */
export const visibleTo = (tx: Tx, actor: Actor) => {
  const orders = tx.selectFrom('work_order').where('authority_id', '=', actor.authorityId)
  if (actor.scope !== 'unit') return orders
  const own = tx
    .selectFrom('unit_task')
    .select('order_id')
    .where('authority_id', '=', actor.authorityId)
    .where('unit_id', '=', sql<string>`any(${actor.unitIds}::text[])`)
  return orders.where('order_id', 'in', own)
}

/** With several parts in one reader's reach an order stands once in their lists, where `standingFor` says. */
const firstOfOwn = ({ unitIds }: Actor): RawBuilder<unknown> =>
  unitIds.length < 2
    ? sql``
    : sql`and not exists (
        select from unit_task b
        where b.authority_id = t.authority_id and b.order_id = t.order_id and b.unit_id = any(${unitIds}::text[])
          and (b.passed_on, b.due_at, b.task_id collate "C") < (t.passed_on, t.due_at, t.task_id collate "C"))`

type Standings = {
  /** Rows `o` of work_order, for a unit joined to its parts `t`. */
  readonly from: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
  readonly stage: RawBuilder<unknown>
  readonly rank: RawBuilder<unknown>
  readonly dueAt: RawBuilder<unknown>
  readonly own: RawBuilder<unknown>
}

/** Where each order stands for the actor: a unit asks for the parts of its own subtree, everybody else for the orders of the authority. */
export const standingsOf = (actor: Actor): Standings =>
  actor.scope === 'unit'
    ? {
        from: sql`unit_task t join work_order o on o.authority_id = t.authority_id and o.order_id = t.order_id`,
        id: sql`t.order_id`,
        stage: sql`t.stage`,
        rank: sql`t.list_rank`,
        dueAt: sql`t.due_at`,
        own: sql`t.authority_id = ${actor.authorityId} and t.unit_id = any(${actor.unitIds}::text[]) ${firstOfOwn(actor)}`,
      }
    : {
        from: sql`work_order o`,
        id: sql`o.order_id`,
        stage: sql`o.stage`,
        rank: sql`o.list_rank`,
        dueAt: sql`o.stage_due_at`,
        own: sql`o.authority_id = ${actor.authorityId}`,
      }
