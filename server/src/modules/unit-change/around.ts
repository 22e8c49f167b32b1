import type { Around, Tree, UnitChange } from '@open12345/domain/unit'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import { findPlace, subtreeOf, wholeTree, type TreeRow } from '../organisation/index.ts'
import { otherChanges } from './store.ts'

const treeOf = (rows: readonly TreeRow[]): Tree =>
  new Map(
    rows.map(({ unitId, parentId, kind, name, shortName, nameEn, validOnFrom, validOnTo }) => [
      unitId,
      { unitId, parentId, kind, name, shortName, nameEn, from: validOnFrom.toString(), to: validOnTo?.toString() ?? null },
    ]),
  )

/** Of the unit and all below it, what was merged into it included. */
export const openOrders = async (tx: Tx, unitId: string): Promise<number> => {
  const within = await subtreeOf(tx, [unitId])
  const { rows } = await sql<{ orders: number }>`select app.open_orders_of_units(${[...within]}::text[]) as orders`.execute(tx)
  return rows[0]?.orders ?? 0
}

/** What the rules ask of the world; `but` is the change itself, once it has been written down. */
export const aroundFor = async (tx: Tx, change: UnitChange, on: string, but?: string): Promise<Around> => ({
  tree: treeOf(await wholeTree(tx)),
  on,
  others: await otherChanges(tx, change, but),
  knowsPlace: change.kind === 'founded' && change.placeCode !== null && (await findPlace(tx, change.placeCode)) !== undefined,
  hasOpenOrders: change.kind === 'dissolved' && (await openOrders(tx, change.unitId)) > 0,
})
