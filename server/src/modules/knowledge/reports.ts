import { knowledgeRoutes as routes, type ReportView } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { acceptReport, rejectReport, report } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { nobody } from '../../db/actor.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { doerOf } from './doer.ts'
import { heldItem, itemRows, toldOf } from './items.ts'
import { isInForce } from './read.ts'
import { factsOf, heldReport, insertReport, reportRows, reportViewOf, sealReport, type ReportRow } from './report-store.ts'
import { civilDate, knowledgeClock } from './rules.ts'

type Named = { readonly reportId: string }
type Told = { readonly itemId: string; readonly words: string; readonly accountId: string | null; readonly at: Temporal.Instant }

const reported = async (tx: Tx, app: App, { itemId, words, accountId, at }: Told): Promise<Decision<Named>> => {
  const [row] = await itemRows(tx, sql`k.item_id = ${itemId} and k.superseded_at is null`)
  const decided = report(toldOf(row), row !== undefined && isInForce(row, Temporal.PlainDate.from(civilDate(at))))
  if (!decided.ok) return decided
  const clock = await knowledgeClock(tx, app, 'knowledge-correction', at)
  if (!clock.ok) return clock
  const { version, ownerUnitId } = decided.value
  return accept({ reportId: await insertReport(tx, app, { itemId, version, ownerUnitId, accountId, words, at, clock: clock.value }) })
}

type Sent = Pick<Asking, 'at' | 'route' | 'idempotencyKey' | 'digest'>
/** A citizen's report: nobody is asked who they are, and nothing of it is kept but the words. @clause 17a */
export const reportAnonymously = (app: App, itemId: string, words: string, sent: Sent): Promise<Decision<unknown>> => {
  const actor = nobody(app.config.authorityId)
  return decideAs(app.database, actor, (tx) =>
    once(tx, { actor, ...sent }, () => reported(tx, app, { itemId, words, accountId: null, at: sent.at })),
  )
}

const viewOf = async (tx: Tx, app: App, asked: Asking, reportId: string): Promise<Decision<ReportView>> => {
  const [row] = await reportRows(tx, sql`r.report_id = ${reportId}`)
  if (row === undefined) return refuse({ code: 'knowledge.not-found' })
  return accept(reportViewOf(app, row, { doer: doerOf(asked), at: asked.at, language: asked.language }))
}

const taken = (app: App, asked: Asking, work: (tx: Tx) => Promise<Decision<Named>>): Promise<Decision<ReportView>> =>
  decideAs(app.database, asked.actor, async (tx) => {
    const done = await once(tx, asked, () => work(tx))
    return done.ok ? viewOf(tx, app, asked, done.value.ids.reportId) : done
  })

/** The item is held before its report, as publishing does: the two meet in one order. */
const held = async (tx: Tx, reportId: string) => {
  const [named] = await reportRows(tx, sql`r.report_id = ${reportId}`)
  const told = named === undefined ? undefined : toldOf(await heldItem(tx, named.item_id))
  return { told, row: named === undefined ? undefined : await heldReport(tx, reportId) }
}

const decidedBy = (asked: Asking, row: ReportRow) => sql`decided_by = ${asked.actor.accountId ?? null}, decided_at = ${asked.at}
  where authority_id = app.authority() and report_id = ${row.report_id}`

const accepted = async (tx: Tx, asked: Call<typeof routes.acceptKnowledgeReport>): Promise<Decision<Named>> => {
  const { told, row } = await held(tx, asked.params.reportId)
  const decided = acceptReport(factsOf(row), told, doerOf(asked))
  if (!decided.ok || row === undefined) return decided as Decision<never>
  const isAnswered = decided.value === 'answered'
  const by = told === undefined || told.withdrawn || !isAnswered ? null : told.version
  await sql`update knowledge_report set state = ${decided.value}, answered_version = ${by}, closed_at = ${isAnswered ? asked.at : null},
    ${decidedBy(asked, row)}`.execute(tx)
  return accept({ reportId: row.report_id })
}

const rejected = async (tx: Tx, app: App, asked: Call<typeof routes.rejectKnowledgeReport>): Promise<Decision<Named>> => {
  const row = await heldReport(tx, asked.params.reportId)
  const decided = rejectReport(factsOf(row), doerOf(asked))
  if (!decided.ok || row === undefined) return decided as Decision<never>
  const reason = sealReport(app, row.wrapped_key, row.report_id, 'reason', asked.body.reason)
  await sql`update knowledge_report set state = 'rejected', reason_sealed = ${reason}, closed_at = ${asked.at}, ${decidedBy(asked, row)}`.execute(
    tx,
  )
  return accept({ reportId: row.report_id })
}

const most = 100

/** 第十七条 查漏纠错. @clause 17a */
export const reportEndpoints: readonly Endpoint[] = [
  mount(routes.reportKnowledgeError, ({ actor, at, params, body, ...asked }, app) =>
    decideAs(app.database, actor, async (tx) => {
      const told = { itemId: params.itemId, words: body.words, accountId: actor.accountId ?? null, at }
      const done = await once(tx, { ...asked, actor, at }, () => reported(tx, app, told))
      return done.ok ? accept(done.value.ids) : done
    }),
  ),
  mount(routes.listKnowledgeReports, (asked, app) =>
    asActor(app.database, asked.actor, async (tx) => {
      const isOpen = asked.query.state === 'open'
      const rows = await reportRows(
        tx,
        sql`${isOpen ? sql`r.closed_at is null order by r.due_at, r.report_id` : sql`r.closed_at is not null order by r.report_id desc`} limit ${most}`,
      )
      const reader = { doer: doerOf(asked), at: asked.at, language: asked.language }
      return accept({ items: rows.map((row) => reportViewOf(app, row, reader)) })
    }),
  ),
  mount(routes.acceptKnowledgeReport, (asked, app) => taken(app, asked, (tx) => accepted(tx, asked))),
  mount(routes.rejectKnowledgeReport, (asked, app) => taken(app, asked, (tx) => rejected(tx, app, asked))),
]
