import type { Baseline, Figure } from './evaluation.ts'
import { intervalOf, mean, meanWithInterval } from './interval.ts'

/** At which place (1 is the first) the right answer stood for each question; undefined: nowhere. */
export type Places = readonly (number | undefined)[]

type Measure = { readonly name: string; readonly of: (place: number | undefined) => number }
export const recallAt = (most: number): Measure => ({ name: `R@${most}`, of: (place) => (place !== undefined && place <= most ? 1 : 0) })
export const reciprocalRank: Measure = { name: 'MRR', of: (place) => (place === undefined ? 0 : 1 / place) }

export type Rival = { readonly name: string; readonly places: Places }

const heldAgainst = ({ of }: Measure, ours: Places, { name, places }: Rival): Baseline => {
  const differences = ours.map((place, at) => of(place) - of(places[at]))
  return {
    name,
    value: mean(places.map(of)),
    difference: intervalOf(differences.length, (sample) => mean(sample.map((at) => differences[at] ?? 0))),
  }
}

/** One measure of a ranking, beside what other rankings reached on the same questions and what was published. */
export const rankingFigure = (measure: Measure, ours: Places, rivals: readonly Rival[], published: readonly Baseline[]): Figure => ({
  measure: measure.name,
  ...meanWithInterval(ours.map(measure.of)),
  examples: ours.length,
  baselines: [...published, ...rivals.map((rival) => heldAgainst(measure, ours, rival))],
})
