import { arithmeticOf, shanghaiText, spanText } from '../calendar/index.ts'
import { accept, type Decision } from '../kernel/index.ts'
import type { ClauseId } from '../clauses/index.ts'
import { assistLimit } from './assist-limit.ts'
import { candidatesOf, governing, type Candidate } from './candidate.ts'
import type { Explanation, RestsOn } from './explanation.ts'
import type { ClockQuestion } from './question.ts'
import type { Rules } from './rules.ts'
import { sentencesOf } from './sentences.ts'
import { weighed } from './weighed.ts'

/** A running clock's due time; in time ⇔ at < `dueAt`. */
export type StartedClock = {
  readonly dueAt: Temporal.Instant
  /** The last date with an instant in time, `2023-08-24`. */
  readonly dueOn: string
  readonly clause: ClauseId
  readonly pack: string
  readonly calendar: string
  readonly provisional: boolean
  readonly explanation: Explanation
}

const limitsOf = (question: ClockQuestion, rules: Rules): Decision<readonly Candidate[]> => {
  const rule = rules.pack.clocks[question.clock]
  if (rule.basis !== 'ahead-of') return candidatesOf(question, rules)
  const assist = assistLimit(question, rule, rules)
  return assist.ok ? accept([assist.value]) : assist
}

/** @clause 27 */
const restsOn = ({ pack }: Rules, { cited, span }: Candidate): readonly RestsOn[] => {
  const counting = span && pack.countingRestsOn[span.unit]
  const dates = cited.length > 0 ? pack.datesAssumed : undefined
  const ids = new Set([...cited.map(({ silent }) => silent), counting, dates])
  return pack.silentDefaults
    .filter(({ id }) => ids.has(id))
    .map(({ id, assumption, confirmedBy }) => ({ id, assumption, confirmed: confirmedBy !== null }))
}

const explanationOf = (question: ClockQuestion, rules: Rules, candidates: readonly Candidate[]): Explanation => {
  const governs = governing(candidates)
  const { counted, span, clause, article, cited } = governs
  const arithmetic = arithmeticOf(rules.calendar, counted)
  const limits = weighed(candidates, governs)
  const rests = restsOn(rules, governs)
  const inheritedFrom = cited.find((citation) => citation.inheritedFrom)?.inheritedFrom ?? null
  return {
    clock: question.clock,
    kind: question.kind ?? null,
    source: question.source ?? null,
    subject: question.subject ?? null,
    urgency: question.urgency ?? null,
    receivedAt: shanghaiText(question.startAt.epochMilliseconds),
    authority: rules.authority,
    span: span ? spanText(span) : null,
    clause,
    article,
    pack: rules.pack.id,
    packVersion: rules.pack.version,
    inheritedFrom,
    ...arithmetic,
    candidates: limits,
    silentDefaults: rests,
    sentences: sentencesOf(question, rules, governs, { arithmetic, limits, rests, inheritedFrom }),
  }
}

/**
 * When a clock that starts now is due, and why. Pure: the same question under the same rules has the same answer for ever.
 * Refuses `clock.kind-missing`, `clock.extension-out-of-range`, `clock.upstream-date-malformed`.
 */
export const startClock = (question: ClockQuestion, rules: Rules): Decision<StartedClock> => {
  const candidates = limitsOf(question, rules)
  if (!candidates.ok) return candidates
  const explanation = explanationOf(question, rules, candidates.value)
  const { dueOn, clause, pack, calendar, provisional } = explanation
  const dueAt = Temporal.Instant.fromEpochMilliseconds(governing(candidates.value).counted.dueAt)
  return accept({ dueAt, dueOn, clause, pack, calendar, provisional, explanation })
}
