import type { Incident } from '@open12345/domain/incident'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

/** A row as the actor may see it (migration 0016). */
export type Row = {
  readonly incident_id: string
  readonly title: string
  readonly subject: string
  readonly county: string
  readonly township: string | null
  readonly main_order_id: string
  readonly notice_text: string | null
  readonly ready_answer: string | null
  readonly opened_at: Temporal.Instant
  readonly over_at: Temporal.Instant | null
  readonly final_answer: string | null
}

const rowsWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select incident_id, title, subject, county, township, main_order_id, notice_text, ready_answer, opened_at, over_at, final_answer
    from incident where authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

export const findRow = async (tx: Tx, incidentId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`incident_id = ${incidentId}`))[0]

/** Held until the end of the transaction, so that nothing joins, is published or ends beside it. */
export const heldRow = async (tx: Tx, incidentId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`incident_id = ${incidentId} for update`))[0]

export type Listing = { readonly state: 'open' | 'over'; readonly after?: string | undefined; readonly limit: number }
const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Newest first; one more than asked for tells whether there is another page. */
export const listRows = (tx: Tx, { state, after, limit }: Listing): Promise<readonly Row[]> =>
  rowsWhere(
    tx,
    sql`over_at is ${state === 'open' ? sql`null` : sql`not null`} ${isId(after) ? sql`and incident_id < ${after}` : sql``}
      order by incident_id desc limit ${limit + 1}`,
  )

const mostNotices = 20
export const noticedRows = (tx: Tx): Promise<readonly Row[]> =>
  rowsWhere(tx, sql`over_at is null and notice_text is not null order by incident_id desc limit ${mostNotices}`)

export const isOpenedFrom = async (tx: Tx, mainOrderId: string): Promise<boolean> =>
  (await rowsWhere(tx, sql`main_order_id = ${mainOrderId} and over_at is null`)).length > 0

export const factsOf = (row: Row | undefined): Incident | undefined =>
  row && { mainOrderId: row.main_order_id, overAt: row.over_at?.toString({ smallestUnit: 'millisecond' }) ?? null }

/** 20c: of these orders those that the actor may see; one that was sealed after its incident is not named to others. */
export const seenOf = async (tx: Tx, orderIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from work_order where authority_id = app.authority() and order_id = any(${[...orderIds]}::uuid[])`.execute(tx)
  return new Set(rows.map(({ order_id }) => order_id))
}

/** How many requests each is asked about by; nothing for a unit. */
export const joinedCounts = async (tx: Tx, incidentIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ incident_id: string; joined: number }>`
    select * from app.incident_joined(${incidentIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ incident_id, joined }) => [incident_id, joined]))
}
