import { isWorkingDay, type Calendar } from './calendar.ts'
import { dayOf, startOf } from './day-number.ts'
import type { Span } from './span.ts'

const MINUTE = 60_000
const HOUR = 3_600_000

const workingTimeOf = (calendar: Calendar, span: Span): number => {
  if (span.unit === 'working-hour') return span.count * HOUR
  const officeDay = calendar.officeHours.reduce((sum, hours) => sum + (hours.to - hours.from) * MINUTE, 0)
  return span.count * officeDay
}

/** Walks office hours backwards, so that "one hour before" 13:30 is 11:30 and not 12:30 in the lunch break. */
const backInWorkingTime = (calendar: Calendar, dueAt: number, workingTime: number): number => {
  let left = workingTime
  for (let day = dayOf(dueAt - 1); ; day -= 1) {
    if (!isWorkingDay(calendar, day)) continue
    for (const hours of calendar.officeHours.toReversed()) {
      const from = startOf(day) + hours.from * MINUTE
      const to = Math.min(startOf(day) + hours.to * MINUTE, dueAt)
      if (to <= from) continue
      if (to - from >= left) return to - left
      left -= to - from
    }
  }
}

/**
 * The instant (epoch milliseconds) that lies `before` ahead of `dueAt`: working days and hours are taken from office hours across lunch,
 * nights and holidays (a working day is one office day's hours); natural spans are subtracted as they are.
 */
export const warnAt = (calendar: Calendar, dueAt: number, before: Span): number => {
  switch (before.unit) {
    case 'working-day':
    case 'working-hour':
      return backInWorkingTime(calendar, dueAt, workingTimeOf(calendar, before))
    case 'natural-minute':
      return dueAt - before.count * MINUTE
    case 'natural-hour':
      return dueAt - before.count * HOUR
    case 'natural-day':
      return dueAt - before.count * 24 * HOUR
  }
}
