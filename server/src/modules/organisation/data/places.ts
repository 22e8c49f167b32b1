import type { Place } from '../places.ts'
import { counties } from './counties.ts'
import { townships } from './townships.ts'

const on = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

// Before this day the catalogue says nothing.
const catalogueFrom = on('2000-01-01')
// 会理县 became 会理市: 513425 gave way to 513402, and every code below it with it. The township reform was complete by then.
const huiliCity = on('2021-01-20')

const prefecture: Place = {
  code: '513400',
  parentCode: null,
  name: '凉山彝族自治州',
  level: 'prefecture',
  replacedBy: null,
  validOnFrom: catalogueFrom,
  validOnTo: null,
}

const county = (code: string, name: string, lasting: Partial<Place> = {}): Place => ({
  ...prefecture,
  code,
  parentCode: prefecture.code,
  name,
  level: 'county',
  ...lasting,
})

const townshipsOf = (countyCode: string): readonly Place[] =>
  (townships[countyCode] ?? []).map(([suffix, name]) => ({
    ...prefecture,
    code: countyCode + suffix,
    parentCode: countyCode,
    name,
    level: 'township',
    validOnFrom: huiliCity,
  }))

/** Liangshan's places with the days on which their codes hold. @clause 18a */
export const liangshanPlaces: readonly Place[] = [
  prefecture,
  county('513425', '会理县', { validOnTo: huiliCity, replacedBy: '513402' }),
  ...counties.map(([code, name]) => county(code, name, code === '513402' ? { validOnFrom: huiliCity } : {})),
  ...counties.flatMap(([code]) => townshipsOf(code)),
]
