import { spanText, workingDays, type Span } from '../calendar/index.ts'
import { accept, refuse, type Decision } from '../kernel/index.ts'
import type { ClockName } from './clock-name.ts'
import type { Citation, ClockRule, Pack } from './pack.ts'
import type { ClockQuestion } from './question.ts'

/** Of a question, what the pack's own limit depends on. */
type Variant = Pick<ClockQuestion, 'clock' | 'kind' | 'urgency' | 'grantedDays' | 'isException'>

/** How long the pack lets a clock run, and every value that this rests on, the one that names the clause first. */
export type PackLimit = { readonly span: Span; readonly cited: readonly [Citation, ...Citation[]] }

const byKind = ({ kinds }: Extract<ClockRule, { basis: 'by-kind' }>, { kind, clock }: Variant): Decision<PackLimit> => {
  if (!kind) return refuse({ code: 'clock.kind-missing', facts: { clock } })
  return accept({ span: kinds[kind].value, cited: [kinds[kind]] })
}

/**
 * A special or emergency order is returned within the time of its first response.
 * @clause 12-4a
 * @clause 12-4b
 */
const byUrgency = (pack: Pack, rule: Extract<ClockRule, { basis: 'by-urgency' }>, question: Variant): Decision<PackLimit> => {
  if (!question.urgency || question.urgency === 'ordinary') return accept({ span: rule.value, cited: [rule] })
  const other = rule.others[question.urgency]
  return restingOn(pack, other.clock, question, other, (span) => span)
}

/**
 * 第十二条（三）: no more than the pack allows, in all.
 * @clause 12-3
 */
const fromOldDue = (
  rule: Extract<ClockRule, { basis: 'from-old-due' }>,
  { grantedDays, isException = false }: Variant,
): Decision<PackLimit> => {
  if (grantedDays === null || grantedDays === undefined) return accept({ span: rule.value, cited: [rule] })
  const allowed = Number.isInteger(grantedDays) && grantedDays >= 1 && (isException || grantedDays <= rule.value.count)
  if (!allowed) return refuse({ code: 'clock.extension-out-of-range', clause: rule.clause, facts: { most: spanText(rule.value) } })
  return accept({ span: workingDays(grantedDays), cited: [rule] })
}

/** A limit derived from another clock's. */
const restingOn = (pack: Pack, clock: ClockName, question: Variant, by: Citation, change: (span: Span) => Span): Decision<PackLimit> => {
  const other = packLimit(pack, { ...question, clock })
  return other.ok ? accept({ span: change(other.value.span), cited: [by, ...other.value.cited] }) : other
}

const half = (span: Span): Span => ({ ...span, count: Math.ceil(span.count / 2) })

/**
 * The pack's own limit for a clock. Refuses `clock.kind-missing` where the kind decides and none is given, and `clock.extension-out-of-range`.
 * @clause 12-1
 * @clause 12-2a
 * @clause 12-2b
 * @clause 12-2c
 * @clause 9-guide
 * @clause 13-3a
 */
export const packLimit = (pack: Pack, question: Variant): Decision<PackLimit> => {
  const rule = pack.clocks[question.clock]
  switch (rule.basis) {
    case 'fixed':
      return accept({ span: rule.value, cited: [rule] })
    case 'by-kind':
      return byKind(rule, question)
    case 'by-urgency':
      return byUrgency(pack, rule, question)
    case 'from-old-due':
      return fromOldDue(rule, question)
    case 'same-as':
    case 'ahead-of': // how far ahead is counted on the calendar, in assist-limit.ts
      return restingOn(pack, rule.clock, question, rule, (span) => span)
    case 'half-of':
      return restingOn(pack, rule.clock, question, rule, half)
  }
}
