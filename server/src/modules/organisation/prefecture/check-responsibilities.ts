import { subjects } from '@open12345/domain/vocabulary'
import type { Fault } from './fault.ts'
import type { PlaceRow, ResponsibilityRow, UnitRow } from './tables.ts'

const file = 'responsibilities.csv'
type Period = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate | null }

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0
const holdsOn = ({ from, to }: Period, on: Temporal.PlainDate): boolean => !isBefore(on, from) && (to === null || isBefore(on, to))
const overlap = (a: Period, b: Period): boolean => (a.to === null || isBefore(b.from, a.to)) && (b.to === null || isBefore(a.from, b.to))

const linkFaults = (rows: readonly ResponsibilityRow[], units: ReadonlySet<string>, codes: ReadonlySet<string>): readonly Fault[] =>
  rows.flatMap(({ row, unit, place }) => [
    ...(units.has(unit) ? [] : [{ file, row, field: '承办单位', zh: `没有名为 ${unit} 的单位。`, en: `There is no unit ${unit}.` }]),
    ...(codes.has(place)
      ? []
      : [{ file, row, field: '行政区划', zh: `places.csv 中没有代码 ${place}。`, en: `places.csv has no code ${place}.` }]),
  ])

/** One subject in one place has one unit on any day. */
const overlapFaults = (rows: readonly ResponsibilityRow[]): readonly Fault[] =>
  [...Map.groupBy(rows, ({ subject, place }) => `${subject} ${place}`).values()].flatMap((same) =>
    same.flatMap((one, index) => {
      const before = same.slice(0, index).find((other) => overlap(one, other))
      if (before === undefined) return []
      const zh = `与第 ${before.row} 行是同一事项、同一地方，有效期重叠。`
      return [{ file, row: one.row, field: '起', zh, en: `It overlaps with row ${before.row}, of the same subject and place.` }]
    }),
  )

/** Every subject finds a unit in every county on the day of loading. */
const gapFaults = (rows: readonly ResponsibilityRow[], places: readonly PlaceRow[], on: Temporal.PlainDate): readonly Fault[] => {
  const inForce = rows.filter((rule) => holdsOn(rule, on))
  const whole = new Set(places.filter(({ level }) => level === 'prefecture').map(({ code }) => code))
  const counties = places.filter((place) => place.level === 'county' && holdsOn(place, on))
  return subjects.flatMap(({ code, label }) => {
    const covered = new Set(inForce.filter(({ subject }) => subject === code).map(({ place }) => place))
    if ([...covered].some((place) => whole.has(place))) return []
    const bare = counties.filter((county) => !covered.has(county.code)).map(({ name }) => name)
    if (bare.length === 0 && counties.length > 0) return []
    return [
      {
        file,
        field: '事项',
        zh: `事项 ${code}（${label.zh}）没有承办单位：${bare.join('、') || '全部地方'}。`,
        en: `The subject ${code} has no unit in: ${bare.join(', ') || 'any place'}.`,
      },
    ]
  })
}

export const responsibilityFaults = (
  rows: readonly ResponsibilityRow[],
  { units, places, on }: { readonly units: readonly UnitRow[]; readonly places: readonly PlaceRow[]; readonly on: Temporal.PlainDate },
): readonly Fault[] => [
  ...linkFaults(rows, new Set(units.map(({ unit }) => unit)), new Set(places.map(({ code }) => code))),
  ...overlapFaults(rows),
  ...gapFaults(rows, places, on),
]
