import type { Calendar, Words } from './calendar.ts'
import type { Counted } from './count.ts'
import { isoOf, yearOf, type Day } from './day-number.ts'

/** Why a date may still move: the year's national list is not known, or a local feast's notice has not been entered. */
export type ProvisionalReason = Words & {
  readonly code: 'year-not-covered' | 'local-notice-missing'
  readonly year: number
  /** The first date in the counted span that the missing notice could change. */
  readonly date: string
  readonly feast?: string
}

const yearNotCovered = (year: number, day: Day): ProvisionalReason => ({
  code: 'year-not-covered',
  year,
  date: isoOf(day),
  zh: `${year}年的全国放假安排尚未录入，暂按周一至周五为工作日计算。`,
  en: `The national list of days off for ${year} is not entered; Monday to Friday are counted as working days for now.`,
})

const noticeMissing = (calendar: Calendar, day: Day): ProvisionalReason | undefined => {
  const open = calendar.open.get(day)
  return (
    open && {
      code: 'local-notice-missing',
      year: open.year,
      date: isoOf(day),
      feast: open.feast,
      zh: `${open.year}年${open.name.zh}的放假通知尚未录入，${isoOf(day)}前后的工作日可能变动。`,
      en: `The notice for ${open.name.en} ${open.year} is not entered; working days around ${isoOf(day)} may change.`,
    }
  )
}

/** Empty when the answer is firm: no uncertain date lies among the dates that decide it. One reason per missing notice. */
export const provisionalReasons = (calendar: Calendar, { decidedFrom, dueOn }: Counted): readonly ProvisionalReason[] => {
  const reasons = new Map<string, ProvisionalReason>()
  const note = (key: string, reason: ProvisionalReason): void => void (reasons.has(key) || reasons.set(key, reason))
  for (let day = decidedFrom ?? dueOn + 1; day <= dueOn; day += 1) {
    const year = yearOf(day)
    if (!calendar.coveredYears.has(year)) note(`${year}`, yearNotCovered(year, day))
    const missing = noticeMissing(calendar, day)
    if (missing) note(`${missing.year} ${missing.feast}`, missing)
  }
  return [...reasons.values()]
}
