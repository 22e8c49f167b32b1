import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import { units, type Unit } from './units.ts'

export type TreeRow = Unit & { readonly mergedInto: string | null; readonly decidedAt: Temporal.Instant | null }

/** Every unit, those that are no more and those yet to come included. */
export const wholeTree = async (tx: Tx): Promise<readonly TreeRow[]> =>
  units(tx).select(['merged_into as mergedInto', 'decided_at as decidedAt']).orderBy('unit_id').execute()

type Names = Pick<Unit, 'name' | 'shortName' | 'nameEn'>
const columnsOf = ({ name, shortName, nameEn }: Names) => ({ name, short_name: shortName, name_en: nameEn })

/** Each of these marks the unit as the desk's: the folder leaves it alone from then on. */
const change = (tx: Tx, unitId: string, at: Temporal.Instant) =>
  tx
    .updateTable('unit')
    .set({ decided_at: at })
    .where('authority_id', '=', sql<string>`app.authority()`)
    .where('unit_id', '=', unitId)

type NewUnit = Names & Pick<Unit, 'unitId' | 'kind' | 'parentId' | 'placeCode' | 'validOnFrom'>
export const foundUnit = async (
  tx: Tx,
  { unitId, kind, parentId, placeCode, validOnFrom, ...names }: NewUnit,
  at: Temporal.Instant,
): Promise<void> => {
  await tx
    .insertInto('unit')
    .values({
      authority_id: sql<string>`app.authority()`,
      unit_id: unitId,
      parent_id: parentId,
      ...columnsOf(names),
      kind,
      place_code: placeCode,
      valid_on_from: validOnFrom,
      decided_at: at,
    })
    .execute()
}

export const renameUnit = async (tx: Tx, unitId: string, names: Names, at: Temporal.Instant): Promise<void> =>
  void (await change(tx, unitId, at).set(columnsOf(names)).execute())

export const moveUnit = async (tx: Tx, unitId: string, parentId: string | null, at: Temporal.Instant): Promise<void> =>
  void (await change(tx, unitId, at).set({ parent_id: parentId }).execute())

type End = { readonly on: Temporal.PlainDate; readonly successorId: string | null }
/** From that day on the unit is no more. One that is merged stands below its successor, whose people answer for what is open. @clause 12-0 */
export const endUnit = async (tx: Tx, unitId: string, { on, successorId }: End, at: Temporal.Instant): Promise<void> => {
  const ended = change(tx, unitId, at).set({ valid_on_to: on })
  await (successorId === null ? ended : ended.set({ merged_into: successorId, parent_id: successorId })).execute()
}
