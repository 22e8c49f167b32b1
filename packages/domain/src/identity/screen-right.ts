import { maskSpans, nobodyKnown, spansIn, type Masking, type Span } from './screen.ts'

/** What of an order decides how its words are read. `hidden`: nobody who works here may know who asks (20c). */
export type Screened = { readonly hidden: boolean; readonly grade: string; readonly status: string }

/**
 * 第二十条: whose right the requester's identity is not, reads their words without it: a unit always (of an open order it may ask for name and number,
 * with a reason and on record), the centre of a report. Null: whole.
 * @clause 20a
 */
export const maskingFor = (scope: string, { hidden, grade, status }: Screened): Masking | null => {
  if (scope === 'requester' || scope === 'system') return null
  const isOfCentre = scope === 'centre' || scope === 'seat'
  if (hidden) return isOfCentre ? 'identity' : 'whole'
  if (isOfCentre) return null
  return grade === 'open' && status !== 'recorded' ? 'partly' : 'whole'
}

/** What is written to be told to the requester names offices and their numbers, which have to be read by whoever checks it. */
const forTheRequester = ['reply', 'answer', 'explanation', 'unit-explanation', 'response', 'progress', 'opinion', 'note-basis']
const officeKinds: readonly Span['kind'][] = ['phone', 'plate']

export type Kept = { readonly role: string; readonly text: string; readonly spans: readonly Span[] | null }

/** The field that says where the matter is: a unit that may not know who asks has to find the place. */
const isOfPlace = (role: string): boolean => role === 'address'

const isMasked = (role: string, masking: Masking, kind: Span['kind']): boolean => {
  if (kind === 'own-address') return masking !== 'partly'
  if (kind === 'address') return masking === 'whole' && !isOfPlace(role) && !forTheRequester.includes(role)
  return !(forTheRequester.includes(role) && officeKinds.includes(kind))
}

/** The words as they may be read. Words that were kept before spans were are looked through now, for what can be found without the name. */
export const screened = ({ role, text, spans }: Kept, masking: Masking | null): string => {
  if (masking === null) return text
  const found = spans ?? spansIn(text, nobodyKnown)
  return maskSpans(
    text,
    found.filter(({ kind }) => isMasked(role, masking, kind)),
    masking,
  )
}
