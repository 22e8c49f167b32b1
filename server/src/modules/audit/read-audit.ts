import type { AuditView, auditRoutes } from '@open12345/contract/audit'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { openWords } from './words.ts'

type ReadAudit = (typeof auditRoutes)['readAudit']

type Row = {
  readonly audit_id: string
  readonly at: Temporal.Instant
  readonly account_id: string | null
  readonly account_name: string | null
  readonly scope: string
  readonly action: string
  readonly order_id: string | null
  readonly subject_ids: string[]
  readonly facts: string[]
  readonly purpose: string | null
  readonly words_key: Buffer | null
  readonly words_sealed: Buffer | null
}

const rowsOf = async (tx: Tx, { query, at }: Call<ReadAudit>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`select r.*, a.name as account_name
    from audit.read(${query.orderId ?? null}, ${query.accountId ?? null}, ${query.after ?? null}, ${query.limit + 1}, ${at}) as r
    left join account a on a.authority_id = r.authority_id and a.account_id = r.account_id
    order by r.audit_id desc`.execute(tx)
  return rows
}

const viewOf = (app: App, row: Row): AuditView => ({
  auditId: row.audit_id,
  at: row.at.toString(),
  action: row.action,
  accountId: row.account_id,
  accountName: row.account_name,
  scope: row.scope,
  orderId: row.order_id,
  subjectIds: row.subject_ids,
  facts: row.facts,
  purpose: row.purpose,
  reason: openWords(app, row.words_key, row.words_sealed) ?? null,
})

/** Who saw this order, what did this account see; newest first. The database asks for the role itself and records the reading. @clause 20b */
export const readAudit = async (call: Call<ReadAudit>, app: App): Promise<Decision<RouteOutput<ReadAudit>>> => {
  const { limit } = call.query
  const rows = await asActor(app.database, call.actor, (tx) => rowsOf(tx, call))
  const shown = rows.slice(0, limit)
  return accept({ items: shown.map((row) => viewOf(app, row)), next: rows.length > shown.length ? (shown.at(-1)?.audit_id ?? null) : null })
}
