import { count, dayOf, workingDays, workingDaysBetween } from '../calendar/index.ts'
import { accept, type Decision } from '../kernel/index.ts'
import { candidatesOf, governing, type Candidate } from './candidate.ts'
import type { ClockRule } from './pack.ts'
import type { ClockQuestion } from './question.ts'
import type { Rules } from './rules.ts'

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
  const half = Math.max(1, Math.ceil(leadDays / 2))
  const closeOfOffice = pack.settings.closeOfOffice.value
  const least = {
    span: workingDays(half),
    counted: count(calendar, question.startAt.epochMilliseconds, workingDays(half), { closeOfOffice }),
  }
  const ahead = workingDays(Math.max(half, leadDays - rule.value))
  const wanted = { span: ahead, counted: count(calendar, leadStartAt.epochMilliseconds, ahead, { closeOfOffice }) }
  const later = least.counted.dueAt > wanted.counted.dueAt ? least : wanted
  return accept({ basis: 'pack', ...later, clause: rule.clause, article: rule.article, cited: [rule, ...governs.cited] })
}
