import type { Tx } from '../../../db/transaction.ts'
import type { Fault } from './fault.ts'
import type { UnitRow } from './tables.ts'
import { rings } from './tree.ts'

type KeptUnit = { readonly unitId: string; readonly parentId: string | null }

/** Units that were changed at the desk: the folder leaves them alone. The authority is named outright: the owner's login passes by row-level security. */
export const keptFromDesk = (tx: Tx, authorityId: string): Promise<readonly KeptUnit[]> =>
  tx
    .selectFrom('unit')
    .select(['unit_id as unitId', 'parent_id as parentId'])
    .where('authority_id', '=', authorityId)
    .where('decided_at', 'is not', null)
    .orderBy('unit_id')
    .execute()

const notInFolder = 0

/** A folder that is sound by itself may tie a ring with what the desk has moved. */
export const tiedWithDesk = (rows: readonly UnitRow[], kept: readonly KeptUnit[]): readonly Fault[] => {
  const parents = new Map(kept.map(({ unitId, parentId }) => [unitId, parentId]))
  const ofFolder = rows.map(({ row, unit, parent }) => ({ row, unit, parent: parents.get(unit) ?? (parents.has(unit) ? null : parent) }))
  const named = new Set(rows.map(({ unit }) => unit))
  const ofDesk = kept
    .filter(({ unitId }) => !named.has(unitId))
    .map(({ unitId, parentId }) => ({ row: notInFolder, unit: unitId, parent: parentId }))
  const tied = rings('units.csv', '上级', [...ofFolder, ...ofDesk], { idOf: ({ unit }) => unit, upOf: ({ parent }) => parent })
  return tied.filter(({ row }) => row !== notInFolder)
}
