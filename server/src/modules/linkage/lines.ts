import { linkageRoutes as routes, type LinkageLine } from '@open12345/contract/linkage'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { correct, testEveryDays, testIsDue, type LineKind } from '@open12345/domain/linkage'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { newId } from '../../db/ids.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'

export type LineRow = {
  readonly lineId: string
  readonly name: string
  readonly kind: LineKind
  readonly number: string | null
  readonly note: string | null
  readonly closed: boolean
}

const columns = sql`l.line_id as "lineId", l.name, l.kind, l.number, l.note, l.closed_on is not null as closed`

/** The directory: emergency lines first, each kind as its folder lists it. */
export const linesOf = async (tx: Tx): Promise<readonly LineRow[]> => {
  const { rows } = await sql<LineRow>`
    select ${columns} from linkage_line l where l.authority_id = app.authority() order by l.kind, l.rank`.execute(tx)
  return rows
}

export const findLine = async (tx: Tx, lineId: string): Promise<LineRow | undefined> => {
  const { rows } = await sql<LineRow>`
    select ${columns} from linkage_line l where l.authority_id = app.authority() and l.line_id = ${lineId}`.execute(tx)
  return rows[0]
}

type TestedRow = LineRow & {
  readonly unit_name: string | null
  readonly tested_on: Temporal.PlainDate | null
  readonly outcome: NonNullable<LinkageLine['tested']>['outcome'] | null
  readonly reached_on: Temporal.PlainDate | null
}

/** When a line was tested is what the records of tests and drills say; there is no second source. @clause 14 */
const directory = async (tx: Tx, at: Temporal.Instant): Promise<readonly LinkageLine[]> => {
  const { rows } = await sql<TestedRow>`
    select ${columns}, u.name as unit_name, newest.held_on as tested_on, newest.outcome, reached.held_on as reached_on
    from linkage_line l
      left join unit u on u.authority_id = l.authority_id and u.unit_id = l.unit_id
      left join lateral (
        select d.held_on, d.outcome from linkage_drill d where d.authority_id = l.authority_id and d.line_ids @> array[l.line_id]
        order by d.held_on desc, d.drill_id desc limit 1) newest on true
      left join lateral (
        select max(d.held_on) as held_on from linkage_drill d
        where d.authority_id = l.authority_id and d.line_ids @> array[l.line_id] and d.outcome = 'reached') reached on true
    where l.authority_id = app.authority()
    order by l.closed_on is not null, l.kind, l.rank`.execute(tx)
  const today = civilDate(at)
  return rows.map(({ unit_name: unitName, tested_on: on, outcome, reached_on: reachedOn, ...line }) => ({
    ...line,
    unitName,
    tested: on === null || outcome === null ? null : { on: on.toString(), outcome },
    testDue: !line.closed && line.number !== null && testIsDue(reachedOn?.toString() ?? null, today),
  }))
}

export const civilDate = (at: Temporal.Instant): string => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

/** What stood there before is kept beside it, with who changed it. @clause 14 */
const correctLine = async (call: Call<typeof routes.correctLinkageLine>, app: App): Promise<Decision<LinkageLine>> => {
  const { actor, at, body, params } = call
  const { lineId } = params
  return decideAs(app.database, actor, async (tx) => {
    const done = await once(tx, call, async () => {
      await sql`select from linkage_line where authority_id = app.authority() and line_id = ${lineId} for update`.execute(tx)
      const before = await findLine(tx, lineId)
      const decided = correct(before, body)
      if (!decided.ok) return decided
      await sql`insert into linkage_line_change values (app.authority(), ${newId(at)}, ${lineId}, ${at}, ${actor.accountId ?? null},
        ${before?.number ?? null}, ${body.number}, ${before?.note ?? null}, ${body.note})`.execute(tx)
      await sql`update linkage_line set number = ${body.number}, note = ${body.note}, corrected_at = ${at}
        where authority_id = app.authority() and line_id = ${lineId}`.execute(tx)
      await writeAudit(tx, app, { action: 'linkage.correct', subjectIds: [lineId] })
      return accept({ lineId })
    })
    if (!done.ok) return done
    const line = (await directory(tx, at)).find((found) => found.lineId === lineId)
    return line === undefined ? refuse({ code: 'linkage.line-unknown', clause: '14' }) : accept(line)
  })
}

type ChangeRow = {
  readonly at: Temporal.Instant
  readonly by: string
  readonly numberBefore: string | null
  readonly numberAfter: string | null
  readonly noteBefore: string | null
  readonly noteAfter: string | null
}
const mostChanges = 50

export const lineEndpoints: readonly Endpoint[] = [
  mount(routes.listLinkageLines, ({ actor, at }, app) =>
    asActor(app.database, actor, async (tx) => accept({ items: [...(await directory(tx, at))], testEveryDays })),
  ),
  mount(routes.correctLinkageLine, correctLine),
  mount(routes.listLineChanges, ({ actor, params }, app) =>
    asActor(app.database, actor, async (tx) => {
      const { rows } = await sql<ChangeRow>`
        select c.at, coalesce(a.name, '') as by, c.number_before as "numberBefore", c.number_after as "numberAfter", c.note_before as "noteBefore",
          c.note_after as "noteAfter"
        from linkage_line_change c left join account a on a.authority_id = c.authority_id and a.account_id = c.account_id
        where c.authority_id = app.authority() and c.line_id = ${params.lineId} order by c.change_id desc limit ${mostChanges}`.execute(tx)
      return accept({ items: rows.map(({ at, ...change }) => ({ ...change, at: at.toString({ smallestUnit: 'millisecond' }) })) })
    }),
  ),
]
