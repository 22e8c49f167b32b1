import { pastOf, type Past, type PastEvent } from '@open12345/domain/catalogue'
import type { AssignmentRole } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import { instantText } from './present.ts'

type EventRow = {
  readonly order_id: string
  readonly type: string
  readonly at: Temporal.Instant
  readonly assignment_id: string | null
  readonly unit_id: string | null
  readonly suggested: string | null
  readonly role: AssignmentRole | null
}

const eventOf = (row: EventRow, named: (unitId: string) => string): PastEvent => ({
  type: row.type,
  at: instantText(row.at),
  assignmentId: row.assignment_id,
  unitId: row.unit_id === null ? null : named(row.unit_id),
  suggestedUnitId: row.suggested === null ? null : named(row.suggested),
  role: row.role,
})

/** The ways of these orders, as far as the actor may see them; `named` puts a successor in the place of a unit that was merged. */
export const pastsOf = async (
  tx: Tx,
  orderIds: readonly string[],
  named: (unitId: string) => string,
): Promise<ReadonlyMap<string, Past>> => {
  const { rows } = await sql<EventRow>`
    select e.order_id, e.type, e.at, e.event ->> 'assignmentId' as assignment_id, e.event ->> 'unitId' as unit_id,
      e.event ->> 'suggestedUnitId' as suggested, e.event ->> 'role' as role
    from unnest(${[...orderIds]}::uuid[]) as wanted(order_id)
      cross join lateral (
        select one.order_id, one.type, one.at, one.event, one.version from work_order_event one
        where one.authority_id = app.authority() and one.order_id = wanted.order_id
          and one.type in ('dispatched', 'return-asked', 'return-accepted', 'return-refused', 'unit-withdrawn', 'designated')
      ) as e
    order by e.order_id, e.version`.execute(tx)
  const byOrder = Map.groupBy(rows, ({ order_id: orderId }) => orderId)
  return new Map(orderIds.map((orderId) => [orderId, pastOf((byOrder.get(orderId) ?? []).map((row) => eventOf(row, named)))]))
}
