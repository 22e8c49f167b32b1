import type { OrderRow, UrgentRow } from '@open12345/contract/work-order'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { stages, type Stage, type Waiting } from '@open12345/domain/vocabulary'
import { isOpen, isWindow, type Clock } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Actor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import { rowsOf, type Found } from './rows.ts'
import { standingsOf } from './standings.ts'
import { waitsFor } from './waiting.ts'

export type Listing = {
  readonly stages: readonly Stage[]
  readonly mine: boolean
  readonly waiting: Waiting | undefined
  readonly after: string | undefined
  readonly limit: number
  readonly at: Temporal.Instant
}
export type Page = { readonly items: OrderRow[]; readonly next: string | null }

type Place = { readonly rank: number; readonly dueAt: Temporal.Instant; readonly orderId: string }
const cursorOf = ({ rank, due_at, order_id }: Row): string => `${rank}_${due_at.epochMilliseconds}_${order_id}`
const readCursor = (cursor: string | undefined): Place | undefined => {
  const match = /^([0-2])_(-?\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '')
  if (match === null) return undefined
  return { rank: Number(match[1]), dueAt: Temporal.Instant.fromEpochMilliseconds(Number(match[2])), orderId: match[3] ?? '' }
}

type Row = Found & { readonly rank: number; readonly due_at: Temporal.Instant }

const open = stages.filter((stage) => stage !== 'closed')

/** The lanes, and the rows of one. The indexes hold what is open only: unless it is said, they are not used. */
const lanesOf = (actor: Actor, wanted: readonly Stage[]) => {
  const lanes = wanted.length === 0 ? open : wanted
  const { from, id, stage, rank, dueAt, own } = standingsOf(actor)
  const inStage = sql`${own} and ${stage} = lane.stage ${lanes.includes('closed') ? sql`` : sql`and ${stage} <> 'closed'`}`
  return actor.scope === 'unit'
    ? {
        lanes: sql`unnest(${lanes}::text[]) as stage, unnest(${actor.unitIds}::text[]) as unit`,
        from,
        id,
        rank,
        dueAt,
        inLane: sql`${inStage} and t.unit_id = lane.unit`,
      }
    : { lanes: sql`unnest(${lanes}::text[]) as stage`, from, id, rank, dueAt, inLane: inStage }
}

/**
 * The few that wait for the centre are no lane: they are found by themselves, wherever they stand.
 * Trap: a plain condition on the stage would have everything that is open looked through by the index of the lanes.
 */
const waitingLane = (actor: Actor, waiting: Waiting, wanted: readonly Stage[]) => ({
  lanes: sql`(select 1) as one`,
  from: sql`work_order o`,
  id: sql`o.order_id`,
  rank: sql`o.list_rank`,
  dueAt: sql`o.stage_due_at`,
  inLane: sql`o.authority_id = ${actor.authorityId} and ${waitsFor(actor, sql`${waiting}::text`)}
    ${wanted.length === 0 ? sql`` : sql`and o.stage || '' = any(${wanted}::text[])`}`,
})

/**
 * The first of each lane, merged. A lane is one stage (of one unit, for a unit): within it the index already has the order, so that the cost
 * is the page's and not that of everything which is open.
 */
const firstOf = async (tx: Tx, actor: Actor, { stages: wanted, mine, waiting, after, limit }: Listing): Promise<readonly Row[]> => {
  const { lanes, from, id, rank, dueAt, inLane } = waiting === undefined ? lanesOf(actor, wanted) : waitingLane(actor, waiting, wanted)
  const place = readCursor(after)
  const { rows } = await sql<Row>`
    select found.order_id, found.number, found.state, found.rank, found.due_at
    from (select * from ${lanes}) as lane
      cross join lateral (
        select o.order_id, o.number, o.state, ${rank} as rank, ${dueAt} as due_at from ${from}
        where ${inLane}
          ${mine ? sql`and o.taken_by = ${actor.accountId ?? null}` : sql``}
          ${place === undefined ? sql`` : sql`and (${rank}, ${dueAt}, ${id}) > (${place.rank}::smallint, ${place.dueAt}::timestamptz, ${place.orderId}::uuid)`}
        order by ${rank}, ${dueAt}, ${id}
        limit ${limit + 1}
      ) as found
    order by found.rank, found.due_at, found.order_id
    limit ${limit + 1}`.execute(tx)
  return rows
}

