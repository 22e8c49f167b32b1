import { accept, refuse } from '@open12345/domain/kernel'
import type { Tx } from '../../../db/transaction.ts'
import { civilDateOf, placesOn, unitsOn } from '../../organisation/index.ts'
import type { Names } from './columns.ts'
import type { Directory } from './row.ts'

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '')

type Named = { readonly id: string; readonly name: string }
const byName = (all: readonly Named[]): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>()
  for (const { id, name } of all) ids.set(plain(name), [...(ids.get(plain(name)) ?? []), id])
  return ids
}
/** A code in brackets behind the name, or a code alone. */
const codeIn = (written: string): string => /[（(]([a-z0-9-]{2,40})[)）]$/u.exec(written)?.[1] ?? written

export type Book = { readonly directory: Directory; readonly names: Names }

/** The units and places of that day by the names that people write, and back. */
export const bookOf = async (tx: Tx, at: Temporal.Instant): Promise<Book> => {
  const on = civilDateOf(at)
  const units = (await unitsOn(tx, on)).map(({ unitId, name }) => ({ id: unitId, name }))
  const places = (await placesOn(tx, on)).map(({ code, name, level }) => ({ id: code, name, level }))
  const [unitIds, placeCodes] = [byName(units), byName(places)]
  const [unitNames, placeNames] = [units, places].map((all) => new Map(all.map(({ id, name }) => [id, name])))
  const isAlone = (ids: ReadonlyMap<string, readonly string[]>, name: string): boolean => ids.get(plain(name))?.length === 1

  const directory: Directory = {
    unit: (written) => {
      if (written === '') return refuse({ code: 'knowledge.cell-missing' })
      const [id, other] = unitIds.get(plain(written)) ?? []
      if (other !== undefined) return refuse({ code: 'knowledge.cell-unit-twice' })
      if (id !== undefined) return accept(id)
      return unitNames?.has(codeIn(written)) === true ? accept(codeIn(written)) : refuse({ code: 'knowledge.cell-unit' })
    },
    place: (written) => {
      const [code, other] = placeCodes.get(plain(written)) ?? []
      if (code !== undefined && other === undefined) return accept(code)
      return placeNames?.has(codeIn(written)) === true ? accept(codeIn(written)) : refuse({ code: 'knowledge.cell-place' })
    },
  }
  const names: Names = {
    unit: (id) => {
      const name = unitNames?.get(id)
      if (name === undefined) return id
      return isAlone(unitIds, name) ? name : `${name}（${id}）`
    },
    place: (code) => {
      const name = placeNames?.get(code)
      return name === undefined ? code : `${name}（${code}）`
    },
  }
  return { directory, names }
}
