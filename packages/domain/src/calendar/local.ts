import type { Calendar, OfficeHours, Words } from './calendar.ts'
import { isoOf, knownDay } from './day-number.ts'
import { withOpenFeasts, type Feast } from './feasts.ts'
import { noticesInForce, overlay, type Notice, type NoticeDay } from './notice.ts'

/** The years for which uncertain dates are marked; beyond them no national list is known either. */
const YEARS = Array.from({ length: 2100 - 1992 }, (_, index) => 1992 + index)

/** A prefecture's own calendar: what it adds to the national days. */
export type LocalCalendar = {
  readonly id: string
  readonly name: Words
  /** The national ones unless told. */
  readonly officeHours?: readonly OfficeHours[] | undefined
  readonly feasts: readonly Feast[]
  readonly notices: readonly Notice[]
}

/** The national days, under the prefecture's own notices, under those `entered` by an administrator. @clause 26 */
export const localCalendar = (
  national: Calendar,
  { id, name, officeHours = national.officeHours, feasts, notices }: LocalCalendar,
  entered: readonly Notice[] = [],
): Calendar => {
  const inForce = noticesInForce([...notices, ...entered])
  return withOpenFeasts({ ...overlay(national, id, name, inForce), officeHours }, feasts, inForce, YEARS)
}

/** A notice as people write it down: days off from a date to a date, days worked one by one. Dates are ISO dates that exist. */
export type WrittenNotice = Pick<Notice, 'number' | 'year' | 'settles'> & {
  readonly off: readonly { readonly name: Words; readonly from: string; readonly to: string }[]
  readonly worked: readonly { readonly name: Words; readonly on: readonly string[] }[]
  readonly supersedes?: string | undefined
}

const daysFrom = (from: string, to: string): readonly string[] => {
  const first = knownDay(from)
  return Array.from({ length: Math.max(0, knownDay(to) - first + 1) }, (_, index) => isoOf(first + index))
}

export const noticeOf = ({ number, year, settles, off, worked, supersedes }: WrittenNotice): Notice => ({
  number,
  year,
  settles,
  days: [
    ...off.flatMap(({ name, from, to }) => daysFrom(from, to).map((on): NoticeDay => ({ on, as: 'off', name }))),
    ...worked.flatMap(({ name, on }) => on.map((day): NoticeDay => ({ on: day, as: 'worked', name }))),
  ],
  ...(supersedes === undefined ? {} : { supersedes }),
})
