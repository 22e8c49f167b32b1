import type { Calendar, Words } from './calendar.ts'
import type { Counted } from './count.ts'
import { isoOf } from './day-number.ts'
import { shanghaiText } from './instant-text.ts'
import { madeUpDays, skippedDays, type MadeUpDay, type SkippedDay } from './passed-over.ts'
import { provisionalReasons, type ProvisionalReason } from './provisional.ts'

/** How a due time was counted, as plain data. Instants are written in Asia/Shanghai, dates are of Asia/Shanghai. */
export type Arithmetic = {
  /** The last date with an instant in time. */
  readonly dueOn: string
  /** The first instant that is late. */
  readonly dueAt: string
  readonly calendar: string
  readonly provisional: boolean
  readonly provisionalReasons: readonly ProvisionalReason[]
  readonly days: readonly string[]
  readonly skipped: readonly SkippedDay[]
  readonly madeUp: readonly MadeUpDay[]
}

/** Sentences for people, one a step. */
export type Sentences = { readonly zh: readonly string[]; readonly en: readonly string[] }

export const bothLanguages = (words: readonly Words[]): Sentences => ({ zh: words.map(({ zh }) => zh), en: words.map(({ en }) => en) })

export const arithmeticOf = (calendar: Calendar, counted: Counted): Arithmetic => {
  const reasons = provisionalReasons(calendar, counted)
  return {
    dueOn: isoOf(counted.dueOn),
    dueAt: shanghaiText(counted.dueAt),
    calendar: calendar.id,
    provisional: reasons.length > 0,
    provisionalReasons: reasons,
    days: counted.days.map(isoOf),
    skipped: skippedDays(calendar, counted),
    madeUp: madeUpDays(calendar, counted),
  }
}
