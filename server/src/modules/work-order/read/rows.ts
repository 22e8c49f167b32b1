import { maskingFor, screened } from '@open12345/domain/identity'
import type { OrderRow } from '@open12345/contract/work-order'
import type { WorkOrder } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import type { Tx } from '../../../db/transaction.ts'
import { namesFor } from '../present/names.ts'
import { standingFor } from '../standing.ts'
import { rowOf } from '../present/row.ts'
import { screenedBy } from '../present/screening.ts'
import { instantText } from '../write/context.ts'
import { openText } from '../write/texts.ts'

export type Found = { readonly order_id: string; readonly number: string; readonly state: WorkOrder }

/** The matter of each order as the actor may read it, opened with its key. */
const contentsOf = async (tx: Tx, app: App, actor: Actor, found: readonly Found[]): Promise<ReadonlyMap<string, string>> => {
  const states = new Map(found.map(({ order_id, state }) => [order_id, state]))
  const orderIds = [...states.keys()]
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('work_order_text as t')
    .innerJoin('work_order_key as k', (join) => join.onRef('k.order_id', '=', 't.order_id').onRef('k.authority_id', '=', 't.authority_id'))
    .select(['t.order_id', 't.text_id', 't.sealed', 't.spans', 'k.wrapped_key'])
    .where('t.order_id', '=', sql<string>`any(${orderIds}::uuid[])`)
    .where('t.role', '=', 'content')
    .orderBy('t.text_id')
    .execute()
  const contents = new Map<string, string>()
  for (const { order_id, text_id, sealed, spans, wrapped_key } of rows) {
    const state = states.get(order_id)
    if (wrapped_key === null || state === undefined || contents.has(order_id)) continue
    const text = openText(app, order_id, app.keyring.unwrap(wrapped_key), text_id, sealed)
    contents.set(order_id, screened({ role: 'content', text, spans }, maskingFor(actor.scope, screenedBy(state))))
  }
  return contents
}

const distinct = (ids: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id): id is string => id !== null && id !== undefined)),
]

/** Rows of a list, in the order in which they were found; for a unit each stands where its own part does. */
export const rowsOf = async (tx: Tx, app: App, actor: Actor, found: readonly Found[], at: Temporal.Instant): Promise<OrderRow[]> => {
  const contents = await contentsOf(tx, app, actor, found)
  const orders = found.map(({ state }) => state)
  const places = distinct(orders.flatMap(({ place }) => [place?.county, place?.township]))
  const names = await namesFor(tx, { units: distinct(orders.map((order) => standingFor(order, actor).unitId)), places, people: [] })
  return found.map(({ order_id, number, state }) =>
    rowOf({ orderId: order_id, number, order: state, content: contents.get(order_id) ?? '' }, names, actor, instantText(at)),
  )
}
