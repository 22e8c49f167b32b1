import type { UnitFacts } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import type { UnitKind } from '../../organisation/index.ts'

export type KnownUnits = ReadonlyMap<string, UnitFacts>

type UnitRow = { readonly unitId: string; readonly kind: UnitKind; readonly path: readonly string[]; readonly open: boolean }

/** A section works for its department, and an enterprise answers for what it runs: what is theirs is not a township's either. */
const departmental: readonly UnitKind[] = ['department', 'section', 'enterprise']

export const factsOf = (rows: readonly UnitRow[]): KnownUnits =>
  new Map(
    rows.map(({ unitId, kind, path, open }) => [
      unitId,
      { unitId, path, open, isTownship: kind === 'township', isDepartment: departmental.includes(kind) },
    ]),
  )

/** Each of these units with itself and all units above it, and whether it exists on that day. */
export const unitFacts = async (tx: Tx, unitIds: readonly string[], on: Temporal.PlainDate): Promise<KnownUnits> => {
  const wanted = [...new Set(unitIds)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<UnitRow>`
    select unit_id as "unitId", kind,
      array(select a.above_id from unit_above a where a.authority_id = unit.authority_id and a.unit_id = unit.unit_id) as path,
      valid_on_from <= ${on} and (valid_on_to is null or valid_on_to > ${on}) as open
    from unit where authority_id = app.authority() and unit_id = any(${wanted}::text[])`.execute(tx)
  return factsOf(rows)
}

/** What the unit that supervises this one is called, or else the one above it, as long as it is there and does not stand below it itself. */
export const superiorName = async (tx: Tx, unitId: string, on: Temporal.PlainDate): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string }>`
    select above.name from unit
      join unit above on above.authority_id = unit.authority_id and above.unit_id = coalesce(unit.supervised_by, unit.parent_id)
    where unit.authority_id = app.authority() and unit.unit_id = ${unitId}
      and above.valid_on_from <= ${on} and (above.valid_on_to is null or above.valid_on_to > ${on})
      and not exists (select from unit_above a
        where a.authority_id = above.authority_id and a.unit_id = above.unit_id and a.above_id = unit.unit_id)`.execute(tx)
  return rows[0]?.name
}
