import type { CatalogueChange, Entry, ProposalState } from '@open12345/domain/catalogue'
import type { Principle } from '@open12345/domain/vocabulary'
import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

/** What an entry said before a change ended or replaced it, and which changes had made it so. */
export type SpanBefore = Entry & { readonly broughtBy: string | null; readonly endedBy: string | null }

/** A proposal with what became of it (migrations 0041, 0043). */
export type ChangeRow = {
  readonly change_id: string
  readonly kind: 'set' | 'end'
  readonly subject: string
  readonly place_code: string
  readonly unit_id: string | null
  readonly principle: Principle | null
  readonly basis: string
  readonly effective_on: Temporal.PlainDate
  readonly until_on: Temporal.PlainDate | null
  readonly reason: string
  readonly unit_before: string | null
  readonly proposed_by: string
  readonly by: string
  readonly proposed_at: Temporal.Instant
  readonly state: ProposalState
  readonly spans_before: readonly SpanBefore[] | null
  readonly revoked_by: string | null
  readonly revoked_at: Temporal.Instant | null
  readonly revoked_why: string | null
  readonly replaced: boolean
  readonly words: string | null
  readonly decided_by: string | null
  readonly decided_at: Temporal.Instant | null
  readonly evidence: readonly { readonly orderId: string; readonly number: string }[]
}

const mostShown = 300
const everything = sql`true`

/** What waits for its review first, in the order of its days; then the newest. Evidence is what the actor may see of it. */
export const changesWhere = async (tx: Tx, condition: RawBuilder<unknown> = everything): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select c.change_id, c.kind, c.subject, c.place_code, c.unit_id, c.principle, c.basis, c.effective_on, c.until_on, c.reason, c.unit_before,
      c.proposed_by, coalesce(p.name, '') as by, c.proposed_at, case when v.change_id is null then coalesce(d.outcome, 'open') else 'revoked' end as state, d.words, r.name as decided_by, d.decided_at, d.spans_before,
      w.name as revoked_by, v.revoked_at, v.reason as revoked_why,
      d.outcome = 'accepted' and v.change_id is null and c.kind = 'set' and not exists (
        select from responsibility e where e.authority_id = c.authority_id and e.brought_by = c.change_id) is true as replaced,
      coalesce((select json_agg(json_build_object('orderId', o.order_id, 'number', o.number) order by o.number)
        from catalogue_evidence v join work_order o on o.authority_id = v.authority_id and o.order_id = v.order_id
        where v.authority_id = c.authority_id and v.change_id = c.change_id), '[]') as evidence
    from catalogue_change c
      left join catalogue_decision d on d.authority_id = c.authority_id and d.change_id = c.change_id
      left join catalogue_revocation v on v.authority_id = c.authority_id and v.change_id = c.change_id
      left join account p on p.authority_id = c.authority_id and p.account_id = c.proposed_by
      left join account r on r.authority_id = c.authority_id and r.account_id = d.decided_by
      left join account w on w.authority_id = c.authority_id and w.account_id = v.revoked_by
    where c.authority_id = app.authority() and ${condition}
    order by d.outcome is not null, case when d.outcome is null then c.effective_on end, d.decided_at desc, c.change_id desc
    limit ${mostShown}`.execute(tx)
  return rows
}

export const findChange = async (tx: Tx, changeId: string): Promise<ChangeRow | undefined> =>
  (await changesWhere(tx, sql`c.change_id = ${changeId}`))[0]

export const hasOpenProposal = async (tx: Tx, { subject, placeCode }: Pick<CatalogueChange, 'subject' | 'placeCode'>): Promise<boolean> =>
  (await changesWhere(tx, sql`c.subject = ${subject} and c.place_code = ${placeCode} and d.outcome is null`)).length > 0

export type Grounds = {
  readonly basis: string
  readonly reason: string
  readonly evidence: readonly string[]
  readonly unitBefore: string | null
}
type Moment = { readonly by: string; readonly at: Temporal.Instant }

export const insertChange = async (tx: Tx, change: CatalogueChange, grounds: Grounds, { by, at }: Moment): Promise<string> => {
  const changeId = newId(at)
  const { unitId, principle, until } = change.kind === 'set' ? change : { unitId: null, principle: null, until: null }
  await sql`insert into catalogue_change (authority_id, change_id, kind, subject, place_code, unit_id, principle, basis, effective_on, until_on, reason,
      unit_before, proposed_by, proposed_at)
    values (app.authority(), ${changeId}, ${change.kind}, ${change.subject}, ${change.placeCode}, ${unitId}, ${principle}, ${grounds.basis},
      ${change.on}::date, ${until}::date, ${grounds.reason}, ${grounds.unitBefore}, ${by}, ${at})`.execute(tx)
  await sql`insert into catalogue_evidence (authority_id, change_id, order_id)
    select app.authority(), ${changeId}::uuid, id from unnest(${[...new Set(grounds.evidence)]}::uuid[]) as id`.execute(tx)
  return changeId
}

export const insertDecision = async (
  tx: Tx,
  changeId: string,
  outcome: Exclude<ProposalState, 'open' | 'revoked'>,
  { by, at, words = null, before }: Moment & { readonly words?: string | null; readonly before?: readonly SpanBefore[] },
): Promise<void> =>
  void (await sql`insert into catalogue_decision (authority_id, change_id, outcome, words, decided_by, decided_at, spans_before)
    values (app.authority(), ${changeId}, ${outcome}, ${words}, ${by}, ${at}, ${before === undefined ? null : JSON.stringify(before)}::jsonb)`.execute(
    tx,
  ))

export const insertRevocation = async (tx: Tx, changeId: string, reason: string, { by, at }: Moment): Promise<void> =>
  void (await sql`insert into catalogue_revocation (authority_id, change_id, reason, revoked_by, revoked_at)
    values (app.authority(), ${changeId}, ${reason}, ${by}, ${at})`.execute(tx))

/** Whether the actor may see all of these orders. */
export const seesOrders = async (tx: Tx, orderIds: readonly string[]): Promise<boolean> => {
  const distinct = [...new Set(orderIds)]
  const { rows } = await sql<{ seen: number }>`select count(*)::integer as seen from work_order o
    where o.authority_id = app.authority() and o.order_id = any(${distinct}::uuid[])`.execute(tx)
  return rows[0]?.seen === distinct.length
}

/** The change as the rules know it. */
export const changeOf = (row: ChangeRow): CatalogueChange => {
  const { subject, place_code: placeCode, effective_on, until_on, unit_id, principle, basis } = row
  const on = effective_on.toString()
  if (unit_id === null || principle === null) return { kind: 'end', subject, placeCode, on }
  return { kind: 'set', subject, placeCode, on, unitId: unit_id, principle, basis, until: until_on?.toString() ?? null }
}
