import { isWorkingDay, type Calendar, type OpenFeast, type Words } from './calendar.ts'
import { dayFrom, isWeekend, knownDay, type Day } from './day-number.ts'
import type { Notice } from './notice.ts'

/** When a feast's days off are to be expected before their notice is known. */
export type FeastWindow =
  /** From `before` days ahead of a date to `after` days behind it. */
  | { readonly on: 'lunar' | 'solar'; readonly month: number; readonly date: number; readonly before: number; readonly after: number }
  /** The unbroken rest days around a date of the national list, and the day after them, on which notices add a day off. */
  | { readonly on: 'national-rest'; readonly month: number; readonly date: number }

/** A feast of one place that the national list does not know. */
export type Feast = { readonly id: string; readonly name: Words; readonly window: FeastWindow }

/** The civil date of a day of a lunar month; a leap month is another month, so it is not meant. */
export const lunarDay = (year: number, month: number, date: number): Day => {
  const monthCode = `M${String(month).padStart(2, '0')}`
  return knownDay(Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode, day: date }).withCalendar('iso8601').toString())
}

type Range = { readonly first: Day; readonly last: Day }

const restAround = (calendar: Calendar, within: Day): Range => {
  let first = within
  let last = within
  while (!isWorkingDay(calendar, first - 1)) first -= 1
  while (!isWorkingDay(calendar, last + 1)) last += 1
  return { first, last: last + 1 }
}

const rangeOf = (calendar: Calendar, { window }: Feast, year: number): Range => {
  if (window.on === 'national-rest') return restAround(calendar, dayFrom(year, window.month, window.date))
  const on = (window.on === 'lunar' ? lunarDay : dayFrom)(year, window.month, window.date)
  return { first: on - window.before, last: on + window.after }
}

/** The nearest weekend on one side of a range; half of it may lie inside the range already. */
const weekendBeside = (edge: Day, step: 1 | -1): readonly Day[] => {
  let day = edge + step
  while (!isWeekend(day)) day += step
  return isWeekend(day + step) ? [day, day + step] : [day]
}

/** Notices take the days worked instead from the weekend on either side; where the national list has a day worked there, that may move too. */
const openDates = (calendar: Calendar, { first, last }: Range): readonly Day[] => {
  const days = [...weekendBeside(first, -1), ...weekendBeside(last, 1)]
  for (let day = first - 7; day <= last + 7; day += 1) if ((first <= day && day <= last) || calendar.worked.has(day)) days.push(day)
  return days
}

/** A calendar that knows which dates its missing notices could change, for the years given: a feast is settled by a notice of its year. */
export const withOpenFeasts = (
  calendar: Calendar,
  feasts: readonly Feast[],
  notices: readonly Notice[],
  years: readonly number[],
): Calendar => {
  const open = new Map<Day, OpenFeast>()
  for (const year of years) {
    for (const feast of feasts) {
      if (notices.some((notice) => notice.year === year && notice.settles.includes(feast.id))) continue
      for (const day of openDates(calendar, rangeOf(calendar, feast, year))) open.set(day, { feast: feast.id, year, name: feast.name })
    }
  }
  return { ...calendar, open }
}
