import {
  arithmeticOf,
  arithmeticWords,
  bothLanguages,
  count,
  momentWords,
  provisionalWords,
  shanghaiText,
  spanText,
  spanWords,
  type Calendar,
  type Span,
} from '../calendar/index.ts'
import type { SpanExplanation } from './explanation.ts'

/** Counts a span on a calendar without asking any norm; the last working day ends at 24:00. */
export const explainSpan = (span: Span, receivedAt: Temporal.Instant, calendar: Calendar): SpanExplanation => {
  const from = receivedAt.epochMilliseconds
  const counted = count(calendar, from, span, { closeOfOffice: false })
  const arithmetic = arithmeticOf(calendar, counted)
  const { zh, en } = spanWords(span)
  const start = momentWords(from)
  return {
    span: spanText(span),
    receivedAt: shanghaiText(from),
    clause: null,
    pack: null,
    ...arithmetic,
    sentences: bothLanguages([
      { zh: `自${start.zh}起算${zh}，日历：${calendar.name.zh}。`, en: `${en} from ${start.en}, on the calendar of ${calendar.name.en}.` },
      ...arithmeticWords(span, counted, arithmetic),
      ...provisionalWords(arithmetic),
    ]),
  }
}
