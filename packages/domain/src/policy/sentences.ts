import {
  dayOf,
  isoOf,
  shanghaiText,
  spanWords,
  startOf,
  weekdayOf,
  type Day,
  type MadeUpDay,
  type ProvisionalReason,
  type SkippedDay,
  type SpanUnit,
  type Words,
} from '../calendar/index.ts'
import { kindLabels } from '../vocabulary/index.ts'
import { clockTexts } from './clock-name.ts'
import type { Candidate } from './candidate.ts'
import type { RestsOn, WeighedLimit } from './explanation.ts'
import type { ClockQuestion } from './question.ts'
import type { Rules } from './rules.ts'

const WEEK_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const WEEK_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const dateWords = (day: Day): Words => ({
  zh: `${isoOf(day)}（${WEEK_ZH[weekdayOf(day)]}）`,
  en: `${WEEK_EN[weekdayOf(day)]} ${isoOf(day)}`,
})

const momentWords = (at: number): Words => {
  const date = dateWords(dayOf(at))
  const time = shanghaiText(at).slice(11, -6)
  return { zh: `${date.zh}${time}`, en: `${date.en} ${time}` }
}

/** What is asked, how long, from when. */
const opening = (question: ClockQuestion, { span, article }: Candidate): Words => {
  const { name, starts } = clockTexts[question.clock]
  const kind = question.kind ? kindLabels[question.kind] : undefined
  const start = momentWords(question.startAt.epochMilliseconds)
  const length = span ? spanWords(span) : { zh: '上级平台指定的日期', en: 'the date that the source named' }
  return {
    zh: `${kind ? `${kind.zh}类的` : ''}${name.zh}时限为${length.zh}（${article}），自${starts.zh}起算：${start.zh}。`,
    en: `The limit for ${name.en}${kind ? ` of a ${kind.en.toLowerCase()}` : ''} is ${length.en} (${article}), counted from ${starts.en}: ${start.en}.`,
  }
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

const counting = ({ span, counted: { days } }: Candidate): readonly Words[] => {
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

const list = (days: readonly (Words & { readonly date: string })[], language: keyof Words): string =>
  days.map((day) => (language === 'zh' ? `${day.date}（${day.zh}）` : `${day.date} (${day.en})`)).join(language === 'zh' ? '、' : ', ')

const exceptions = (skipped: readonly SkippedDay[], madeUp: readonly MadeUpDay[]): readonly Words[] => [
  ...(skipped.length > 0 ? [{ zh: `不计的日子：${list(skipped, 'zh')}。`, en: `Not counted: ${list(skipped, 'en')}.` }] : []),
  ...(madeUp.length > 0
    ? [{ zh: `调休上班、计入的日子：${list(madeUp, 'zh')}。`, en: `Worked instead, so counted: ${list(madeUp, 'en')}.` }]
    : []),
]

const ending = ({ dueAt, dueOn }: Candidate['counted']): Words => {
  const last = dateWords(dueOn)
  if (dueAt === startOf(dueOn + 1))
    return { zh: `${last.zh}24时之前完成都算按时。`, en: `In time until the end of ${last.en}; late from 00:00 of the next day.` }
  const due = momentWords(dueAt)
  return { zh: `${due.zh}之前完成算按时。`, en: `In time before ${due.en}; late from that instant.` }
}

const precedence = (limits: readonly WeighedLimit[]): readonly Words[] =>
  limits.length < 2
    ? []
    : limits.map(({ article, span, dueOn, governs, reason }) => ({
        zh: `${governs ? '适用' : '不适用'}：${article}${span ? `，${span}` : ''}，至${dueOn}。${reason.zh}`,
        en: `${governs ? 'Governs' : 'Does not govern'}: ${article}${span ? `, ${span}` : ''}, until ${dueOn}. ${reason.en}`,
      }))

const reservations = (
  rests: readonly RestsOn[],
  inheritedFrom: string | null,
  provisional: readonly ProvisionalReason[],
): readonly Words[] => [
  ...(inheritedFrom ? [{ zh: `该时限沿用 ${inheritedFrom}。`, en: `This limit is taken over from ${inheritedFrom}.` }] : []),
  ...rests.map(({ assumption, confirmed }) =>
    confirmed
      ? { zh: `条文未写明，已确认：${assumption.zh}`, en: `The text is silent; confirmed: ${assumption.en}` }
      : {
          zh: `条文未写明，暂按以下理解，尚未经解释机关确认：${assumption.zh}`,
          en: `The text is silent; assumed and not yet confirmed: ${assumption.en}`,
        },
  ),
  ...provisional.map(({ zh, en }) => ({ zh: `暂定：${zh}`, en: `Provisional: ${en}` })),
]

export type Told = {
  readonly skipped: readonly SkippedDay[]
  readonly madeUp: readonly MadeUpDay[]
  readonly limits: readonly WeighedLimit[]
  readonly rests: readonly RestsOn[]
  readonly inheritedFrom: string | null
  readonly provisional: readonly ProvisionalReason[]
}

/** The arithmetic as a clerk would tell it to a citizen. */
export const sentencesOf = (
  question: ClockQuestion,
  { pack, calendar }: Rules,
  governs: Candidate,
  told: Told,
): { readonly zh: readonly string[]; readonly en: readonly string[] } => {
  const all: readonly Words[] = [
    opening(question, governs),
    ...counting(governs),
    ...exceptions(told.skipped, told.madeUp),
    ending(governs.counted),
    ...precedence(told.limits),
    {
      zh: `依据：${pack.title.zh}（${pack.id} 第${pack.version}版），日历：${calendar.name.zh}。`,
      en: `By ${pack.title.en} (${pack.id}, version ${pack.version}) on the calendar of ${calendar.name.en}.`,
    },
    ...reservations(told.rests, told.inheritedFrom, told.provisional),
  ]
  return { zh: all.map(({ zh }) => zh), en: all.map(({ en }) => en) }
}
