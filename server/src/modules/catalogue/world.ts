import { answeringFor, applying, whereOf, type Entry, type World } from '@open12345/domain/catalogue'
import type { Tx } from '../../db/transaction.ts'
import { allPlaces, catalogueEntries, wholeTree, type CatalogueRow } from '../organisation/index.ts'

/** The catalogue with all that it is read against. */
export type Catalogue = {
  readonly world: World
  readonly rows: readonly (CatalogueRow & { readonly entry: Entry })[]
  readonly entries: readonly Entry[]
  readonly unitName: (unitId: string) => string
  readonly placeName: (code: string) => string
}

const period = (from: Temporal.PlainDate, to: Temporal.PlainDate | null) => ({ from: from.toString(), to: to?.toString() ?? null })

const entryOf = ({ subject, placeCode, unitId, principle, basis, from, to }: CatalogueRow): Entry => ({
  subject,
  placeCode,
  unitId,
  principle,
  basis,
  ...period(from, to),
})

/** Of one subject, or of all. */
export const readCatalogue = async (tx: Tx, subject?: string): Promise<Catalogue> => {
  const [places, tree, found] = [await allPlaces(tx), await wholeTree(tx), await catalogueEntries(tx, subject)]
  const rows = found.map((row) => ({ ...row, entry: entryOf(row) }))
  const unitNames = new Map(tree.map(({ unitId, name }) => [unitId, name]))
  const placeNames = new Map(places.map(({ code, name }) => [code, name]))
  return {
    world: {
      places: new Map(
        places.map(({ code, parentCode, level, validOnFrom, validOnTo }) => [
          code,
          { code, parentCode, level, ...period(validOnFrom, validOnTo) },
        ]),
      ),
      units: new Map(
        tree.map(({ unitId, kind, mergedInto, validOnFrom, validOnTo }) => [
          unitId,
          { kind, mergedInto, ...period(validOnFrom, validOnTo) },
        ]),
      ),
    },
    rows,
    entries: rows.map(({ entry }) => entry),
    unitName: (unitId) => unitNames.get(unitId) ?? unitId,
    placeName: (code) => placeNames.get(code) ?? code,
  }
}

/** Whom entries of one subject lead a place to on a day. */
export const leadsTo = (entries: readonly Entry[], placeCode: string, world: World, on: string): string | null => {
  const entry = applying(entries, whereOf(world, placeCode), world, on)
  return entry === undefined ? null : (answeringFor(world, entry.unitId, on) ?? null)
}

export const named = ({ unitName }: Catalogue, unitId: string | null): { readonly unitId: string; readonly name: string } | null =>
  unitId === null ? null : { unitId, name: unitName(unitId) }
