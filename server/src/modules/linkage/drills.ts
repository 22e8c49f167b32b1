import { linkageRoutes as routes, type DrillView } from '@open12345/contract/linkage'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { recordDrill, testCall } from '@open12345/domain/linkage'
import type { TelephonyPort } from '@open12345/domain/telephony'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { newId } from '../../db/ids.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { civilDate, findLine, linesOf } from './lines.ts'
import { openFor, sealFor } from './sealing.ts'
import { dialLine } from './switch.ts'

type Row = {
  readonly drill_id: string
  readonly kind: DrillView['kind']
  readonly line_ids: readonly string[]
  readonly held_on: Temporal.PlainDate
  readonly outcome: DrillView['outcome']
  readonly due_on: Temporal.PlainDate | null
  readonly by: string
  readonly at: Temporal.Instant
  readonly wrapped_key: Buffer
  readonly participants_sealed: Buffer | null
  readonly finding_sealed: Buffer | null
  readonly improvement_sealed: Buffer | null
}

const rowsWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select d.drill_id, d.kind, d.line_ids, d.held_on, d.outcome, d.due_on, coalesce(a.name, '') as by, d.at, d.wrapped_key, d.participants_sealed,
      d.finding_sealed, d.improvement_sealed
    from linkage_drill d left join account a on a.authority_id = d.authority_id and a.account_id = d.account_id
    where d.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

const drillViews = async (tx: Tx, app: App, rows: readonly Row[]): Promise<DrillView[]> => {
  const names = new Map((await linesOf(tx)).map(({ lineId, name }) => [lineId, name]))
  return rows.map((row) => {
    const open = openFor(app, row.wrapped_key, row.drill_id)
    return {
      drillId: row.drill_id,
      kind: row.kind,
      lines: row.line_ids.map((lineId) => ({ lineId, name: names.get(lineId) ?? lineId })),
      heldOn: row.held_on.toString(),
      outcome: row.outcome,
      participants: open('participants', row.participants_sealed),
      finding: open('finding', row.finding_sealed),
      improvement: open('improvement', row.improvement_sealed),
      dueOn: row.due_on?.toString() ?? null,
      by: row.by,
      at: row.at.toString({ smallestUnit: 'millisecond' }),
    }
  })
}

type New = Pick<DrillView, 'kind' | 'heldOn' | 'outcome' | 'participants' | 'finding' | 'improvement' | 'dueOn'> & {
  readonly lineIds: readonly string[]
}

const insertDrill = async (tx: Tx, app: App, { actor, at }: Asking, drill: New): Promise<string> => {
  const drillId = newId(at)
  const { wrapped } = app.keyring.newDataKey()
  const seal = sealFor(app, wrapped, drillId)
  const { kind, lineIds, heldOn, outcome, dueOn } = drill
  await sql`
    insert into linkage_drill (authority_id, drill_id, kind, line_ids, held_on, outcome, due_on, account_id, at, wrapped_key, participants_sealed,
      finding_sealed, improvement_sealed)
    values (app.authority(), ${drillId}, ${kind}, ${[...new Set(lineIds)]}::text[], ${heldOn}, ${outcome}, ${dueOn}, ${actor.accountId ?? null}, ${at},
      ${wrapped}, ${seal('participants', drill.participants)}, ${seal('finding', drill.finding)}, ${seal('improvement', drill.improvement)})`.execute(
    tx,
  )
  return drillId
}

type Named = { readonly drillId: string }

/** Once for its key; the switch acts after the record is there. */
const taken = async (
  app: App,
  asked: Asking,
  work: (tx: Tx) => Promise<Decision<Named>>,
  afterwards: (drillId: string) => Promise<void> = async () => {},
): Promise<Decision<DrillView>> => {
  const done = await decideAs(app.database, asked.actor, (tx) => once(tx, asked, () => work(tx)))
  if (!done.ok) return done
  const { ids, repeated } = done.value
  if (!repeated) await afterwards(ids.drillId)
  return asActor(app.database, asked.actor, async (tx) => {
    const [view] = await drillViews(tx, app, await rowsWhere(tx, sql`d.drill_id = ${ids.drillId}`))
    return view === undefined ? refuse({ code: 'linkage.unknown', clause: '14' }) : accept(view)
  })
}

const isTesting = async (tx: Tx, lineId: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('linkage.test/' || app.authority() || '/' || ${lineId}, 0))`.execute(tx)
  return (await rowsWhere(tx, sql`d.outcome = 'calling' and d.line_ids @> array[${lineId}::text]`)).length > 0
}

/** 试线: whether the line answers, and nothing else; it is hung up as soon as it does. @clause 14 */
const testLine =
  (telephony: TelephonyPort) =>
  async (asked: Call<typeof routes.testLinkageLine>, app: App): Promise<Decision<DrillView>> => {
    let number = ''
    const work = async (tx: Tx): Promise<Decision<Named>> => {
      const { lineId } = asked.params
      const decided = testCall(await findLine(tx, lineId), await isTesting(tx, lineId))
      if (!decided.ok) return decided
      number = decided.value.number
      const nothing = { participants: null, finding: null, improvement: null, dueOn: null }
      const test = { ...nothing, kind: 'test-call', lineIds: [lineId], heldOn: civilDate(asked.at), outcome: 'calling' } as const
      return accept({ drillId: await insertDrill(tx, app, asked, test) })
    }
    return taken(app, asked, work, (drillId) => dialLine(app, telephony, drillId, number))
  }

const held = (asked: Call<typeof routes.recordDrill>, app: App): Promise<Decision<DrillView>> =>
  taken(app, asked, async (tx) => {
    const decided = recordDrill(asked.body, await linesOf(tx), civilDate(asked.at))
    return decided.ok ? accept({ drillId: await insertDrill(tx, app, asked, asked.body) }) : decided
  })

/** A page goes on behind this drill: its day, then its id. */
const cursorOf = ({ held_on: on, drill_id: id }: Row): string => `${on.toString()}/${id}`
const after = (cursor: string | undefined): RawBuilder<unknown> => {
  const [on = '', id = ''] = /^(\d{4}-\d\d-\d\d)\/([0-9a-f-]{36})$/.exec(cursor ?? '')?.slice(1) ?? []
  return on === '' ? sql`` : sql`and (d.held_on, d.drill_id) < (${on}::date, ${id}::uuid)`
}

export const drillEndpoints = (telephony: TelephonyPort): readonly Endpoint[] => [
  mount(routes.testLinkageLine, testLine(telephony)),
  mount(routes.recordDrill, held),
  mount(routes.listDrills, ({ actor, query }, app) =>
    asActor(app.database, actor, async (tx) => {
      const rows = await rowsWhere(tx, sql`true ${after(query.after)} order by d.held_on desc, d.drill_id desc limit ${query.limit + 1}`)
      const page = rows.slice(0, query.limit)
      const last = page.at(-1)
      return accept({
        items: await drillViews(tx, app, page),
        next: rows.length > query.limit && last !== undefined ? cursorOf(last) : null,
      })
    }),
  ),
]
