import { count, dayOf, workingDays, workingDaysBetween, type Span } from '../calendar/index.ts'
import { accept, type Decision } from '../kernel/index.ts'
import { candidatesOf, governing, type Candidate } from './candidate.ts'
import type { ClockRule } from './pack.ts'
import type { ClockQuestion } from './question.ts'
import type { Rules } from './rules.ts'

const half = (days: number): number => Math.max(1, Math.ceil(days / 2))

/** The working days of an assistant whose lead has `leadDays`. */
export const assistDays = (leadDays: number, ahead: number): number => Math.max(half(leadDays), leadDays - ahead)

/**
 * 第十一条（三） 协办: some working days ahead of the lead's last day, yet never less than half of the lead's working days from the assistant's
 * own receipt.
 * @clause 11-3b
 */
export const assistLimit = (
  question: ClockQuestion,
  rule: Extract<ClockRule, { basis: 'ahead-of' }>,
  rules: Rules,
): Decision<Candidate> => {
  const leadStartAt = question.leadStartAt ?? question.startAt
  const lead = candidatesOf({ ...question, clock: rule.clock, startAt: leadStartAt }, rules)
  if (!lead.ok) return lead
  const { calendar, pack } = rules
  const governs = governing(lead.value)
  const leadDays = workingDaysBetween(calendar, dayOf(leadStartAt.epochMilliseconds), governs.counted.dueOn)
  const { closeOfOffice } = pack.settings
  const end = (from: Temporal.Instant, span: Span) => ({
    span,
    counted: count(calendar, from.epochMilliseconds, span, { closeOfOffice: closeOfOffice.value }),
  })
  const wanted = end(leadStartAt, workingDays(assistDays(leadDays, rule.value)))
  const least = end(question.startAt, workingDays(half(leadDays)))
  const later = least.counted.dueAt > wanted.counted.dueAt ? least : wanted
  return accept({ basis: 'pack', ...later, clause: rule.clause, article: rule.article, cited: [rule, ...governs.cited] })
}
