import type { Tx } from '../../../db/transaction.ts'
import { namesOf } from '../../accounts/index.ts'
import { placeNames, unitNames } from '../../organisation/index.ts'

/** Names that an order's page needs: units, places, and the people who acted on it. */
export type Names = {
  readonly unit: (unitId: string) => string
  readonly place: (county: string | null, township: string | null) => string
  readonly person: (accountId: string) => string
}

type Wanted = { readonly units: readonly string[]; readonly places: readonly string[]; readonly people: readonly string[] }

export const namesFor = async (tx: Tx, wanted: Wanted): Promise<Names> => {
  const units = await unitNames(tx, wanted.units)
  const places = await placeNames(tx, wanted.places)
  const people = await namesOf(tx, wanted.people)
  return {
    unit: (unitId) => units.get(unitId) ?? unitId,
    place: (county, township) => [county, township].map((code) => (code === null ? '' : (places.get(code) ?? code))).join(''),
    person: (accountId) => people.get(accountId) ?? '',
  }
}
