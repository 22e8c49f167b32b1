import { isWeekend, type Day } from './day-number.ts'

/** A sentence for people, in Chinese and English. */
export type Words = { readonly zh: string; readonly en: string }

/** Why a date differs from Monday to Friday: the holiday it belongs to and the notice that says so. */
export type DayMark = { readonly name: Words; readonly source: string; readonly local: boolean }

/** A feast whose days off are not known until a notice is entered; the dates that the notice may change point here. */
export type OpenFeast = { readonly feast: string; readonly year: number; readonly name: Words }

/** Minutes since 00:00; the interval is [from, to). */
export type OfficeHours = { readonly from: number; readonly to: number }

/**
 * The working days of one place, as data: Monday to Friday, less `off`, plus `worked`. A date is in at most one of the two.
 * Dates of years outside `coveredYears` follow the week alone, and `open` dates may yet change: answers resting on either are provisional.
 */
export type Calendar = {
  readonly id: string
  readonly name: Words
  readonly coveredYears: ReadonlySet<number>
  readonly off: ReadonlyMap<Day, DayMark>
  readonly worked: ReadonlyMap<Day, DayMark>
  readonly open: ReadonlyMap<Day, OpenFeast>
  /** In order of time, without overlap. */
  readonly officeHours: readonly OfficeHours[]
}

/** 09:00–12:00 and 13:00–17:00. */
export const usualOfficeHours: readonly OfficeHours[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 17 * 60 },
]

export const isWorkingDay = (calendar: Calendar, day: Day): boolean => {
  if (calendar.worked.has(day)) return true
  return !isWeekend(day) && !calendar.off.has(day)
}

export const nextWorkingDay = (calendar: Calendar, from: Day): Day => {
  let day = from
  while (!isWorkingDay(calendar, day)) day += 1
  return day
}
