import type { Scored } from '@open12345/domain/intake'

type Ranked<Value extends string> = readonly Scored<Value>[]

/** What two voices say together, the first with its share; where one says nothing the other is all there is. */
export const agree = <Value extends string>(first: Ranked<Value>, second: Ranked<Value>, firstShare: number): Ranked<Value> => {
  const share = first.length === 0 ? 0 : second.length === 0 ? 1 : firstShare
  const weighed = [
    ...first.map((one) => ({ ...one, confidence: one.confidence * share })),
    ...second.map((one) => ({ ...one, confidence: one.confidence * (1 - share) })),
  ]
  return Map.groupBy(weighed, ({ value }) => value)
    .entries()
    .map(([value, of]) => ({
      value,
      confidence: of.reduce((sum, { confidence }) => sum + confidence, 0),
      reasons: [...new Set(of.flatMap(({ reasons }) => reasons))],
    }))
    .toArray()
    .toSorted((one, other) => other.confidence - one.confidence)
}

/**
 * 11-2: units by what the responsibility catalogue says for each subject that was heard, re-ranked by who answered such matters: the catalogue comes
 * first.
 */
export const rankUnits = (byCatalogue: Ranked<string>, learned: Ranked<string>): Ranked<string> => agree(byCatalogue, learned, 0.7)
