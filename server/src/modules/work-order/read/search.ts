import { isOrderNumber } from '@open12345/domain/work-order'
import type { Stage } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import { findByPhone } from '../../identity/index.ts'
import { normalised, tokensOf } from '../write/tokens.ts'
import { visibleTo, type Page } from './lists.ts'
import { rowsOf, type Found } from './rows.ts'

export type Search = {
  readonly text?: string | undefined
  readonly phone?: string | undefined
  readonly county?: string | undefined
  readonly unitId?: string | undefined
  readonly kind?: string | undefined
  readonly stage?: Stage | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  readonly at: Temporal.Instant
}

const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
/** A cursor is an order's id, and an id begins with when it was made. */
const dayLookedTo = (cursor: string): string =>
  dayOf(Temporal.Instant.fromEpochMilliseconds(Number.parseInt(cursor.replaceAll('-', '').slice(0, 12), 16)))
/**
 * Days are looked for by id: asked by another column, and sorted by id, everything younger would be walked through.
 * An order is opened in the instant its id is made.
 */
const firstIdOf = (date: string): string => {
  const { epochMilliseconds } = Temporal.PlainDate.from(date).toZonedDateTime('Asia/Shanghai')
  const time = Math.max(0, epochMilliseconds).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
const none = '00000000-0000-0000-0000-000000000000'
const notHidden = sql<boolean>`not identity_hidden`

const filtered = (tx: Tx, actor: Actor, search: Search) => {
  let query = visibleTo(tx, actor).select(['order_id', 'number', 'state'])
  if (search.county !== undefined) query = query.where('county', '=', search.county)
  if (search.unitId !== undefined) query = query.where('unit_id', '=', search.unitId)
  if (search.kind !== undefined) query = query.where('kind', '=', search.kind)
  if (search.stage !== undefined) query = query.where('stage', '=', search.stage)
  if (search.from !== undefined) query = query.where('order_id', '>=', firstIdOf(search.from))
  if (search.to !== undefined)
    query = query.where('order_id', '<', firstIdOf(Temporal.PlainDate.from(search.to).add({ days: 1 }).toString()))
  return query
}

const isCursor = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

type Looked = { readonly hits: readonly string[]; readonly looked_to: string | null }

/** Ids that hold all pairs of the words, newest first, and how far was looked; `app.search_orders` knows what the actor may see. */
const candidates = async (tx: Tx, app: App, text: string, before: string | null, most: number): Promise<Looked> => {
  const { rows } = await sql<Looked>`
    select hits, looked_to from app.search_orders(${tokensOf(app, text)}::bigint[], ${before}::uuid, ${most})`.execute(tx)
  return rows[0] ?? { hits: [], looked_to: null }
}

const openedTexts = async (tx: Tx, app: App, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('work_order_text as t')
    .innerJoin('work_order_key as k', 'k.order_id', 't.order_id')
    .select(['t.order_id', 't.text_id', 't.sealed', 'k.wrapped_key'])
    .where('t.order_id', '=', sql<string>`any(${orderIds}::uuid[])`)
    .where('t.role', 'in', ['content', 'address'])
    .execute()
  const texts = new Map<string, string>()
  for (const { order_id, text_id, sealed, wrapped_key } of rows)
    if (wrapped_key !== null)
      texts.set(
        order_id,
        `${texts.get(order_id) ?? ''}\n${app.keyring.open(app.keyring.unwrap(wrapped_key), sealed, `work_order_text/${order_id}/${text_id}`).toString()}`,
      )
  return texts
}

const batch = 100

/**
 * By words: pairs that stand apart also match, so each hit is checked against the opened text. One call looks so far and no further; the cursor
 * goes on from there.
 */
const byWords = async (
  tx: Tx,
  app: App,
  actor: Actor,
  search: Search & { readonly text: string },
): Promise<{ readonly found: Found[]; readonly next: string | null }> => {
  const wanted = normalised(search.text)
  const { hits: ids, looked_to: lookedTo } = await candidates(tx, app, search.text, isCursor(search.after) ? search.after : null, batch)
  if (ids.length === 0) return { found: [], next: lookedTo }
  const texts = await openedTexts(tx, app, ids)
  const hits = ids.filter((id) => normalised(texts.get(id) ?? '').includes(wanted))
  if (hits.length === 0) return { found: [], next: lookedTo }
  const found = await filtered(tx, actor, search)
    .where('order_id', '=', sql<string>`any(${hits}::uuid[])`)
    .orderBy('order_id', 'desc')
    .execute()
  const page = found.slice(0, search.limit)
  return { found: page, next: found.length > search.limit ? (page.at(-1)?.order_id ?? null) : lookedTo }
}

const byFilters = async (
  tx: Tx,
  app: App,
  actor: Actor,
  search: Search,
): Promise<{ readonly found: Found[]; readonly next: string | null }> => {
  let query = filtered(tx, actor, search)
  if (search.text !== undefined) query = query.where('number', '=', search.text)
  if (search.phone !== undefined) {
    // 20c: whose number it is, is for the centre and the seats; a unit finds nobody by it.
    const known = actor.scope === 'unit' ? [] : await findByPhone(tx, app, search.phone, 'history')
    // 20c: a number never leads to a report that was made from it.
    query = query.where('requester_id', 'in', known.length === 0 ? [none] : known.map(({ requesterId }) => requesterId)).where(notHidden)
  }
  if (isCursor(search.after)) query = query.where('order_id', '<', search.after)
  const found = await query
    .orderBy('order_id', 'desc')
    .limit(search.limit + 1)
    .execute()
  const page = found.slice(0, search.limit)
  return { found: page, next: found.length > search.limit ? (page.at(-1)?.order_id ?? null) : null }
}

/** Search by number, words, phone and the rest, newest first. A search by phone is audited by the vault. */
export const searchOrders = (app: App, actor: Actor, search: Search): Promise<Page & { readonly lookedBackTo: string | null }> =>
  asActor(app.database, actor, async (tx) => {
    const text = search.text?.replaceAll(/\s/g, '')
    const isNumber = text !== undefined && isOrderNumber(text)
    const { found, next } =
      text === undefined || isNumber || search.phone !== undefined
        ? await byFilters(tx, app, actor, { ...search, text: isNumber ? text : undefined })
        : await byWords(tx, app, actor, { ...search, text })
    const items = await rowsOf(tx, app, found, search.at)
    const lookedBackTo = next === null ? null : dayLookedTo(next)
    const isPast = lookedBackTo !== null && search.from !== undefined && lookedBackTo < search.from
    return isPast ? { items, next: null, lookedBackTo: null } : { items, next, lookedBackTo }
  })
