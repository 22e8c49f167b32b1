import { isWorkingDay, nextWorkingDay, type Calendar, type OfficeHours } from './calendar.ts'
import { dayOf, startOf, type Day } from './day-number.ts'
import type { Span } from './span.ts'

export type CountOptions = {
  /** 民法典 203(2): the last day ends with office hours instead of at 24:00. */
  readonly closeOfOffice: boolean
}

/** A counted span. In time ⇔ at < `dueAt`. */
export type Counted = {
  /** Epoch milliseconds: the first instant that is late. */
  readonly dueAt: number
  /** The last date that holds an instant in time. */
  readonly dueOn: Day
  /** The dates counted, in order: each working day, or each date on which the time ran. */
  readonly days: readonly Day[]
  /** The first date whose being a working day decides the answer; the last is `dueOn`. Undefined where no date does (natural hours). */
  readonly decidedFrom: Day | undefined
}

const MINUTE = 60_000
const HOUR = 3_600_000

/** The instant at which a day's time is over: 24:00, or the end of office where the pack says so. */
export const endOfDay = (calendar: Calendar, day: Day, { closeOfOffice }: CountOptions): number => {
  const lastHours = closeOfOffice ? calendar.officeHours.at(-1) : undefined
  return lastHours ? startOf(day) + lastHours.to * MINUTE : startOf(day + 1)
}

const countWorkingDays = (calendar: Calendar, receivedAt: number, wanted: number, options: CountOptions): Counted => {
  const days: Day[] = []
  const receivedOn = dayOf(receivedAt)
  let day = receivedOn
  while (days.length < wanted) {
    day += 1
    if (isWorkingDay(calendar, day)) days.push(day)
  }
  return { dueAt: endOfDay(calendar, day, options), dueOn: day, days, decidedFrom: receivedOn + 1 }
}

/** How much of an interval is left from `at` on, and from when. */
const remainder = (day: Day, hours: OfficeHours, at: number): { readonly from: number; readonly length: number } => {
  const from = Math.max(startOf(day) + hours.from * MINUTE, at)
  return { from, length: Math.max(0, startOf(day) + hours.to * MINUTE - from) }
}

/** Reaches the due instant at the end of an interval, never at the start of the next: 09:00 + 3 h is 12:00, not 13:00. */
const countWorkingHours = (calendar: Calendar, receivedAt: number, wanted: number): Counted => {
  const days: Day[] = []
  const receivedOn = dayOf(receivedAt)
  let left = wanted * HOUR
  for (let day = receivedOn; ; day += 1) {
    if (!isWorkingDay(calendar, day)) continue
    for (const hours of calendar.officeHours) {
      const { from, length } = remainder(day, hours, receivedAt)
      if (length > 0 && days.at(-1) !== day) days.push(day)
      if (length >= left) return { dueAt: from + left, dueOn: dayOf(from + left - 1), days, decidedFrom: receivedOn }
      left -= length
    }
  }
}

const countNaturalTime = (receivedAt: number, length: number): Counted => {
  const dueAt = receivedAt + length
  const dueOn = dayOf(dueAt - 1)
  const days: Day[] = []
  for (let day = dayOf(receivedAt); day <= dueOn; day += 1) days.push(day)
  return { dueAt, dueOn, days, decidedFrom: undefined }
}

const countNaturalDays = (calendar: Calendar, receivedAt: number, wanted: number, options: CountOptions): Counted => {
  const receivedOn = dayOf(receivedAt)
  const lastDay = receivedOn + wanted
  const dueOn = nextWorkingDay(calendar, lastDay)
  const days = Array.from({ length: dueOn - receivedOn }, (_, index) => receivedOn + 1 + index)
  return { dueAt: endOfDay(calendar, dueOn, options), dueOn, days, decidedFrom: lastDay }
}

/**
 * When a span that starts at `receivedAt` (epoch milliseconds) is over.
 * 民法典 201(1): the day of receipt does not count; received on a rest day, day 1 is the next working day. 201(2): hours run from the instant.
 */
export const count = (calendar: Calendar, receivedAt: number, span: Span, options: CountOptions): Counted => {
  switch (span.unit) {
    case 'working-day':
      return countWorkingDays(calendar, receivedAt, span.count, options)
    case 'working-hour':
      return countWorkingHours(calendar, receivedAt, span.count)
    case 'natural-hour':
      return countNaturalTime(receivedAt, span.count * HOUR)
    case 'natural-minute':
      return countNaturalTime(receivedAt, span.count * MINUTE)
    case 'natural-day':
      return countNaturalDays(calendar, receivedAt, span.count, options)
  }
}

/** How many working days lie after one date up to and including another. */
export const workingDaysBetween = (calendar: Calendar, after: Day, upTo: Day): number => {
  let found = 0
  for (let day = after + 1; day <= upTo; day += 1) if (isWorkingDay(calendar, day)) found += 1
  return found
}
