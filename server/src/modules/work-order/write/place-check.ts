import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Place } from '@open12345/domain/work-order'
import type { Tx } from '../../../db/transaction.ts'

/** 10-record: counties that exist now and, where one is named, a township of that county. Refuses `place.unknown`. */
export const checkPlaces = async (tx: Tx, places: readonly Place[], on: Temporal.PlainDate): Promise<Decision<null>> => {
  if (places.length === 0) return accept(null)
  const codes = [...new Set(places.flatMap(({ county, township }) => (township === null ? [county] : [county, township])))]
  const rows = await tx
    .selectFrom('place')
    .select(['code', 'parent_code', 'level'])
    .where('code', 'in', codes)
    .where('valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('valid_on_to', 'is', null), eb('valid_on_to', '>', on)]))
    .execute()
  const isThere = ({ county, township }: Place): boolean =>
    rows.some(({ code, level }) => code === county && level === 'county') &&
    (township === null || rows.some(({ code, parent_code }) => code === township && parent_code === county))
  return places.every(isThere) ? accept(null) : refuse({ code: 'place.unknown', clause: '10-record' })
}
