import type { Fault } from './fault.ts'
import type { PlaceRow } from './tables.ts'
import { doubles, rings } from './tree.ts'

const file = 'places.csv'
const parentLevel = { prefecture: null, county: 'prefecture', township: 'county' } as const

const parentFault = (place: PlaceRow, places: ReadonlyMap<string, PlaceRow>): readonly Fault[] => {
  const wanted = parentLevel[place.level]
  const found = place.parent === null ? null : places.get(place.parent)?.level
  if (found === wanted) return []
  const fault = { file, row: place.row, field: '上级' }
  if (found === undefined) return [{ ...fault, zh: `没有代码为 ${place.parent} 的地方。`, en: `There is no place ${place.parent}.` }]
  return [{ ...fault, zh: `${place.level} 的上级应为 ${wanted ?? '空'}。`, en: `A ${place.level} lies in ${wanted ?? 'nothing'}.` }]
}

/** A code gives way to another on one day: neither a day with both nor a day without. @clause 18a */
const successorFault = ({ row, replacedBy, to }: PlaceRow, places: ReadonlyMap<string, PlaceRow>): readonly Fault[] => {
  if (replacedBy === null) return []
  const fault = { file, row, field: '改为' }
  const next = places.get(replacedBy)
  if (next === undefined) return [{ ...fault, zh: `没有代码为 ${replacedBy} 的地方。`, en: `There is no place ${replacedBy}.` }]
  if (to !== null && Temporal.PlainDate.compare(to, next.from) === 0) return []
  return [
    {
      ...fault,
      zh: `${replacedBy} 应从本代码停用之日起有效，两者的有效期不能重叠或中断。`,
      en: `${replacedBy} must begin on the day on which this code ends; the two may neither overlap nor leave a gap.`,
    },
  ]
}

export const placeFaults = (rows: readonly PlaceRow[]): readonly Fault[] => {
  const places = new Map(rows.map((place) => [place.code, place]))
  const top = rows.filter(({ level }) => level === 'prefecture')
  const faults = rows.flatMap((place) => [...parentFault(place, places), ...successorFault(place, places)])
  if (top.length !== 1)
    faults.push({ file, row: top[1]?.row, zh: '应有且只有一个 prefecture。', en: 'There must be exactly one prefecture.' })
  return [
    ...doubles(file, '代码', rows, ({ code }) => code),
    ...rings(file, '上级', rows, { idOf: ({ code }) => code, upOf: ({ parent }) => parent }),
    ...faults,
  ]
}
