export { arithmeticOf, bothLanguages, type Arithmetic, type Sentences } from './arithmetic.ts'
export { arithmeticWords, momentWords, provisionalWords } from './arithmetic-words.ts'
export { isWorkingDay, type Calendar, type DayMark, type OfficeHours, type Words } from './calendar.ts'
export { count, endOfDay, workingDaysBetween, type Counted, type CountOptions } from './count.ts'
export { dayFromIso, dayOf, isoOf, isWeekend, yearOf, type Day } from './day-number.ts'
export { withOpenFeasts, type Feast, type FeastWindow } from './feasts.ts'
export { parseInstant, shanghaiText } from './instant-text.ts'
export { localCalendar, noticeOf, type LocalCalendar, type WrittenNotice } from './local.ts'
export { nationalCalendar, type NationalDay } from './national.ts'
export { enterNotice, nationalList, noticesInForce, overlay, type Notice, type NoticeDay } from './notice.ts'
export type { MadeUpDay, SkippedDay } from './passed-over.ts'
export type { ProvisionalReason } from './provisional.ts'
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
export { yearView, type NotedDay, type YearView } from './year-view.ts'
