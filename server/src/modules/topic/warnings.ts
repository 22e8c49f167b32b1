import type { Owned, SurgeReason, WarningOwner, WarningState } from '@open12345/domain/topic'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

/** A warning as the actor may see it (migration 0039). */
export type WarningRow = {
  readonly warning_id: string
  readonly topic_id: string
  readonly reasons: SurgeReason[]
  readonly raised_at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly due_on: Temporal.PlainDate
  readonly owner: WarningOwner
  readonly owner_unit_id: string | null
  readonly state: WarningState
  readonly incident_id: string | null
  readonly reason: string | null
  readonly decided_at: Temporal.Instant | null
}

const columns = sql`warning_id, topic_id, reasons, raised_at, due_at, due_on, owner, owner_unit_id, state, incident_id, reason, decided_at`

/** The newest of each of these topics. */
export const newestWarnings = async (tx: Tx, topicIds: readonly string[]): Promise<ReadonlyMap<string, WarningRow>> => {
  const { rows } = await sql<WarningRow>`
    select distinct on (topic_id) ${columns} from topic_warning
    where authority_id = app.authority() and topic_id = any(${[...topicIds]}::uuid[]) order by topic_id, raised_at desc`.execute(tx)
  return new Map(rows.map((row) => [row.topic_id, row]))
}

const most = 50

/** Topics by their warnings: what is due first, or what was decided last. */
export const warnedTopics = async (tx: Tx, list: 'warned' | 'decided'): Promise<readonly string[]> => {
  const order = list === 'warned' ? sql`due_at, topic_id` : sql`decided_at desc, topic_id`
  const { rows } = await sql<{ topic_id: string }>`
    select topic_id from topic_warning
    where authority_id = app.authority() and state ${list === 'warned' ? sql`= 'open'` : sql`<> 'open'`}
    order by ${order} limit ${most}`.execute(tx)
  return [...new Set(rows.map(({ topic_id }) => topic_id))]
}

/** Held until the end of the transaction, so that two do not decide at once. */
export const heldWarning = async (tx: Tx, topicId: string): Promise<WarningRow | undefined> => {
  const { rows } = await sql<WarningRow>`
    select ${columns} from topic_warning where authority_id = app.authority() and topic_id = ${topicId}
    order by raised_at desc limit 1 for update`.execute(tx)
  return rows[0]
}

const change = async (tx: Tx, warningId: string, set: RawBuilder<unknown>): Promise<void> => {
  await sql`update topic_warning set ${set} where authority_id = app.authority() and warning_id = ${warningId}`.execute(tx)
}
export const keepOwner = (tx: Tx, warningId: string, { owner, unitId }: Owned): Promise<void> =>
  change(tx, warningId, sql`owner = ${owner}, owner_unit_id = ${unitId}`)

type By = { readonly at: Temporal.Instant; readonly accountId: string | undefined }
export const keepConfirmed = (tx: Tx, warningId: string, incidentId: string, { at, accountId }: By): Promise<void> =>
  change(tx, warningId, sql`state = 'confirmed', incident_id = ${incidentId}, decided_at = ${at}, decided_by = ${accountId ?? null}`)
export const keepDismissed = (tx: Tx, warningId: string, reason: string, { at, accountId }: By): Promise<void> =>
  change(tx, warningId, sql`state = 'dismissed', reason = ${reason}, decided_at = ${at}, decided_by = ${accountId ?? null}`)
