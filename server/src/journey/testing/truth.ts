import { isWorked, walk } from '../../../../packages/domain/src/calendar/testing/day-walk.ts'
import {
  publishedLiangshan2023,
  publishedNational,
  type PublishedList,
} from '../../../../packages/domain/src/calendar/testing/published-lists.ts'
import type { Kind } from '@open12345/domain/vocabulary'

/** What the clocks must say, found without the program: limits written by hand from 凉府办函〔2023〕18号, days walked one by one. */
export type Limit = readonly [count: number, unit: 'wd' | 'wh' | 'nh' | 'nd' | 'min']
export type Due = { readonly dueAt: number; readonly dueOn: string }

const handling: Readonly<Record<Kind, number>> = { consultation: 5, help: 7, suggestion: 7, complaint: 10, report: 10, praise: 5, other: 7 }
/** 第十二条 末款: 劳动保障监察 60 日, 消费者投诉 7 日, 燃气投诉 15 日. */
const byLaw = (kind: Kind, subject: string): number | undefined => {
  if (subject === 'wages') return kind === 'complaint' || kind === 'report' ? 60 : undefined
  if (kind !== 'complaint') return undefined
  return subject === 'consumer' ? 7 : subject === 'gas-supply' ? 15 : undefined
}

const fixed: Readonly<Record<string, Limit>> = {
  dispatch: [3, 'wh'],
  // 第十二条（四） 第一时间: 15 and 5 minutes of every hour of the day.
  'special-act': [15, 'min'],
  'emergency-act': [5, 'min'],
  sign: [1, 'wd'],
  return: [2, 'wd'],
  'follow-up': [24, 'nh'],
  reminder: [3, 'nd'],
  'no-answer': [3, 'nd'],
  'special-response': [4, 'nh'],
  'special-progress': [3, 'wd'],
  'emergency-response': [2, 'nh'],
  'emergency-progress': [2, 'wd'],
}

/** `redo` is half of the hotline's own limit, rounded up; the requester's clock of a redo is the same. */
export const limitOf = (clock: string, kind: Kind, subject: string): Limit => {
  if (clock === 'redo') return [Math.ceil(handling[kind] / 2), 'wd']
  if (clock === 'handle' || clock === 'requester') return [byLaw(kind, subject) ?? handling[kind], 'wd']
  return fixed[clock]!
}

const zone = 'Asia/Shanghai'
const listFor = (at: Temporal.Instant): PublishedList =>
  at.toZonedDateTimeISO(zone).year === 2023 ? publishedLiangshan2023 : publishedNational

/** 民法典 203(1): the day of receipt does not count; a last day off moves to the next working day. */
const walkNaturalDays = (list: PublishedList, at: Temporal.Instant, count: number): Due => {
  let date = at.toZonedDateTimeISO(zone).toPlainDate().add({ days: count })
  while (!isWorked(list, date)) date = date.add({ days: 1 })
  return { dueAt: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds, dueOn: date.toString() }
}

const walkMinutes = (at: Temporal.Instant, minutes: number): Due => {
  const due = at.add({ minutes })
  return { dueAt: due.epochMilliseconds, dueOn: due.subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString() }
}

export const dueOf = (startAt: number, [count, unit]: Limit): Due => {
  const at = Temporal.Instant.fromEpochMilliseconds(startAt)
  if (unit === 'nd') return walkNaturalDays(listFor(at), at, count)
  if (unit === 'min') return walkMinutes(at, count)
  const walked = walk(listFor(at), at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' }), unit, count)
  return { dueAt: Temporal.Instant.from(walked.dueAt).epochMilliseconds, dueOn: walked.dueOn }
}

/** Nobody is sent a message that can wait from 21:30 to 08:00. */
export const isQuietAt = (at: number): boolean => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return hour < 8 || hour * 60 + minute >= 21 * 60 + 30
}
