import { count, dayOf, isWorkingDay, type Calendar } from '@open12345/domain/calendar'

/** When offices work, by the prefecture's calendar. Instants are epoch milliseconds. */
export type OfficeTime = {
  /** The instant at which that many minutes of office time have gone by since `at`. */
  readonly afterMinutes: (at: number, minutes: number) => number
  readonly isWorkingDay: (at: number) => boolean
  /** The feast that the date belongs to, also where its days off are not published yet; empty on an ordinary day. */
  readonly feastOn: (at: number) => string
}

export const officeTimeOf = (calendar: Calendar): OfficeTime => ({
  // Minutes are counted as parts of working hours; the walk through office hours does not ask for whole ones.
  afterMinutes: (at, minutes) => count(calendar, at, { unit: 'working-hour', count: minutes / 60 }, { closeOfOffice: false }).dueAt,
  isWorkingDay: (at) => isWorkingDay(calendar, dayOf(at)),
  feastOn: (at) => (calendar.off.get(dayOf(at)) ?? calendar.open.get(dayOf(at)))?.name.zh ?? '',
})
