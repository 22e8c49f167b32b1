import type { Tx } from '../../../db/transaction.ts'

/** Names that an order's page needs: units, places, and the people who acted on it. */
export type Names = {
  readonly unit: (unitId: string) => string
  readonly place: (county: string | null, township: string | null) => string
  readonly person: (accountId: string) => string
}

type Wanted = { readonly units: readonly string[]; readonly places: readonly string[]; readonly people: readonly string[] }

const nameMap = (rows: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ id, name }) => [id, name]))

export const namesFor = async (tx: Tx, wanted: Wanted): Promise<Names> => {
  const units =
    wanted.units.length === 0
      ? []
      : await tx.selectFrom('unit').select(['unit_id as id', 'name']).where('unit_id', 'in', wanted.units).execute()
  const places =
    wanted.places.length === 0
      ? []
      : await tx.selectFrom('place').select(['code as id', 'name']).where('code', 'in', wanted.places).execute()
  const people =
    wanted.people.length === 0
      ? []
      : await tx.selectFrom('account').select(['account_id as id', 'name']).where('account_id', 'in', wanted.people).execute()
  const [unitNames, placeNames, peopleNames] = [nameMap(units), nameMap(places), nameMap(people)]
  return {
    unit: (unitId) => unitNames.get(unitId) ?? unitId,
    place: (county, township) => [county, township].map((code) => (code === null ? '' : (placeNames.get(code) ?? code))).join(''),
    person: (accountId) => peopleNames.get(accountId) ?? '',
  }
}
