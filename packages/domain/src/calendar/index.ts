export { isWorkingDay, type Calendar, type DayMark, type OfficeHours, type Words } from './calendar.ts'
export { count, endOfDay, workingDaysBetween, type Counted, type CountOptions } from './count.ts'
export { liangshanFeasts, liangshanNotices } from './data/liangshan.ts'
export { dayFrom, dayFromIso, dayOf, isoOf, isWeekend, startOf, weekdayOf, yearOf, type Day } from './day-number.ts'
export { withOpenFeasts, type Feast, type FeastWindow, type LunarDates } from './feasts.ts'
export { parseInstant, shanghaiText } from './instant-text.ts'
export { liangshanCalendar } from './liangshan.ts'
export { nationalCalendar, type NationalDay } from './national.ts'
export { enterNotice, nationalList, noticesInForce, overlay, type Notice, type NoticeDay } from './notice.ts'
export { madeUpDays, skippedDays, type MadeUpDay, type SkippedDay } from './passed-over.ts'
export { provisionalReasons, type ProvisionalReason } from './provisional.ts'
export { calendarRefusals } from './refusals.ts'
export {
  naturalDays,
  naturalHours,
  naturalMinutes,
  parseSpan,
  spanText,
  spanWords,
  workingDays,
  workingHours,
  type Span,
  type SpanUnit,
} from './span.ts'
export { warnAt } from './warn-at.ts'
