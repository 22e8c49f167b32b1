import type { BoardView } from '@open12345/contract/board'
import type { Kind } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Language } from '../../http/call.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { countStages, rowsOf, standingsOf, visibleTo, type Found } from '../work-order/index.ts'
import { healthOf } from './health.ts'
import { actsMissing, onTime, returns, satisfaction } from './rates.ts'

const zone = 'Asia/Shanghai'
const nearDue = { hours: 24 }
const shown = 10
const working = ['to-accept', 'to-verify', 'to-dispatch', 'coordination', 'to-sign', 'in-hand', 'to-review', 'to-deliver'] as const

const todayStart = (at: Temporal.Instant): Temporal.Instant => at.toZonedDateTimeISO(zone).startOfDay().toInstant()

type Span = { readonly after: Temporal.Instant | null; readonly until: Temporal.Instant }

/** What is due in the span; for a unit, of its own parts. */
const inSpan = (actor: Actor, { after, until }: Span) => {
  const { from, id, stage, rank, dueAt, own } = standingsOf(actor)
  return sql<{ order_id: string; rank: number; due_at: Temporal.Instant }>`
    select ${id} as order_id, ${rank} as rank, ${dueAt} as due_at from ${from}
    where ${own} and ${stage} = any(${working}::text[]) and ${dueAt} <= ${until} ${after === null ? sql`` : sql`and ${dueAt} > ${after}`}`
}

/** Open orders whose stage is due in the span, emergencies and special orders first (12-4), then what is due first. */
const mostPressing = async (tx: Tx, app: App, actor: Actor, span: Span, at: Temporal.Instant) => {
  const { rows } = await sql<Found>`
    select o.order_id, o.number, o.state
    from (${inSpan(actor, span)} order by rank, due_at, order_id limit ${shown}) as pressing
      join work_order o on o.authority_id = ${actor.authorityId} and o.order_id = pressing.order_id
    order by pressing.rank, pressing.due_at, pressing.order_id`.execute(tx)
  return rowsOf(tx, app, actor, rows, at)
}

const countedTo = 100

/** All of them, counted to a hundred at most: 100 means more. */
const howMany = async (tx: Tx, actor: Actor, span: Span): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${inSpan(actor, span)} limit ${countedTo}) as counted`.execute(tx)
  return rows[0]?.count ?? 0
}

const eventsOfToday = async (tx: Tx, since: Temporal.Instant): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('work_order_event')
    .select((eb) => ['type', eb.fn.countAll<number>().as('count')])
    .where('at', '>=', since)
    .groupBy('type')
    .execute()
  return new Map(rows.map(({ type, count }) => [type, Number(count)]))
}

/** 第八条（一）: what came in today, each kind by itself. @clause 8-1 */
const arrivals = async (tx: Tx, actor: Actor, since: Temporal.Instant) => {
  const rows = await visibleTo(tx, actor)
    .select((eb) => [
      sql<number>`extract(hour from opened_at at time zone ${zone})::int`.as('hour'),
      'kind',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('opened_at', '>=', since)
    .groupBy([sql`1`, 'kind'])
    .execute()
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, count: 0 }))
  const kinds = new Map<Kind, number>()
  for (const { hour, kind, count } of rows) {
    const slot = hours[hour]
    if (slot !== undefined) slot.count += Number(count)
    if (kind !== null) kinds.set(kind as Kind, (kinds.get(kind as Kind) ?? 0) + Number(count))
  }
  return { byHour: hours, byKind: [...kinds].map(([kind, count]) => ({ kind, count })) }
}

type Asked = { readonly at: Temporal.Instant; readonly language: Language }

/**
 * What the centre looks at all day, and a unit for its own orders. Who may see the board and no order reads the centre's figures without the
 * orders behind them.
 */
export const readBoard = async (app: App, person: Actor, { at, language }: Asked): Promise<BoardView> => {
  const seesOrders = person.scope !== 'none'
  const actor: Actor = seesOrders ? person : { ...person, scope: 'centre' }
  const stages = await countStages(app, actor)
  // How many messages wait tells a unit that there is an order which it may not know of (20c).
  const health = person.scope === 'centre' ? await healthOf(app, at, language) : []
  return asActor(app.database, actor, async (tx) => {
    const since = todayStart(at)
    const month = since.subtract({ hours: 24 * 30 })
    const today = await eventsOfToday(tx, since)
    const overdue = { after: null, until: at }
    const soon = { after: at, until: at.add(nearDue) }
    const count = (type: string): number => today.get(type) ?? 0
    return {
      at: at.toString({ smallestUnit: 'millisecond' }),
      stages,
      overdue: seesOrders ? await mostPressing(tx, app, actor, overdue, at) : [],
      overdueCount: await howMany(tx, actor, overdue),
      nearDue: seesOrders ? await mostPressing(tx, app, actor, soon, at) : [],
      nearDueCount: await howMany(tx, actor, soon),
      today: {
        recorded: count('recorded'),
        accepted: count('accepted'),
        answeredDirectly: count('answered-directly'),
        declined: count('declined'),
        dispatched: count('dispatched'),
        delivered: count('reply-delivered'),
        closed: count('closed'),
      },
      ...(await arrivals(tx, actor, since)),
      onTime: await onTime(tx, actor, month, at),
      ...(await satisfaction(tx, actor, month)),
      actsMissing: await actsMissing(tx, actor),
      returns: await returns(tx, actor, month),
      health,
    }
  })
}
