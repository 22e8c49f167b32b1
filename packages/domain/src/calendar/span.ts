import { accept, refuse, type Decision } from '../kernel/index.ts'

export type SpanUnit = 'working-day' | 'working-hour' | 'natural-hour' | 'natural-minute' | 'natural-day'
/** A length of time that says by which clock it runs; `count` is a whole number from 1 to 10,000. */
export type Span = { readonly unit: SpanUnit; readonly count: number }

/** 工作日: the day of receipt does not count. */
export const workingDays = (count: number): Span => ({ unit: 'working-day', count })
/** 工作时间: runs inside office hours only. */
export const workingHours = (count: number): Span => ({ unit: 'working-hour', count })
/** 自然小时: runs always. */
export const naturalHours = (count: number): Span => ({ unit: 'natural-hour', count })
export const naturalMinutes = (count: number): Span => ({ unit: 'natural-minute', count })
/** 自然日: the day of receipt does not count; a last day that is a rest day moves to the next working day (民法典 203(1)). */
export const naturalDays = (count: number): Span => ({ unit: 'natural-day', count })

const UNIT_OF = { wd: 'working-day', wh: 'working-hour', nh: 'natural-hour', nm: 'natural-minute', nd: 'natural-day' } as const
const SUFFIX_OF = { 'working-day': 'wd', 'working-hour': 'wh', 'natural-hour': 'nh', 'natural-minute': 'nm', 'natural-day': 'nd' } as const
const LONGEST = 10_000

/** `15wd`, `3wh`, `4nh`, `15nm`, `3nd`. Refuses `span.malformed`. */
export const parseSpan = (text: string): Decision<Span> => {
  const match = /^([1-9]\d{0,4})(wd|wh|nh|nm|nd)$/.exec(text)
  const count = Number(match?.[1])
  if (!match || count > LONGEST) return refuse({ code: 'span.malformed' })
  return accept({ unit: UNIT_OF[match[2] as keyof typeof UNIT_OF], count })
}

export const spanText = (span: Span): string => `${span.count}${SUFFIX_OF[span.unit]}`

const ZH = {
  'working-day': '个工作日',
  'working-hour': '小时（工作时间）',
  'natural-hour': '小时（自然时间）',
  'natural-minute': '分钟',
  'natural-day': '日',
} as const
const EN = {
  'working-day': 'working day',
  'working-hour': 'working hour',
  'natural-hour': 'hour',
  'natural-minute': 'minute',
  'natural-day': 'day',
} as const

/** The span in words for people. */
export const spanWords = (span: Span): { readonly zh: string; readonly en: string } => ({
  zh: `${span.count}${ZH[span.unit]}`,
  en: `${span.count} ${EN[span.unit]}${span.count === 1 ? '' : 's'}`,
})
