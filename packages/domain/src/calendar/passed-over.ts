import { isWorkingDay, type Calendar, type Words } from './calendar.ts'
import type { Counted } from './count.ts'
import { isoOf, type Day } from './day-number.ts'

/** A date inside the span that was not counted, and why. `source` is the notice that makes it a day off. */
export type SkippedDay = Words & {
  readonly date: string
  readonly why: 'weekend' | 'holiday' | 'local-holiday' | 'after-office-hours'
  readonly source?: string
}

/** A Saturday, Sunday or holiday that was counted because a notice has it worked. */
export type MadeUpDay = Words & { readonly date: string; readonly source: string }

const afterHours: Words = { zh: '收到时已过工作时间', en: 'received after office hours' }
const weekend: Words = { zh: '周末', en: 'weekend' }

const skippedDay = (calendar: Calendar, day: Day): SkippedDay => {
  const date = isoOf(day)
  if (isWorkingDay(calendar, day)) return { date, why: 'after-office-hours', ...afterHours }
  const mark = calendar.off.get(day)
  if (!mark) return { date, why: 'weekend', ...weekend }
  return { date, why: mark.local ? 'local-holiday' : 'holiday', ...mark.name, source: mark.source }
}

/** The dates among those that decide a working span which were passed over, in order. */
export const skippedDays = (calendar: Calendar, { decidedFrom, dueOn, days }: Counted): readonly SkippedDay[] => {
  const skipped: SkippedDay[] = []
  if (decidedFrom === undefined) return skipped
  let next = 0
  for (let day = decidedFrom; day <= dueOn; day += 1) {
    while ((days[next] ?? dueOn) < day) next += 1
    if (days[next] !== day) skipped.push(skippedDay(calendar, day))
  }
  return skipped
}

export const madeUpDays = (calendar: Calendar, { decidedFrom, days }: Counted): readonly MadeUpDay[] => {
  if (decidedFrom === undefined) return []
  return days.flatMap((day) => {
    const mark = calendar.worked.get(day)
    return mark ? [{ date: isoOf(day), ...mark.name, source: mark.source }] : []
  })
}
