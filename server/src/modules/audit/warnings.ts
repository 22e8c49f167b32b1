import type { auditRoutes, WarningView } from '@open12345/contract/audit'
import type { RouteOutput } from '@open12345/contract/kernel'
import { watchRules } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { openWords, sealWords } from './words.ts'

type Routes = typeof auditRoutes
type Row = {
  readonly warning_id: string
  readonly rule: string
  readonly account_id: string
  readonly account_name: string
  readonly login: string
  readonly hour: Temporal.Instant
  readonly count: number
  readonly reveals_that_day: number
  readonly raised_at: Temporal.Instant
  readonly owner_name: string | null
  readonly outcome: 'explained' | 'follow-up' | null
  readonly decider_name: string | null
  readonly decided_at: Temporal.Instant | null
  readonly words_key: Buffer | null
  readonly words_sealed: Buffer | null
}

const viewOf = (app: App, row: Row): WarningView => {
  const rule = watchRules.find(({ id }) => id === row.rule)
  return {
    warningId: row.warning_id,
    rule: row.rule,
    atLeast: rule?.atLeast ?? null,
    why: rule === undefined ? null : rule.reason,
    accountId: row.account_id,
    accountName: row.account_name,
    login: row.login,
    hour: row.hour.toString(),
    count: row.count,
    revealsThatDay: row.reveals_that_day,
    raisedAt: row.raised_at.toString(),
    ownerName: row.owner_name,
    outcome: row.outcome,
    deciderName: row.decider_name,
    decidedAt: row.decided_at?.toString() ?? null,
    words: openWords(app, row.words_key, row.words_sealed) ?? null,
  }
}

/** Warnings of unusual reading, newest first. @clause 20b */
export const listWarnings = async (
  { actor, query, at }: Call<Routes['listWarnings']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listWarnings']>>> => {
  const { open, after, limit } = query
  const { rows } = await asActor(app.database, actor, (tx) =>
    sql<Row>`select w.*, a.name as account_name, a.login, o.name as owner_name, d.name as decider_name
      from audit.warnings(${open ?? false}, ${after ?? null}, ${limit + 1}, ${at}) w
      join account a on a.authority_id = ${actor.authorityId} and a.account_id = w.account_id
      left join account o on o.authority_id = ${actor.authorityId} and o.account_id = w.owner_id
      left join account d on d.authority_id = ${actor.authorityId} and d.account_id = w.decided_by
      order by w.warning_id desc`.execute(tx),
  )
  const items = rows.slice(0, limit).map((row) => viewOf(app, row))
  return accept({ items, next: rows.length > limit ? (items.at(-1)?.warningId ?? null) : null })
}

const refusals = { 'not-found': 'audit.warning-not-found', decided: 'audit.warning-decided', running: 'audit.warning-running' } as const

/** What came of it, with the words of whoever decided; once. @clause 20b */
export const settleWarning = async (
  { actor, params, body, at }: Call<Routes['settleWarning']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['settleWarning']>>> => {
  const { key, sealed } = sealWords(app, body.words)
  const { rows } = await asActor(app.database, actor, (tx) =>
    sql<{
      done: 'done' | keyof typeof refusals
    }>`select audit.decide_warning(${params.warningId}, ${body.outcome}, ${key}, ${sealed}, ${at}) as done`.execute(tx),
  )
  const done = rows[0]?.done ?? 'not-found'
  return done === 'done' ? accept({ outcome: body.outcome }) : refuse({ code: refusals[done] })
}

/** How often the person has revealed somebody today (Asia/Shanghai). */
export const countOwnReveals = async (
  { actor, at }: Call<Routes['countOwnReveals']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['countOwnReveals']>>> => {
  const { rows } = await asActor(app.database, actor, (tx) => sql<{ today: number }>`select audit.own_reveals(${at}) as today`.execute(tx))
  return accept({ today: rows[0]?.today ?? 0 })
}
