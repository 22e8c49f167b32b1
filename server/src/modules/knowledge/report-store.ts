import type { ReportView } from '@open12345/contract/knowledge'
import { acceptReport, rejectReport, type Doer, type Report } from '@open12345/domain/knowledge'
import type { Explanation } from '@open12345/domain/policy'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Language } from '../../http/call.ts'
import type { KnowledgeClock } from './rules.ts'

/** A row as the actor may see it (migration 0033). */
export type ReportRow = {
  readonly report_id: string
  readonly item_id: string
  readonly version: number
  readonly title: string
  readonly owner_name: string
  readonly owner_unit_id: string
  readonly account_id: string | null
  readonly at: Temporal.Instant
  readonly wrapped_key: Buffer
  readonly words_sealed: Buffer
  readonly state: ReportView['state']
  readonly due_at: Temporal.Instant
  readonly due_on: Temporal.PlainDate
  readonly explanation: Explanation
  readonly decided_at: Temporal.Instant | null
  readonly reason_sealed: Buffer | null
  readonly answered_version: number | null
  readonly closed_at: Temporal.Instant | null
  readonly urged_at: Temporal.Instant | null
}

export const reportRows = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly ReportRow[]> => {
  const { rows } = await sql<ReportRow>`
    select r.report_id, r.item_id, r.version, k.title, k.owner_name, r.owner_unit_id, r.account_id, r.at, r.wrapped_key, r.words_sealed, r.state,
      r.due_at, r.due_on, r.explanation, r.decided_at, r.reason_sealed, r.answered_version, r.closed_at,
      (select max(u.urged_at) from knowledge_urging u where u.authority_id = r.authority_id and u.subject_id = r.report_id) as urged_at
    from knowledge_report r
      join knowledge_item k on k.authority_id = r.authority_id and k.item_id = r.item_id and k.version = r.version
    where r.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

export const heldReport = async (tx: Tx, reportId: string): Promise<ReportRow | undefined> =>
  (await reportRows(tx, sql`r.report_id = ${reportId} for update of r`))[0]

export const factsOf = (row: ReportRow | undefined): Report | undefined =>
  row && { ownerUnitId: row.owner_unit_id, version: row.version, state: row.state }

type Column = 'words' | 'reason'
const context = (column: Column, id: string): string => `knowledge_report/${column}/${id}`

/** Words of a report, under the key of that report. @clause 20b */
export const sealReport = ({ keyring }: App, wrapped: Buffer, id: string, column: Column, text: string): Buffer =>
  keyring.seal(keyring.unwrap(wrapped), Buffer.from(text), context(column, id))

export type NewReport = {
  readonly itemId: string
  readonly version: number
  readonly ownerUnitId: string
  /** Null: a citizen, who is not asked who they are. */
  readonly accountId: string | null
  readonly words: string
  readonly at: Temporal.Instant
  readonly clock: KnowledgeClock
}
export const insertReport = async (tx: Tx, app: App, report: NewReport): Promise<string> => {
  const { itemId, version, ownerUnitId, accountId, words, at, clock } = report
  const reportId = newId(at)
  const { wrapped } = app.keyring.newDataKey()
  await sql`
    insert into knowledge_report (authority_id, report_id, item_id, version, owner_unit_id, account_id, at, wrapped_key, words_sealed, state, due_at,
      due_on, warn_at, explanation)
    values (app.authority(), ${reportId}, ${itemId}, ${version}, ${ownerUnitId}, ${accountId}, ${at}, ${wrapped},
      ${sealReport(app, wrapped, reportId, 'words', words)}, 'open', ${clock.dueAt}, ${clock.dueOn}::date, ${clock.warnAt},
      ${JSON.stringify(clock.explanation)}::jsonb)`.execute(tx)
  return reportId
}

/** What was found right is answered by this version, or by the withdrawal where there is none. @clause 17a */
export const answerReports = async (tx: Tx, itemId: string, version: number | null, at: Temporal.Instant): Promise<void> =>
  void (await sql`update knowledge_report set state = 'answered', answered_version = ${version}, closed_at = ${at}
    where authority_id = app.authority() and item_id = ${itemId} and state = 'accepted'`.execute(tx))

type Reader = { readonly doer: Doer; readonly at: Temporal.Instant; readonly language: Language }
const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })
const orNull = (at: Temporal.Instant | null): string | null => (at === null ? null : text(at))

const allowedOf = (row: ReportRow, doer: Doer): ReportView['allowed'] => [
  ...(acceptReport(factsOf(row), undefined, doer).ok ? (['accept'] as const) : []),
  ...(rejectReport(factsOf(row), doer).ok ? (['reject'] as const) : []),
]

export const reportViewOf = ({ keyring }: App, row: ReportRow, { doer, at, language }: Reader): ReportView => {
  const open = (column: Column, sealed: Buffer): string =>
    keyring.open(keyring.unwrap(row.wrapped_key), sealed, context(column, row.report_id)).toString()
  const ended = row.closed_at ?? at
  return {
    reportId: row.report_id,
    itemId: row.item_id,
    version: row.version,
    title: row.title,
    unitName: row.owner_name,
    from: row.account_id === null ? 'citizen' : 'staff',
    words: open('words', row.words_sealed),
    at: text(row.at),
    state: row.state,
    due: { dueAt: text(row.due_at), dueOn: row.due_on.toString(), startAt: text(row.at) },
    overdue: Temporal.Instant.compare(ended, row.due_at) >= 0,
    explanation: [...row.explanation.sentences[language]],
    urgedAt: orNull(row.urged_at),
    reason: row.reason_sealed === null ? null : open('reason', row.reason_sealed),
    decidedAt: orNull(row.decided_at),
    answeredVersion: row.answered_version,
    closedAt: orNull(row.closed_at),
    allowed: allowedOf(row, doer),
  }
}