/** A work list: emergencies first (12-4), then special orders, then what is due first; keyset pages on (rank, due, id). */
export const listOrders = (app: App, actor: Actor, listing: Listing): Promise<Page> =>
  asActor(app.database, actor, async (tx) => {
    const found = await firstOf(tx, actor, listing)
    const page = found.slice(0, listing.limit)
    const last = found.length > listing.limit ? page.at(-1) : undefined
    return { items: await rowsOf(tx, app, actor, page, listing.at), next: last === undefined ? null : cursorOf(last) }
  })

const clockOf = ({ id, kind, startAt, dueAt, dueOn, outcome, metAt }: Clock): UrgentRow['clocks'][number] => ({
  id,
  kind,
  startAt,
  dueAt,
  dueOn,
  outcome,
  metAt,
})
const isAct = ({ id }: Clock): boolean => /^(report|call|dispatch)-/.test(id)
const nextDue = ({ clocks }: UrgentRow): string => clocks.find(({ metAt }) => metAt === null)?.dueAt ?? '9999'
const mostUrgent = 50

/**
 * 第十二条（四）: the special and emergency matters that are open, by what is due next. Emergencies and special matters begin each lane.
 * For the centre; refuses `work-order.not-entitled`.
 * @clause 12-4a
 */
export const listUrgent = (app: App, actor: Actor, at: Temporal.Instant): Promise<Decision<{ items: UrgentRow[] }>> =>
  asActor(app.database, actor, async (tx) => {
    if (actor.scope !== 'centre') return refuse({ code: 'work-order.not-entitled', clause: '12-4a' })
    const first = await firstOf(tx, actor, { stages: [], mine: false, waiting: undefined, after: undefined, limit: mostUrgent, at })
    const found = first.filter(({ state }) => state.urgency !== 'ordinary').slice(0, mostUrgent)
    const rows = await rowsOf(tx, app, actor, found, at)
    const items = rows.map((row, index): UrgentRow => {
      const clocks = found[index]?.state.clocks ?? []
      const shown = clocks.filter((clock) => clock.whose !== 'requester' && !isWindow(clock) && (isAct(clock) || isOpen(clock)))
      return {
        ...row,
        clocks: shown.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : Number(one.dueAt > other.dueAt))).map(clockOf),
      }
    })
    return accept({ items: items.toSorted((one, other) => (nextDue(one) < nextDue(other) ? -1 : Number(nextDue(one) > nextDue(other)))) })
  })

const most = 100

/** How many orders stand at each stage, counted to a hundred at most: 100 means more. */
export const countStages = (app: App, actor: Actor): Promise<{ stage: Stage; count: number }[]> =>
  asActor(app.database, actor, async (tx) => {
    const lane = lanesOf(actor, open)
    const { rows } = await sql<{ stage: Stage; count: number }>`
      select lane.stage, least(sum(bounded.count), ${most})::integer as count
      from (select * from ${lane.lanes}) as lane
        cross join lateral (
          select count(*) from (
            select from ${lane.from} where ${lane.inLane} limit ${most}
          ) as counted
        ) as bounded
      group by lane.stage`.execute(tx)
    const counted = new Map(rows.map(({ stage, count }) => [stage, count]))
    return open.map((stage) => ({ stage, count: counted.get(stage) ?? 0 }))
  })

/** Earlier orders of these requesters, newest first: what a seat sees while the contact is open. A number never leads to a report (20c). */
export const historyOf = async (
  tx: Tx,
  app: App,
  actor: Actor,
  requesterIds: readonly string[],
  at: Temporal.Instant,
): Promise<OrderRow[]> => {
  if (requesterIds.length === 0) return []
  const found = await tx
    .selectFrom('work_order')
    .select(['order_id', 'number', 'state'])
    .where('requester_id', 'in', requesterIds)
    .where('identity_hidden', '=', false)
    .orderBy('order_id', 'desc')
    .limit(20)
    .execute()
  return rowsOf(tx, app, actor, found, at)
}
