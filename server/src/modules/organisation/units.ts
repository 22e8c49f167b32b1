import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { civilDateOf } from './civil-date.ts'

export type Unit = {
  readonly unitId: string
  readonly parentId: string | null
  readonly supervisedBy: string | null
  readonly name: string
  readonly shortName: string | null
  readonly nameEn: string | null
  readonly kind: UnitKind
  readonly placeCode: string | null
  readonly validOnFrom: Temporal.PlainDate
  readonly validOnTo: Temporal.PlainDate | null
}

export const unitKinds = ['centre', 'office', 'county', 'department', 'enterprise', 'township', 'section', 'sub-centre'] as const
export type UnitKind = (typeof unitKinds)[number]

export const units = (tx: Tx) =>
  tx
    .selectFrom('unit')
    .select([
      'unit_id as unitId',
      'parent_id as parentId',
      'supervised_by as supervisedBy',
      'name',
      'short_name as shortName',
      'name_en as nameEn',
      'kind',
      'place_code as placeCode',
      'valid_on_from as validOnFrom',
      'valid_on_to as validOnTo',
    ])

/** The units that exist on a day, parents before children is not promised. */
export const unitsOn = (tx: Tx, on: Temporal.PlainDate): Promise<Unit[]> =>
  units(tx)
    .where('valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('valid_on_to', 'is', null), eb('valid_on_to', '>', on)]))
    .orderBy('unit_id')
    .execute()

export const findUnit = (tx: Tx, unitId: string): Promise<Unit | undefined> => units(tx).where('unit_id', '=', unitId).executeTakeFirst()

/** These units and all below them. */
export const subtreeOf = async (tx: Tx, unitIds: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from app.unit_subtree(app.authority(), ${[...unitIds]}::text[]) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** These units and all above them. */
export const pathOf = async (tx: Tx, unitIds: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from app.unit_path(app.authority(), ${[...unitIds]}::text[]) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

export const isUnitInForce = async (tx: Tx, unitId: string, at: Temporal.Instant): Promise<boolean> => {
  const unit = await findUnit(tx, unitId)
  if (unit === undefined) return false
  const on = civilDateOf(at)
  return (
    Temporal.PlainDate.compare(unit.validOnFrom, on) <= 0 && (unit.validOnTo === null || Temporal.PlainDate.compare(on, unit.validOnTo) < 0)
  )
}

/** Until the transaction is over the unit does not end, nor is it merged: for whoever gives somebody a place in it. */
export const holdUnit = async (tx: Tx, unitId: string): Promise<void> =>
  void (await tx.selectFrom('unit').select('unit_id').where('unit_id', '=', unitId).forShare().execute())

/** The centre's unit; a system that knows no unit yet gets this one. */
export const ensureCentre = async (tx: Tx, app: App): Promise<string> => {
  await tx
    .insertInto('unit')
    .values({
      authority_id: app.config.authorityId,
      unit_id: 'centre',
      name: '12345热线中心',
      kind: 'centre',
      valid_on_from: civilDateOf(app.clock.now()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return 'centre'
}

/** Names for lists and timelines, of units that have ceased too. */
export const unitNames = async (tx: Tx, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (unitIds.length === 0) return new Map()
  const rows = await tx.selectFrom('unit').select(['unit_id', 'name']).where('unit_id', 'in', unitIds).execute()
  return new Map(rows.map(({ unit_id: id, name }) => [id, name]))
}
