import type { WorkOrder } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import type { Marks } from '../../../keys/marks.ts'
import { factsOf, type KnownUnits } from './unit-facts.ts'

export type Loaded = { readonly orderId: string; readonly number: string; readonly order: WorkOrder }

/** The order as the actor may see it, or nothing. */
export const loadOrder = async (tx: Tx, orderId: string): Promise<Loaded | undefined> => {
  const row = await tx.selectFrom('work_order').select(['order_id', 'number', 'state']).where('order_id', '=', orderId).executeTakeFirst()
  return row && { orderId: row.order_id, number: row.number, order: row.state }
}

/** With what a step needs besides: the key of its words, and the units that take part on the day. */
export type LoadedForStep = Loaded & { readonly wrappedKey: Buffer | null; readonly marks: Marks | null; readonly units: KnownUnits }

type Row = {
  readonly number: string
  readonly state: WorkOrder
  readonly wrapped_key: Buffer | null
  readonly marks: Marks | null
  readonly units: Parameters<typeof factsOf>[0] | null
}

export const loadForStep = async (tx: Tx, orderId: string, at: Temporal.Instant): Promise<LoadedForStep | undefined> => {
  const on = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const { rows } = await sql<Row>`
    select o.number, o.state, k.wrapped_key, k.marks, (
      select json_agg(json_build_object('unitId', u.unit_id, 'kind', u.kind,
        'path', array(select a.above_id from unit_above a where a.authority_id = u.authority_id and a.unit_id = u.unit_id),
        'open', u.valid_on_from <= ${on} and (u.valid_on_to is null or u.valid_on_to > ${on})))
      from unit u where u.authority_id = o.authority_id and u.unit_id = any(o.unit_ids)) as units
    from work_order o
      left join work_order_key k on k.authority_id = o.authority_id and k.order_id = o.order_id
    where o.authority_id = app.authority() and o.order_id = ${orderId}`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { number, state: order, wrapped_key: wrappedKey, marks, units } = row
  return { orderId, number, order, wrappedKey, marks, units: factsOf(units ?? []) }
}
