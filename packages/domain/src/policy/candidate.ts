import {
  count,
  dayFromIso,
  dayOf,
  endOfDay,
  isoOf,
  isWorkingDay,
  type Counted,
  type Day,
  type Span,
  type Words,
} from '../calendar/index.ts'
import { accept, refuse, type Decision } from '../kernel/index.ts'
import type { ClauseId } from '../clauses/index.ts'
import type { Citation } from './pack.ts'
import { packLimit } from './pack-limit.ts'
import type { ClockQuestion } from './question.ts'
import type { Rules } from './rules.ts'
import { statutoryLimitOf } from './statutory.ts'

/** One limit that could govern a clock, counted out. */
export type Candidate = {
  readonly basis: 'pack' | 'statutory' | 'source'
  /** Absent where a source named the last day itself. */
  readonly span: Span | undefined
  readonly counted: Counted
  readonly clause: ClauseId
  readonly article: string
  /** The pack's values that it rests on. */
  readonly cited: readonly Citation[]
  readonly note?: Words
}

/** Epoch milliseconds from which time is counted. A due time is exclusive, so an extension starts on the date of the instant before it. */
const countsFrom = ({ clock, startAt }: ClockQuestion): number => startAt.epochMilliseconds - (clock === 'extension' ? 1 : 0)

const countOut = (question: ClockQuestion, { calendar, pack }: Rules, span: Span): Counted =>
  count(calendar, countsFrom(question), span, { closeOfOffice: pack.settings.closeOfOffice.value })

const ofPack = (question: ClockQuestion, rules: Rules): Decision<Candidate> => {
  const limit = packLimit(rules.pack, question)
  if (!limit.ok) return limit
  const { span, cited } = limit.value
  const [{ clause, article }] = cited
  return accept({ basis: 'pack', span, counted: countOut(question, rules, span), clause, article, cited })
}

const ofLaw = (question: ClockQuestion, rules: Rules): readonly Candidate[] => {
  const { subject, kind, startAt } = question
  const limit = statutoryLimitOf(rules.statutory, subject, kind, isoOf(dayOf(startAt.epochMilliseconds)))
  if (!limit) return []
  const { span, citation, note } = limit
  return [{ basis: 'statutory', span, counted: countOut(question, rules, span), clause: '12-5', article: citation, cited: [], note }]
}

/** A date further away than this is a slip of the pen, and would be counted day by day. */
const LONGEST_SOURCE_DAYS = 3_660

const untilDay = (question: ClockQuestion, { calendar, pack }: Rules, dueOn: Day): Counted => {
  const days: Day[] = []
  for (let day = dayOf(question.startAt.epochMilliseconds) + 1; day <= dueOn; day += 1) if (isWorkingDay(calendar, day)) days.push(day)
  return { dueAt: endOfDay(calendar, dueOn, { closeOfOffice: pack.settings.closeOfOffice.value }), dueOn, days, decidedFrom: undefined }
}

const ofSource = (question: ClockQuestion, rules: Rules): Decision<readonly Candidate[]> => {
  const { sourceLimit, upstreamDueOn } = question
  const common = { basis: 'source', clause: '12-5', article: '第八条（二）', cited: [] } as const
  const bySpan: readonly Candidate[] = sourceLimit
    ? [{ ...common, span: sourceLimit, counted: countOut(question, rules, sourceLimit) }]
    : []
  if (!upstreamDueOn) return accept(bySpan)
  const day = dayFromIso(upstreamDueOn)
  if (day === undefined || day > dayOf(question.startAt.epochMilliseconds) + LONGEST_SOURCE_DAYS)
    return refuse({ code: 'clock.upstream-date-malformed' })
  return accept([...bySpan, { ...common, span: undefined, counted: untilDay(question, rules, day) }])
}

/**
 * All limits that could govern a clock, the pack's own first. Other law says how long a matter may take, so it reaches the unit's and the
 * requester's clock; a source's limit binds the unit alone.
 */
export const candidatesOf = (question: ClockQuestion, rules: Rules): Decision<readonly Candidate[]> => {
  const own = ofPack(question, rules)
  if (!own.ok) return own
  if (question.clock === 'requester') return accept([own.value, ...ofLaw(question, rules)])
  if (question.clock !== 'handle') return accept([own.value])
  const source = ofSource(question, rules)
  return source.ok ? accept([own.value, ...ofLaw(question, rules), ...source.value]) : source
}

/**
 * 第十二条 末款 从其规定: a statutory limit wins either way, longer or shorter; of the source's and ours the shorter binds.
 * @clause 12-5
 */
export const governing = (candidates: readonly Candidate[]): Candidate =>
  candidates.find(({ basis }) => basis === 'statutory') ??
  candidates.reduce((shortest, one) => (one.counted.dueAt < shortest.counted.dueAt ? one : shortest))
