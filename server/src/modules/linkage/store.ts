import type { Consent, Linkage, LinkageState, Way } from '@open12345/domain/linkage'
import { sql, type RawBuilder } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'
import { sealFor } from './sealing.ts'

/** A row as the actor may see it (migration 0020). */
export type Row = {
  readonly linkage_id: string
  readonly line_id: string
  readonly line_name: string
  readonly line_number: string | null
  readonly direction: 'out' | 'in'
  readonly way: Way
  readonly state: LinkageState
  readonly consent: Exclude<Consent, 'none'> | null
  readonly contact_id: string | null
  readonly order_id: string | null
  readonly order_number: string | null
  readonly account_id: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly joined_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
  readonly feedback_at: Temporal.Instant | null
  readonly wrapped_key: Buffer
  readonly told_sealed: Buffer | null
  readonly reference_sealed: Buffer | null
  readonly feedback_sealed: Buffer | null
}

export const rowsWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select l.linkage_id, l.line_id, n.name as line_name, n.number as line_number, l.direction, l.way, l.state, l.consent, l.contact_id, l.order_id,
      o.number as order_number, l.account_id, coalesce(a.name, '') as by, l.at, l.joined_at, l.ended_at, l.feedback_at, l.wrapped_key,
      l.told_sealed, l.reference_sealed, l.feedback_sealed
    from linkage l
      join linkage_line n on n.authority_id = l.authority_id and n.line_id = l.line_id
      left join work_order o on o.authority_id = l.authority_id and o.order_id = l.order_id
      left join account a on a.authority_id = l.authority_id and a.account_id = l.account_id
    where l.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

export const findRow = async (tx: Tx, linkageId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`l.linkage_id = ${linkageId}`))[0]

/** Held until the end of the transaction, so that nothing ends or is fed back beside it. */
export const heldRow = async (tx: Tx, linkageId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`l.linkage_id = ${linkageId} for update of l`))[0]

export const factsOf = (row: Row | undefined): Linkage | undefined =>
  row && { way: row.way, state: row.state, hasFeedback: row.feedback_at !== null }

export const hasRunning = async (tx: Tx, contactId: string): Promise<boolean> =>
  (await rowsWhere(tx, sql`l.contact_id = ${contactId} and l.state in ('calling', 'joined')`)).length > 0

export type NewLinkage = {
  readonly lineId: string
  readonly way: Way
  readonly consent: Exclude<Consent, 'none'> | null
  readonly contactId: string | null
  readonly orderId: string | null
  readonly accountId: string | null
  readonly at: Temporal.Instant
  readonly told: string | null
  readonly reference: string | null
}

/** A call begins as calling; what went past our switch is only noted. */
export const insertLinkage = async (tx: Tx, app: App, linkage: NewLinkage): Promise<string> => {
  const { lineId, way, consent, contactId, orderId, accountId, at, told, reference } = linkage
  const linkageId = newId(at)
  const { wrapped } = app.keyring.newDataKey()
  const seal = sealFor(app, wrapped, linkageId)
  const state = consent === null ? 'noted' : 'calling'
  await sql`
    insert into linkage (authority_id, linkage_id, line_id, direction, way, state, consent, contact_id, order_id, account_id, at, wrapped_key,
      told_sealed, reference_sealed)
    values (app.authority(), ${linkageId}, ${lineId}, ${way === 'received' ? 'in' : 'out'}, ${way}, ${state}, ${consent}, ${contactId}, ${orderId},
      ${accountId}, ${at}, ${wrapped}, ${seal('told', told)}, ${seal('reference', reference)})`.execute(tx)
  return linkageId
}

/** The state that a linkage has come to; an end has its instant. */
export const moveTo = async (tx: Tx, linkageId: string, state: LinkageState, at: Temporal.Instant): Promise<void> => {
  await sql`update linkage set state = ${state},
      joined_at = case when ${state} = 'joined' then ${at}::timestamptz else joined_at end,
      ended_at = case when ${state} in ('joined', 'handed-over') then null else ${at}::timestamptz end
    where authority_id = app.authority() and linkage_id = ${linkageId}`.execute(tx)
}
