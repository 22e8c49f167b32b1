import type { WhatIf } from '@open12345/contract/clock'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { explain, type Explanation, type Question, type World } from '@open12345/domain/policy'
import type { Kind, Urgency } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { currentWorld } from '../calendar/index.ts'

export type Asked = { readonly pack: string; readonly after?: string | undefined; readonly limit: number }

/** Each is counted anew, so that a page costs so much and no more, however few of them differ. */
const mostLookedAt = 200

type Row = {
  readonly order_id: string
  readonly number: string
  readonly kind: Kind | null
  readonly subject: string | null
  readonly urgency: Urgency
  readonly channel: string
  readonly clock_id: string
  readonly clock: 'handle' | 'requester'
  readonly start_at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly due_on: Temporal.PlainDate
  readonly pack: string
  /** 12-3: the working days that this clock was extended by. */
  readonly granted_days: number | null
}
type Place = { readonly dueAt: Temporal.Instant; readonly orderId: string; readonly clockId: string }

const cursorOf = ({ due_at, order_id, clock_id }: Row): string => `${due_at.epochMilliseconds}_${order_id}_${clock_id}`
const readCursor = (cursor: string | undefined): Place | undefined => {
  const match = /^(-?\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{1,60})$/.exec(cursor ?? '')
  if (match === null) return undefined
  return { dueAt: Temporal.Instant.fromEpochMilliseconds(Number(match[1])), orderId: match[2] ?? '', clockId: match[3] ?? '' }
}

/** Open clocks by their ends; what is closed has none. */
const openClocks = async (tx: Tx, { authorityId }: Actor, after: string | undefined): Promise<readonly Row[]> => {
  const place = readCursor(after)
  const { rows } = await sql<Row>`
    select c.order_id, o.number, o.kind, o.subject, o.urgency, o.channel, c.clock_id, c.kind as clock, c.start_at, c.due_at, c.due_on, c.pack,
      (select (one #>> '{extension,days}')::integer from jsonb_array_elements(o.state -> 'assignments') as one
        where one #>> '{extension,status}' = 'granted' and one #>> '{extension,clockId}' = c.clock_id) as granted_days
    from work_order_clock c join work_order o on o.authority_id = c.authority_id and o.order_id = c.order_id
    where c.authority_id = ${authorityId} and c.outcome in ('pending', 'breached') and c.kind in ('handle', 'requester')
      ${place === undefined ? sql`` : sql`and (c.due_at, c.order_id, c.clock_id) > (${place.dueAt}::timestamptz, ${place.orderId}::uuid, ${place.clockId}::text)`}
    order by c.due_at, c.order_id, c.clock_id limit ${mostLookedAt + 1}`.execute(tx)
  return rows
}

/** Where the clock would end: the same question to the other pack, and what was granted beyond, from there. */
const explained = (row: Row, { pack }: Asked, { authorityId }: Actor, world: World): Decision<Explanation> => {
  const { kind, subject, urgency, channel, granted_days: grantedDays } = row
  const question: Question = {
    authority: authorityId,
    pack,
    clock: row.clock,
    startAt: row.start_at,
    kind,
    subject,
    urgency,
    source: channel,
  }
  const first = explain(question, world)
  if (!first.ok || grantedDays === null) return first
  const startAt = Temporal.Instant.from(first.value.dueAt)
  return explain({ ...question, clock: 'extension', startAt, grantedDays, isException: true }, world)
}

const itemOf = (row: Row, { dueOn: wouldBeDueOn, clause }: Explanation): WhatIf['items'][number] => ({
  orderId: row.order_id,
  number: row.number,
  kind: row.kind,
  subject: row.subject,
  clockId: row.clock_id,
  clock: row.clock,
  startAt: row.start_at.toString({ smallestUnit: 'millisecond' }),
  pack: row.pack,
  dueOn: row.due_on.toString(),
  wouldBeDueOn,
  clause,
})

/**
 * 第二十八条: what another pack would make of the open orders, before anybody adopts it; nothing is written, and no promise moves.
 * For the centre. Refuses `access.not-entitled`, `policy.unknown-pack`.
 * @clause 28
 */
export const whatIf = (app: App, actor: Actor, asked: Asked): Promise<Decision<WhatIf>> =>
  asActor(app.database, actor, async (tx) => {
    if (actor.scope !== 'centre') return refuse({ code: 'access.not-entitled' })
    const world = await currentWorld(tx, app)
    if (!world.packs.some(({ id }) => id === asked.pack)) return refuse({ code: 'policy.unknown-pack', facts: { pack: asked.pack } })
    const rows = await openClocks(tx, actor, asked.after)
    const items: WhatIf['items'] = []
    let [lookedAt, notInForce] = [0, 0]
    for (const row of rows.slice(0, mostLookedAt)) {
      if (items.length === asked.limit) break
      lookedAt += 1
      const found = explained(row, asked, actor, world)
      if (!found.ok) notInForce += 1
      else if (found.value.dueOn !== row.due_on.toString()) items.push(itemOf(row, found.value))
    }
    const last = rows[lookedAt - 1]
    return accept({ items, lookedAt, notInForce, next: last === undefined || lookedAt === rows.length ? null : cursorOf(last) })
  })
