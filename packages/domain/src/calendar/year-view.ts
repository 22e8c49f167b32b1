import type { Calendar, DayMark, Words } from './calendar.ts'
import { dayFrom, isoOf, type Day } from './day-number.ts'

/** A date that differs from Monday to Friday, or may come to. */
export type NotedDay = {
  readonly date: string
  readonly kind: 'off' | 'worked' | 'uncertain'
  readonly name: Words
  /** The notice that says so; null while it is missing. */
  readonly source: string | null
  readonly local: boolean
}

/** One year of a calendar, in the order of its dates. */
export type YearView = { readonly calendar: string; readonly year: number; readonly covered: boolean; readonly days: readonly NotedDay[] }

const noted = (day: Day, kind: 'off' | 'worked', { name, source, local }: DayMark): NotedDay => ({
  date: isoOf(day),
  kind,
  name,
  source,
  local,
})

const notesOf = ({ off, worked, open }: Calendar, day: Day): readonly NotedDay[] => {
  const [isOff, isWorked, isOpen] = [off.get(day), worked.get(day), open.get(day)]
  return [
    ...(isOff ? [noted(day, 'off', isOff)] : []),
    ...(isWorked ? [noted(day, 'worked', isWorked)] : []),
    ...(isOpen ? [{ date: isoOf(day), kind: 'uncertain' as const, name: isOpen.name, source: null, local: true }] : []),
  ]
}

export const yearView = (calendar: Calendar, year: number): YearView => {
  const days: NotedDay[] = []
  for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day += 1) days.push(...notesOf(calendar, day))
  return { calendar: calendar.id, year, covered: calendar.coveredYears.has(year), days }
}
