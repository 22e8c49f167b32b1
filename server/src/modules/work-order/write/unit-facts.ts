import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'

export type UnitFacts = ReadonlyMap<string, { readonly path: readonly string[]; readonly open: boolean }>

/** Each of these units with itself and all units above it, and whether it exists on that day. */
export const unitFacts = async (tx: Tx, unitIds: readonly string[], on: Temporal.PlainDate): Promise<UnitFacts> => {
  const wanted = [...new Set(unitIds)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ unit_id: string; path: string[]; open: boolean }>`
    select unit_id, array(select a.above_id from unit_above a where a.authority_id = unit.authority_id and a.unit_id = unit.unit_id) as path,
      valid_on_from <= ${on} and (valid_on_to is null or valid_on_to > ${on}) as open
    from unit where authority_id = app.authority() and unit_id = any(${wanted}::text[])`.execute(tx)
  return new Map(rows.map(({ unit_id, path, open }) => [unit_id, { path, open }]))
}
