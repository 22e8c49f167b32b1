import { usualOfficeHours, type Calendar, type DayMark, type Words } from './calendar.ts'
import { knownDay } from './day-number.ts'

/** One date of the State Council's yearly list. */
export type NationalDay = { readonly on: string; readonly as: 'off' | 'worked'; readonly name: Words }

const marked = (days: readonly NationalDay[], as: 'off' | 'worked'): ReadonlyMap<number, DayMark> =>
  new Map(
    days.filter((day) => day.as === as).map(({ on, name }) => [knownDay(on), { name, source: '国务院办公厅节假日安排', local: false }]),
  )

/** The calendar `national`: the State Council's lists of `years`, which must be stated, because a list that is missing looks like one without holidays. */
export const nationalCalendar = (years: readonly number[], days: readonly NationalDay[]): Calendar => ({
  id: 'national',
  name: { zh: '全国', en: 'the whole country' },
  coveredYears: new Set(years),
  off: marked(days, 'off'),
  worked: marked(days, 'worked'),
  open: new Map(),
  officeHours: usualOfficeHours,
})
