import { maskingFor, screened } from '@open12345/domain/identity'
import { isOrderNumber } from '@open12345/domain/work-order'
import type { Stage } from '@open12345/domain/vocabulary'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import { findByPhone } from '../../identity/index.ts'
import { openText } from '../write/texts.ts'
import { normalised, tokensOf } from '../write/tokens.ts'
import type { Page } from './lists.ts'
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
const firstIdAfter = (date: string): string => firstIdOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString())

type Narrowed = Search & {
  /** An order number, where the words are one. */
  readonly number?: string
  readonly requesterIds?: readonly string[]
  readonly orderIds?: readonly string[]
}
const when = <T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>): RawBuilder<unknown> =>
  value === undefined ? sql`` : sql`and ${condition(value)}`

/** Of `o`, a row of work_order; for a unit that looks among its own, of `t`, its part, as well. */
const narrowed = (search: Narrowed, stage: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ${when(search.county, (county) => sql`o.county = ${county}`)}
  ${when(search.kind, (kind) => sql`o.kind = ${kind}`)}
  ${when(search.stage, (wanted) => sql`${stage} = ${wanted}`)}
  ${when(search.from, (from) => sql`${id} >= ${firstIdOf(from)}`)}
  ${when(search.to, (to) => sql`${id} < ${firstIdAfter(to)}`)}
  ${when(search.number, (number) => sql`o.number = ${number}`)}
  ${when(search.orderIds, (ids) => sql`o.order_id = any(${ids}::uuid[])`)}
  ${/* 20c: a number never leads to a report that was made from it. */ when(search.requesterIds, (ids) => sql`o.requester_id = any(${ids}::uuid[]) and not o.identity_hidden`)}`

/** The newest first: of a unit's orders each unit's own newest, merged, so that an index serves each. */
const newest = async (tx: Tx, actor: Actor, search: Narrowed, limit: number): Promise<Found[]> => {
  const units = search.unitId === undefined ? (actor.scope === 'unit' ? actor.unitIds : undefined) : [search.unitId]
  const isOwn = actor.scope === 'unit' && search.unitId === undefined
  const before = search.orderIds === undefined && isCursor(search.after) ? search.after : undefined
  const { rows } =
    units === undefined
      ? await sql<Found>`
          select o.order_id, o.number, o.state from work_order o
          where o.authority_id = ${actor.authorityId} ${when(before, (id) => sql`o.order_id < ${id}`)} ${narrowed(search, sql`o.stage`, sql`o.order_id`)}
          order by o.order_id desc limit ${limit}`.execute(tx)
      : await sql<Found>`
          select o.order_id, o.number, o.state from (
            select distinct found.order_id from unnest(${units}::text[]) as lane (unit) cross join lateral (
              select t.order_id from unit_task t join work_order o on o.authority_id = t.authority_id and o.order_id = t.order_id
              where t.authority_id = ${actor.authorityId} and t.unit_id = lane.unit ${when(before, (id) => sql`t.order_id < ${id}`)}
                ${narrowed(search, isOwn ? sql`t.stage` : sql`o.stage`, sql`t.order_id`)}
              order by t.order_id desc limit ${limit}
            ) as found
          ) as ids join work_order o on o.authority_id = ${actor.authorityId} and o.order_id = ids.order_id
          order by o.order_id desc limit ${limit}`.execute(tx)
  return rows
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

/** As the actor may read them: else a search would confirm a name that is masked. @clause 20a */
const openedTexts = async (tx: Tx, app: App, actor: Actor, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('work_order_text as t')
    .innerJoin('work_order_key as k', 'k.order_id', 't.order_id')
    .innerJoin('work_order as o', 'o.order_id', 't.order_id')
    .select([
      't.order_id',
      't.text_id',
      't.role',
      't.sealed',
      't.spans',
      'k.wrapped_key',
      'o.identity_hidden as hidden',
      'o.grade',
      'o.status',
    ])
    .where('t.order_id', '=', sql<string>`any(${orderIds}::uuid[])`)
    .where('t.role', 'in', ['content', 'address'])
    .execute()
  const texts = new Map<string, string>()
  for (const { order_id, text_id, role, sealed, spans, wrapped_key, ...order } of rows) {
    if (wrapped_key === null) continue
    const text = openText(app, order_id, app.keyring.unwrap(wrapped_key), text_id, sealed)
    texts.set(order_id, `${texts.get(order_id) ?? ''}\n${screened({ role, text, spans }, maskingFor(actor.scope, order))}`)
  }
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
  const texts = await openedTexts(tx, app, actor, ids)
  const hits = ids.filter((id) => normalised(texts.get(id) ?? '').includes(wanted))
  if (hits.length === 0) return { found: [], next: lookedTo }
  const found = await newest(tx, actor, { ...search, orderIds: hits }, search.limit + 1)
  const page = found.slice(0, search.limit)
  return { found: page, next: found.length > search.limit ? (page.at(-1)?.order_id ?? null) : lookedTo }
}

/** 20c: whose number it is, is for the centre and the seats; a unit finds nobody by it. */
const requestersOf = async (tx: Tx, app: App, actor: Actor, phone: string): Promise<readonly string[]> =>
  actor.scope === 'unit' ? [] : (await findByPhone(tx, app, phone, 'history')).map(({ requesterId }) => requesterId)

const byFilters = async (
  tx: Tx,
  app: App,
  actor: Actor,
  search: Search,
): Promise<{ readonly found: Found[]; readonly next: string | null }> => {
  const requesterIds = search.phone === undefined ? undefined : await requestersOf(tx, app, actor, search.phone)
  const narrow = { ...(search.text === undefined ? {} : { number: search.text }), ...(requesterIds === undefined ? {} : { requesterIds }) }
  const found = await newest(tx, actor, { ...search, ...narrow }, search.limit + 1)
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
    const items = await rowsOf(tx, app, actor, found, search.at)
    const lookedBackTo = next === null ? null : dayLookedTo(next)
    const isPast = lookedBackTo !== null && search.from !== undefined && lookedBackTo < search.from
    return isPast ? { items, next: null, lookedBackTo: null } : { items, next, lookedBackTo }
  })
