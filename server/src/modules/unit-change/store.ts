import type { ChangeState, FoundedKind, OtherChange, UnitChange } from '@open12345/domain/unit'
import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

/** A decision with what became of it so far (migration 0028). */
export type ChangeRow = {
  readonly change_id: string
  readonly kind: UnitChange['kind']
  readonly unit_id: string
  readonly effective_on: Temporal.PlainDate
  readonly name: string | null
  readonly short_name: string | null
  readonly name_en: string | null
  readonly unit_kind: FoundedKind | null
  readonly place_code: string | null
  readonly parent_id: string | null
  readonly successor_id: string | null
  readonly document: string
  readonly words: string | null
  readonly decided_at: Temporal.Instant
  readonly by: string
  readonly state: ChangeState
  readonly outcome_at: Temporal.Instant | null
  readonly reason: string | null
  readonly name_before: string | null
  readonly parent_before: string | null
}

const mostShown = 300
const everything = sql`true`

/** What is open first, in the order of its days; then the newest. */
export const changesWhere = async (tx: Tx, condition: RawBuilder<unknown> = everything): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql<ChangeRow>`
    select c.change_id, c.kind, c.unit_id, c.effective_on, c.name, c.short_name, c.name_en, c.unit_kind, c.place_code, c.parent_id, c.successor_id,
      c.document, c.words, c.decided_at, coalesce(a.name, '') as by, coalesce(last.outcome, 'ahead') as state, last.at as outcome_at, last.reason,
      last.name_before, last.parent_before
    from unit_change c
      left join account a on a.authority_id = c.authority_id and a.account_id = c.decided_by
      left join lateral (
        select o.outcome, o.at, o.reason, o.name_before, o.parent_before from unit_change_outcome o
        where o.authority_id = c.authority_id and o.change_id = c.change_id order by o.outcome_no desc limit 1) last on true
    where c.authority_id = app.authority() and ${condition}
    order by coalesce(last.outcome, 'held-up') <> 'held-up', case when coalesce(last.outcome, 'held-up') = 'held-up' then c.effective_on end,
      c.effective_on desc, c.change_id desc
    limit ${mostShown}`.execute(tx)
  return rows
}

export const findChange = async (tx: Tx, changeId: string): Promise<ChangeRow | undefined> =>
  (await changesWhere(tx, sql`c.change_id = ${changeId}`))[0]

/** What else was decided and stands in a new decision's way: everything open, and what is for the same day or took a code. */
export const otherChanges = async (tx: Tx, { unitId }: UnitChange, but?: string): Promise<readonly OtherChange[]> => {
  const rows = await changesWhere(
    tx,
    sql`coalesce(last.outcome, 'ahead') <> 'withdrawn' and c.change_id is distinct from ${but ?? null}::uuid
      and (c.unit_id = ${unitId} or coalesce(last.outcome, 'held-up') = 'held-up')`,
  )
  return rows.map(({ unit_id: other, effective_on: on, state, name }) => ({ unitId: other, on: on.toString(), state, name }))
}

const names = ({ name, short_name: shortName, name_en: nameEn }: ChangeRow) => ({ name: name ?? '', shortName, nameEn })

export const changeOf = (row: ChangeRow): UnitChange => {
  const { kind, unit_id: unitId, parent_id: parentId, successor_id: successorId } = row
  switch (kind) {
    case 'founded':
      return { kind, unitId, ...names(row), unitKind: row.unit_kind ?? 'department', parentId, placeCode: row.place_code }
    case 'renamed':
      return { kind, unitId, ...names(row) }
    case 'moved':
      return { kind, unitId, parentId }
    case 'merged':
      return { kind, unitId, successorId: successorId ?? '' }
    case 'dissolved':
      return { kind, unitId }
  }
}

/** One at a time: whoever decides about the tree has seen all that was decided before. */
export const lockTree = async (tx: Tx, authorityId: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`unit-tree ${authorityId}`}, 0))`.execute(tx))

export type Basis = { readonly on: string; readonly document: string; readonly words: string | null }

export const insertChange = async (
  tx: Tx,
  change: UnitChange,
  { on, document, words }: Basis,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant },
): Promise<string> => {
  const changeId = newId(at)
  const named = change.kind === 'founded' || change.kind === 'renamed' ? change : { name: null, shortName: null, nameEn: null }
  const founded = change.kind === 'founded' ? change : { unitKind: null, placeCode: null }
  const parentId = change.kind === 'founded' || change.kind === 'moved' ? change.parentId : null
  const successorId = change.kind === 'merged' ? change.successorId : null
  await sql`insert into unit_change (authority_id, change_id, kind, unit_id, effective_on, name, short_name, name_en, unit_kind, place_code, parent_id,
      successor_id, document, words, decided_by, decided_at)
    values (app.authority(), ${changeId}, ${change.kind}, ${change.unitId}, ${on}::date, ${named.name}, ${named.shortName}, ${named.nameEn},
      ${founded.unitKind}, ${founded.placeCode}, ${parentId}, ${successorId}, ${document}, ${words}, ${by}, ${at})`.execute(tx)
  return changeId
}

export type Outcome = {
  readonly outcome: Exclude<ChangeState, 'ahead'>
  readonly accountId?: string | undefined
  readonly reason?: string
  readonly nameBefore?: string | undefined
  readonly parentBefore?: string | null | undefined
}

export const insertOutcome = async (
  tx: Tx,
  changeId: string,
  at: Temporal.Instant,
  { outcome, accountId, reason, nameBefore, parentBefore }: Outcome,
): Promise<void> => {
  await sql`insert into unit_change_outcome (authority_id, change_id, outcome_no, outcome, at, account_id, reason, name_before, parent_before)
    select app.authority(), ${changeId}::uuid, 1 + count(*), ${outcome}, ${at}, ${accountId ?? null}, ${reason ?? null}, ${nameBefore ?? null},
      ${parentBefore ?? null}
    from unit_change_outcome where authority_id = app.authority() and change_id = ${changeId}`.execute(tx)
}
