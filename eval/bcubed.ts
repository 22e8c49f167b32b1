import type { Baseline, Figure } from './evaluation.ts'
import { intervalOf, mean } from './interval.ts'

/** Each message's share: of those it stands with, how many belong to it; of those that belong to it, how many stand with it. */
type Shares = { readonly precision: readonly number[]; readonly recall: readonly number[] }

const sharesOf = (groups: readonly number[], truth: readonly string[]): Shares => {
  const standing = Map.groupBy(groups.keys(), (at) => groups[at])
  const belonging = Map.groupBy(truth.keys(), (at) => truth[at])
  const both = truth.map((topic, at) => standing.get(groups[at])?.filter((other) => truth[other] === topic).length ?? 0)
  return {
    precision: both.map((count, at) => count / (standing.get(groups[at])?.length ?? 1)),
    recall: both.map((count, at) => count / (belonging.get(truth[at])?.length ?? 1)),
  }
}

const f1 = ({ precision, recall }: Shares, sample: readonly number[]): number => {
  const [right, found] = [precision, recall].map((shares) => mean(sample.map((at) => shares[at] ?? 0)))
  return right === undefined || found === undefined || right + found === 0 ? 0 : (2 * right * found) / (right + found)
}

/** B-cubed F1 of this grouping. */
export const bcubed = (groups: readonly number[], truth: readonly string[]): number => f1(sharesOf(groups, truth), [...truth.keys()])

export type RivalGroups = { readonly name: string; readonly groups: readonly number[] }

/** Held against other groupings of the same messages; messages of one topic are drawn together. */
export const bcubedFigure = (
  measure: string,
  ours: readonly number[],
  truth: readonly string[],
  rivals: readonly RivalGroups[],
  published: readonly Baseline[],
): Figure => {
  const topics = [...new Set(truth)]
  const groupOf = truth.map((topic) => topics.indexOf(topic))
  const own = sharesOf(ours, truth)
  const against = rivals.map(({ name, groups }): Baseline => {
    const theirs = sharesOf(groups, truth)
    return {
      name,
      value: bcubed(groups, truth),
      difference: intervalOf(truth.length, (sample) => f1(own, sample) - f1(theirs, sample), groupOf),
    }
  })
  return {
    measure,
    value: bcubed(ours, truth),
    interval: intervalOf(truth.length, (sample) => f1(own, sample), groupOf),
    examples: truth.length,
    baselines: [...published, ...against],
  }
}
