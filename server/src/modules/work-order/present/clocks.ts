import type { Explanation } from '@open12345/domain/policy'
import type { Clock } from '@open12345/domain/work-order'
import type { ClockView } from '@open12345/contract/work-order'
import type { Language } from '../../../http/call.ts'

/** The sentences of how each due time of an order was counted, as it was explained when it was promised. */
export type Explanations = ReadonlyMap<string, { readonly sentences?: Explanation['sentences'] | null }>

export const clockView = (clock: Clock, explanations: Explanations, language: Language): ClockView => {
  const { id, kind, whose, round, clause, pack, calendar, startAt, dueAt, dueOn, outcome, metAt, provisional, earlierDue } = clock
  const explanation = [...(explanations.get(id)?.sentences?.[language] ?? [])]
  return {
    id,
    kind,
    whose,
    round,
    clause,
    pack,
    calendar,
    startAt,
    dueAt,
    dueOn,
    outcome,
    metAt,
    provisional,
    earlierDue: [...earlierDue],
    explanation,
  }
}
