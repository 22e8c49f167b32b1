import { maskingFor, screened, type Span } from '@open12345/domain/identity'
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

type Content = { readonly text: string; readonly spans: readonly Span[] | null }

/** The matter of each order, opened with its key; what was erased stays closed. */
const contentRows = (tx: Tx, orderIds: readonly string[]) =>
  tx
    .selectFrom('work_order_text as t')
    .innerJoin('work_order_key as k', (join) => join.onRef('k.order_id', '=', 't.order_id').onRef('k.authority_id', '=', 't.authority_id'))
    .select(['t.order_id', 't.text_id', 't.sealed', 't.spans', 'k.wrapped_key'])
    .where('t.order_id', '=', sql<string>`any(${orderIds}::uuid[])`)
    .where('t.role', '=', 'content')
    .orderBy('t.text_id')
    .execute()

const contentTexts = async (tx: Tx, app: App, orderIds: readonly string[]): Promise<ReadonlyMap<string, Content>> => {
  const contents = new Map<string, Content>()
  for (const { order_id, text_id, sealed, spans, wrapped_key } of orderIds.length === 0 ? [] : await contentRows(tx, orderIds))
    if (wrapped_key !== null && !contents.has(order_id))
      contents.set(order_id, { text: openText(app, order_id, app.keyring.unwrap(wrapped_key), text_id, sealed), spans })
  return contents
}

/**
 * As it was written. For whoever was just given the requester's identity, on record, and for the program, which shows it to nobody: nobody else asks for it.
 */
export const wholeContent = async (tx: Tx, app: App, orderId: string): Promise<string | null> =>
  (await contentTexts(tx, app, [orderId])).get(orderId)?.text ?? null

const distinct = (ids: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id): id is string => id !== null && id !== undefined)),
]

/** Rows of a list, in the order in which they were found; for a unit each stands where its own part does. */
export const rowsOf = async (tx: Tx, app: App, actor: Actor, found: readonly Found[], at: Temporal.Instant): Promise<OrderRow[]> => {
  const contents = await contentTexts(
    tx,
    app,
    found.map(({ order_id }) => order_id),
  )
  const orders = found.map(({ state }) => state)
  const places = distinct(orders.flatMap(({ place }) => [place?.county, place?.township]))
  const names = await namesFor(tx, { units: distinct(orders.map((order) => standingFor(order, actor).unitId)), places, people: [] })
  return found.map(({ order_id, number, state }) => {
    const { text, spans } = contents.get(order_id) ?? { text: '', spans: [] }
    const content = screened({ role: 'content', text, spans }, maskingFor(actor.scope, screenedBy(state)))
    return rowOf({ orderId: order_id, number, order: state, content }, names, actor, instantText(at))
  })
}
