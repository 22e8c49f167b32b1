import type { TellingView, ToldItem } from '@open12345/contract/answer'
import type { TellingFacts, TellingOutcome } from '@open12345/domain/answer'
import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

export type Told = { readonly itemId: string; readonly version: number }
export type ToldTo = Told & { readonly orderId: string }

type Row = {
  readonly item_id: string
  readonly version: number
  readonly order_id: string
  readonly number: string
  readonly title: string
  readonly told_at: Temporal.Instant
  readonly how: 'seat' | 'page'
  readonly current_version: number | null
  readonly changed_at: Temporal.Instant | null
  readonly outcomes: TellingOutcome[] | null
}

/** What was told, as the actor may see its orders, with what has become of the item since. */
const rowsWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select t.item_id, t.version, t.order_id, o.number, told.title, t.told_at, t.how,
      case newest.status when 'published' then newest.version end as current_version,
      coalesce(told.superseded_at, told.withdrawn_at) as changed_at, tried.outcomes
    from answer_told t
    join work_order o on o.authority_id = t.authority_id and o.order_id = t.order_id
    join knowledge_item told on told.authority_id = t.authority_id and told.item_id = t.item_id and told.version = t.version
    join knowledge_item newest on newest.authority_id = t.authority_id and newest.item_id = t.item_id and newest.superseded_at is null
      and newest.status <> 'draft'
    left join lateral (select array_agg(l.outcome order by l.at) as outcomes from answer_telling l
      where l.authority_id = t.authority_id and l.item_id = t.item_id and l.order_id = t.order_id and l.version = t.version) tried on true
    where t.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

const tellingOf = (row: Row & { readonly changed_at: Temporal.Instant }): TellingView => ({
  itemId: row.item_id,
  orderId: row.order_id,
  number: row.number,
  title: row.title,
  toldVersion: row.version,
  toldAt: text(row.told_at),
  how: row.how,
  currentVersion: row.current_version,
  changedAt: text(row.changed_at),
  tries: row.outcomes?.length ?? 0,
})

const toldItemOf = (row: Row): ToldItem => ({
  itemId: row.item_id,
  title: row.title,
  version: row.version,
  currentVersion: row.current_version,
  toldAt: text(row.told_at),
  how: row.how,
  outcome: row.outcomes?.at(-1) ?? null,
})

/** Told in the `days` before the item changed, and nobody has settled it. */
const isOwed = (days: number): RawBuilder<unknown> => sql`
  (told.superseded_at is not null or told.status = 'withdrawn')
  and t.told_at >= coalesce(told.superseded_at, told.withdrawn_at) - make_interval(days => ${days})
  and not exists (select from answer_telling e where e.authority_id = t.authority_id and e.item_id = t.item_id and e.order_id = t.order_id
    and e.version = t.version and e.outcome <> 'not-reached')`

const cursorPattern = /^([0-9a-f-]{36})\/([0-9a-f-]{36})\/(\d{1,7})$/
const behind = (cursor: string | undefined): RawBuilder<unknown> => {
  const [, orderId, itemId, version] = cursorPattern.exec(cursor ?? '') ?? []
  return orderId === undefined
    ? sql``
    : sql`and (t.order_id, t.item_id, t.version) < (${orderId}::uuid, ${itemId}::uuid, ${Number(version)})`
}

type Asked = { readonly days: number; readonly after: string | undefined; readonly limit: number }
/** The newest order first. */
export const owedTellings = async (tx: Tx, { days, after, limit }: Asked): Promise<{ items: TellingView[]; next: string | null }> => {
  const rows = await rowsWhere(
    tx,
    sql`${isOwed(days)} ${behind(after)} order by t.order_id desc, t.item_id desc, t.version desc limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.flatMap(({ changed_at: changedAt, ...row }) => (changedAt === null ? [] : [tellingOf({ ...row, changed_at: changedAt })])),
    next: rows.length > limit && last !== undefined ? `${last.order_id}/${last.item_id}/${last.version}` : null,
  }
}

/** Everything that the requester of an order was told. */
export const toldTo = async (tx: Tx, orderId: string): Promise<ToldItem[]> =>
  (await rowsWhere(tx, sql`t.order_id = ${orderId} order by t.told_at, t.item_id, t.version`)).map(toldItemOf)

/** Held until the end of the transaction, so that it is settled once. Trap: a statement that waits for the order goes on with what it read before. */
export const tellingFacts = async (tx: Tx, { orderId, itemId, version }: ToldTo): Promise<TellingFacts | undefined> => {
  await tx.selectFrom('work_order').select('order_id').where('order_id', '=', orderId).forNoKeyUpdate().execute()
  const [row] = await rowsWhere(tx, sql`t.order_id = ${orderId} and t.item_id = ${itemId} and t.version = ${version}`)
  return row && { toldVersion: row.version, currentVersion: row.current_version, outcomes: row.outcomes ?? [] }
}

export const owesTellingTo = async (tx: Tx, orderId: string, days: number): Promise<boolean> =>
  (await rowsWhere(tx, sql`t.order_id = ${orderId} and ${isOwed(days)} limit 1`)).length > 0

type Settled = ToldTo & { readonly outcome: TellingOutcome; readonly accountId: string; readonly at: Temporal.Instant }
export const writeTelling = async (tx: Tx, { orderId, itemId, version, outcome, accountId, at }: Settled): Promise<void> => {
  await sql`insert into answer_telling (authority_id, telling_id, item_id, order_id, version, outcome, account_id, at)
    values (app.authority(), ${newId(at)}, ${itemId}, ${orderId}, ${version}, ${outcome}, ${accountId}, ${at})`.execute(tx)
}

/** Whoever files says what the page showed; what no page has shown for longer than this is not believed. */
const shownHours = 24

/** 17b: what the page showed whoever then filed; an item that nobody ever published is left out. */
export const writeShown = async (tx: Tx, orderId: string, shown: readonly Told[], at: Temporal.Instant): Promise<void> => {
  for (const { itemId, version } of shown)
    await sql`insert into answer_told (authority_id, item_id, version, order_id, told_at, how)
      select app.authority(), k.item_id, k.version, ${orderId}::uuid, ${at}, 'page' from knowledge_item k
      where k.authority_id = app.authority() and k.item_id = ${itemId} and k.version = ${version} and k.status <> 'draft'
        and coalesce(k.superseded_at, k.withdrawn_at, 'infinity') > ${at.subtract({ hours: shownHours })}
      on conflict do nothing`.execute(tx)
}
