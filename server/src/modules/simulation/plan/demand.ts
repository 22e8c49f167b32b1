import type { Chance } from '../chance.ts'
import type { OfficeTime } from '../office-time.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const zoneMs = 8 * hourMs
const midnightOf = (at: number): number => Math.floor((at + zoneMs) / dayMs) * dayMs - zoneMs

/** How likely a call is in each hour of the day; made up after what offices and shops do all day. */
const byHour = [8, 5, 4, 3, 3, 5, 10, 28, 62, 100, 104, 86, 48, 52, 88, 98, 92, 74, 54, 50, 46, 36, 22, 13]
/** Sunday first. */
const byWeekday = [0.7, 1.16, 1.1, 1.04, 1, 1, 0.76]
/** Rain in summer, wages and smoke in winter: a little more of everything. January first. */
const byMonth = [1.12, 0.9, 1, 1, 1.02, 1.06, 1.12, 1.1, 1, 0.96, 1.02, 1.08]

const civil = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai')

/** More or less than the average on that day; on a feast people call less, but about other things. */
const factorOf = (day: number, office: OfficeTime): number => {
  const { dayOfWeek, month } = civil(day)
  const ofDay = office.feastOn(day) === '' ? (byWeekday[dayOfWeek % 7] ?? 1) : 0.72
  return ofDay * (byMonth[month - 1] ?? 1)
}

const timeIn = (chance: Chance, day: number): number => {
  const hour = chance.weighted(byHour.map((weight, index) => [index, weight] as const))
  return Math.round(day + hour * hourMs + chance.between(0, hourMs))
}

type Span = { readonly from: number; readonly until: number; readonly perDay: number }

/** Instants (epoch milliseconds) at which somebody turns to the hotline, in order. */
export const arrivalsIn = ({ from, until, perDay }: Span, office: OfficeTime, chance: Chance): readonly number[] => {
  const arrivals: number[] = []
  for (let day = midnightOf(from); day < until; day += dayMs) {
    const expected = perDay * factorOf(day, office)
    const count = Math.max(0, Math.round(expected + (chance.between(-1, 1) + chance.between(-1, 1)) * Math.sqrt(expected)))
    for (let index = 0; index < count; index++) arrivals.push(timeIn(chance, day))
  }
  return arrivals.filter((at) => at >= from && at < until).toSorted((a, b) => a - b)
}
