import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

export type Place = {
  readonly code: string
  readonly parentCode: string | null
  readonly name: string
  readonly level: 'prefecture' | 'county' | 'township'
  readonly replacedBy: string | null
  readonly validOnFrom: Temporal.PlainDate
  readonly validOnTo: Temporal.PlainDate | null
}

const places = (tx: Tx) =>
  tx
    .selectFrom('place')
    .select([
      'code',
      'parent_code as parentCode',
      'name',
      'level',
      'replaced_by as replacedBy',
      'valid_on_from as validOnFrom',
      'valid_on_to as validOnTo',
    ])

/** The places whose codes hold on a day. @clause 18a */
export const placesOn = (tx: Tx, on: Temporal.PlainDate): Promise<Place[]> =>
  places(tx)
    .where('valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('valid_on_to', 'is', null), eb('valid_on_to', '>', on)]))
    .orderBy('code')
    .execute()

/** Every place, those whose codes were replaced included. @clause 18a */
export const allPlaces = (tx: Tx): Promise<Place[]> => places(tx).orderBy('code').execute()
export type NamedPlace = Pick<Place, 'code' | 'parentCode' | 'name' | 'level' | 'replacedBy'> & { readonly isInForce: boolean }

/** Every place that there ever was, and whether its code holds on a day: people go on using the names of before. @clause 18a */
export const everyPlace = (tx: Tx, on: Temporal.PlainDate): Promise<NamedPlace[]> =>
  tx
    .selectFrom('place')
    .select([
      'code',
      'parent_code as parentCode',
      'name',
      'level',
      'replaced_by as replacedBy',
      sql<boolean>`valid_on_from <= ${on} and (valid_on_to is null or valid_on_to > ${on})`.as('isInForce'),
    ])
    .orderBy('code')
    .execute()

/** A place by its code, also one that was replaced: old records keep the code of their day. @clause 18a */
export const findPlace = (tx: Tx, code: string): Promise<Place | undefined> => places(tx).where('code', '=', code).executeTakeFirst()

export const placeNames = async (tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (codes.length === 0) return new Map()
  const rows = await tx.selectFrom('place').select(['code', 'name']).where('code', 'in', codes).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}
