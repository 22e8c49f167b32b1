/**
 * A civil date of Asia/Shanghai as the number of days since 1970-01-01. Counting on plain integers keeps a deadline at a few microseconds;
 * Temporal is met at the border only.
 */
export type Day = number

const MS_PER_DAY = 86_400_000
/** Civil time in China has been +08:00 without summer time since 1992; earlier instants are refused at the border (`parseInstant`). */
const ZONE_MS = 8 * 3_600_000

/** The civil date on which an instant (epoch milliseconds) falls. */
export const dayOf = (at: number): Day => Math.floor((at + ZONE_MS) / MS_PER_DAY)
/** 00:00 of the date, as epoch milliseconds. */
export const startOf = (day: Day): number => day * MS_PER_DAY - ZONE_MS

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7
export const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0

type Civil = { readonly year: number; readonly month: number; readonly date: number }

/** Proleptic Gregorian, by eras of 400 years that begin on 1 March: https://howardhinnant.github.io/date_algorithms.html */
const civilOf = (day: Day): Civil => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 }
}

export const dayFrom = (year: number, month: number, date: number): Day => {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const two = (part: number): string => (part < 10 ? `0${part}` : `${part}`)

/** Every explanation names some twenty dates out of the same few years, so each date is written once. */
const written = new Map<Day, string>()

/** `2023-08-24` */
export const isoOf = (day: Day): string => {
  const known = written.get(day)
  if (known !== undefined) return known
  const { year, month, date } = civilOf(day)
  const text = `${year}-${two(month)}-${two(date)}`
  written.set(day, text)
  return text
}

export const yearOf = (day: Day): number => Number(isoOf(day).slice(0, 4))

/** Undefined unless the text is a date that exists, written `2023-08-24`, between 1990 and 2299. */
export const dayFromIso = (text: string): Day | undefined => {
  if (!/^(199|2[0-2]\d)\d-\d{2}-\d{2}$/.test(text)) return undefined
  const day = dayFrom(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  return isoOf(day) === text ? day : undefined
}

/** For dates written in our own data: a date that does not exist is a bug there, so this throws. */
export const knownDay = (text: string): Day => {
  const day = dayFromIso(text)
  if (day === undefined) throw new RangeError(`No such date: ${text}`)
  return day
}
