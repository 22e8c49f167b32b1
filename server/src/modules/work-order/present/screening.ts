import { maskSpans, nobodyKnown, spansIn, type Masking, type Span } from '@open12345/domain/identity'
import { isIdentityHidden, type WorkOrder } from '@open12345/domain/work-order'
import type { Actor } from '../../../db/actor.ts'

/** What of an order decides how its words are read. */
export type Screened = { readonly hidden: boolean; readonly grade: string; readonly status: string }

export const screenedBy = (order: Pick<WorkOrder, 'reported' | 'grade' | 'status'>): Screened => ({
  hidden: isIdentityHidden(order),
  grade: order.grade,
  status: order.status,
})

/**
 * 第二十条: whose right the requester's identity is not, reads their words without it: a unit always (of an open order it may ask for the whole, with
 * a reason and on record), the centre of a report. Null: whole.
 * @clause 20a
 */
export const maskingFor = ({ scope }: Actor, { hidden, grade, status }: Screened): Masking | null => {
  if (scope === 'requester' || scope === 'system') return null
  if (hidden) return 'whole'
  if (scope !== 'unit') return null
  return grade === 'open' && status !== 'recorded' ? 'partly' : 'whole'
}

/** What is written to be told to the requester names offices and their numbers, which have to be read by whoever checks it. */
const forTheRequester = ['reply', 'answer', 'explanation', 'unit-explanation', 'response', 'progress', 'opinion', 'note-basis']
const officeKinds: readonly Span['kind'][] = ['phone', 'plate']

export type Kept = { readonly role: string; readonly text: string; readonly spans: readonly Span[] | null }

/** The words as they may be read. Words that were kept before spans were are looked through now, for what can be found without the name. */
export const screened = ({ role, text, spans }: Kept, masking: Masking | null): string => {
  if (masking === null) return text
  const found = spans ?? spansIn(text, nobodyKnown)
  const kept = forTheRequester.includes(role) ? found.filter(({ kind }) => !officeKinds.includes(kind)) : found
  return maskSpans(text, kept, masking)
}
