import type { Arithmetic } from './arithmetic.ts'
import type { Words } from './calendar.ts'
import type { Counted } from './count.ts'
import { dayFromIso, dayOf, isoOf, startOf, weekdayOf, type Day } from './day-number.ts'
import { shanghaiText } from './instant-text.ts'
import type { MadeUpDay, SkippedDay } from './passed-over.ts'
import type { Span, SpanUnit } from './span.ts'

const WEEK_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const WEEK_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const dateWords = (day: Day): Words => ({
  zh: `${isoOf(day)}（${WEEK_ZH[weekdayOf(day)]}）`,
  en: `${WEEK_EN[weekdayOf(day)]} ${isoOf(day)}`,
})

/** An instant (epoch milliseconds) with its weekday. */
export const momentWords = (at: number): Words => {
  const date = dateWords(dayOf(at))
  const time = shanghaiText(at).slice(11, 19).replace(/:00$/, '')
  return { zh: `${date.zh}${time}`, en: `${date.en} ${time}` }
}

const daysCounted = (days: readonly Day[]): Words => {
  const first = dateWords(days[0] as Day)
  const last = dateWords(days.at(-1) as Day)
  if (days.length === 1)
    return {
      zh: `收到当日不计，次一个工作日${first.zh}即最后一日。`,
      en: `The day of receipt does not count; the next working day, ${first.en}, is the last.`,
    }
  return {
    zh: `收到当日不计；第1个工作日是${first.zh}，第${days.length}个工作日是${last.zh}。`,
    en: `The day of receipt does not count; working day 1 is ${first.en} and working day ${days.length} is ${last.en}.`,
  }
}

const counting = (span: Span | undefined, days: readonly Day[]): readonly Words[] => {
  const byUnit: Readonly<Record<SpanUnit, () => Words>> = {
    'working-day': () => daysCounted(days),
    'working-hour': () => ({
      zh: `只在工作日的工作时间内计时，计时的日期：${days.map((day) => dateWords(day).zh).join('、')}。`,
      en: `Time runs in office hours of working days only, here on ${days.map((day) => dateWords(day).en).join(', ')}.`,
    }),
    'natural-hour': () => ({
      zh: '按自然小时昼夜连续计算，不扣除夜间和节假日。',
      en: 'Natural hours run day and night, holidays included.',
    }),
    'natural-minute': () => ({ zh: '按自然时间连续计算。', en: 'Natural time, without a break.' }),
    'natural-day': () => ({
      zh: '收到当日不计，按自然日计算；最后一日是休息日的，顺延至下一个工作日。',
      en: 'The day of receipt does not count; every day counts; a last day that is a rest day moves to the next working day.',
    }),
  }
  return span ? [byUnit[span.unit]()] : []
}

type Run = Words & { readonly first: string; readonly last: string }

const follows = (date: string, last: string): boolean => dayFromIso(date) === (dayFromIso(last) ?? 0) + 1

/** Dates of one name that follow each other become one run: a feast is told as its first and last day. */
const runsOf = (days: readonly (Words & { readonly date: string })[]): readonly Run[] => {
  const runs: Run[] = []
  for (const { date, zh, en } of days) {
    const run = runs.at(-1)
    if (run && run.zh === zh && follows(date, run.last)) runs[runs.length - 1] = { ...run, last: date }
    else runs.push({ zh, en, first: date, last: date })
  }
  return runs
}

const runWords = ({ first, last, zh, en }: Run): Words =>
  first === last
    ? { zh: `${first}（${zh}）`, en: `${first} (${en})` }
    : { zh: `${first}至${last}（${zh}）`, en: `${first} to ${last} (${en})` }

const list = (days: readonly (Words & { readonly date: string })[]): Words => {
  const runs = runsOf(days).map(runWords)
  return { zh: runs.map(({ zh }) => zh).join('、'), en: runs.map(({ en }) => en).join(', ') }
}

const sentenceOf = (days: readonly (Words & { readonly date: string })[], zh: string, en: string): readonly Words[] => {
  if (days.length === 0) return []
  const listed = list(days)
  return [{ zh: `${zh}：${listed.zh}。`, en: `${en}: ${listed.en}.` }]
}

const exceptions = (skipped: readonly SkippedDay[], madeUp: readonly MadeUpDay[]): readonly Words[] => [
  ...sentenceOf(skipped, '不计的日子', 'Not counted'),
  ...sentenceOf(madeUp, '调休上班、计入的日子', 'Worked instead, so counted'),
]

const ending = ({ dueAt, dueOn }: Counted): Words => {
  const last = dateWords(dueOn)
  if (dueAt === startOf(dueOn + 1))
    return { zh: `${last.zh}24时之前完成都算按时。`, en: `In time until the end of ${last.en}; late from 00:00 of the next day.` }
  const due = momentWords(dueAt)
  return { zh: `${due.zh}之前完成算按时。`, en: `In time before ${due.en}; late from that instant.` }
}

/** How the span was counted and when it ends, as a clerk would tell it. `span` is undefined where the last day was named outright. */
export const arithmeticWords = (span: Span | undefined, counted: Counted, { skipped, madeUp }: Arithmetic): readonly Words[] => [
  ...counting(span, counted.days),
  ...exceptions(skipped, madeUp),
  ending(counted),
]

/** What a provisional answer waits for. */
export const provisionalWords = ({ provisionalReasons }: Arithmetic): readonly Words[] =>
  provisionalReasons.map(({ zh, en }) => ({ zh: `暂定：${zh}`, en: `Provisional: ${en}` }))
