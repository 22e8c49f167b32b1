import type { Scored } from '@open12345/domain/intake'

/** The catalogue speaks with this share; what units answered before has the rest. */
const catalogueShare = 0.7

/**
 * 11-2: units by what the responsibility catalogue says for each subject that was heard, in the order in which units that answered such matters bear it
 * out. Where one of the two says nothing the other is all there is.
 */
export const rankUnits = (byCatalogue: readonly Scored[], learned: readonly Scored[]): readonly Scored[] => {
  const share = byCatalogue.length === 0 ? 0 : learned.length === 0 ? 1 : catalogueShare
  const weighed = [
    ...byCatalogue.map((one) => ({ ...one, confidence: one.confidence * share })),
    ...learned.map((one) => ({ ...one, confidence: one.confidence * (1 - share) })),
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
