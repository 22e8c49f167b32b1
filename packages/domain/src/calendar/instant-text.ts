import { accept, refuse, type Decision } from '../kernel/index.ts'
import { dayOf, isoOf, startOf, yearOf } from './day-number.ts'

const SHAPE = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/
const ZONELESS = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/
const FIRST_YEAR = 1992
const LAST_YEAR = 2199

const epochOf = (text: string): number | undefined => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return undefined // the shape is right but no such time exists, such as 30 February
  }
}

/**
 * Reads an instant written with its offset: `2023-08-08T10:00+08:00`, `2023-08-08T02:00:00.5Z`. Kept to the millisecond.
 * Refuses `instant.without-offset`, `instant.malformed`, and `instant.out-of-range` outside 1992–2199.
 */
export const parseInstant = (text: string): Decision<Temporal.Instant> => {
  if (ZONELESS.test(text)) return refuse({ code: 'instant.without-offset' })
  const at = SHAPE.test(text) ? epochOf(text) : undefined
  if (at === undefined) return refuse({ code: 'instant.malformed' })
  const year = yearOf(dayOf(at))
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse({ code: 'instant.out-of-range', facts: { first: FIRST_YEAR, last: LAST_YEAR } })
  return accept(Temporal.Instant.fromEpochMilliseconds(at))
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0')

/** `10:00:00` or, where there are fractions, `10:00:00.250`, in Asia/Shanghai. */
const clockText = (at: number): string => {
  const ms = at - startOf(dayOf(at))
  const seconds = Math.floor(ms / 1000)
  const fraction = ms % 1000 === 0 ? '' : `.${padded(ms % 1000, 3)}`
  return `${padded(Math.floor(seconds / 3600), 2)}:${padded(Math.floor(seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}${fraction}`
}

/** `2023-08-25T00:00:00+08:00`, from epoch milliseconds. */
export const shanghaiText = (at: number): string => `${isoOf(dayOf(at))}T${clockText(at)}+08:00`
