import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Place } from '@open12345/domain/work-order'
import type { Tx } from '../../../db/transaction.ts'

/** 10-record: a county that exists now and, where one is named, a township of that county. Refuses `place.unknown`. */
export const checkPlace = async (tx: Tx, place: Place | null, on: Temporal.PlainDate): Promise<Decision<null>> => {
  if (place === null) return accept(null)
  const codes = place.township === null ? [place.county] : [place.county, place.township]
  const rows = await tx
    .selectFrom('place')
    .select(['code', 'parent_code', 'level'])
    .where('code', 'in', codes)
    .where('valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('valid_on_to', 'is', null), eb('valid_on_to', '>', on)]))
    .execute()
  const county = rows.some(({ code, level }) => code === place.county && level === 'county')
  const township = place.township === null || rows.some(({ code, parent_code }) => code === place.township && parent_code === place.county)
  return county && township ? accept(null) : refuse({ code: 'place.unknown', clause: '10-record' })
}
