import { chanceFrom } from '@open12345/language/learning'

/** Where the figure lies in 95 of 100 samples like this one. */
export type Interval = readonly [low: number, high: number]

const rounds = 1_000

/**
 * Bootstrap: `statistic` is counted over `rounds` samples of the examples, drawn with replacement. The same examples always give the same interval.
 * Examples that belong together (`groups`: each example's group) are drawn together.
 */
export const intervalOf = (count: number, statistic: (sample: readonly number[]) => number, groups?: readonly number[]): Interval => {
  const draw = chanceFrom(count)
  const all = Array.from({ length: count }, (_, at) => at)
  const members = [...Map.groupBy(all, (at) => groups?.[at] ?? at).values()]
  const sample = (): readonly number[] => members.flatMap(() => members[Math.floor(draw() * members.length)] ?? [])
  const values = Array.from({ length: rounds }, () => statistic(sample())).toSorted((one, other) => one - other)
  const at = (share: number): number => values[Math.round(share * (rounds - 1))] ?? 0
  return [at(0.025), at(0.975)]
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The mean of one value an example, with its interval. */
export const meanWithInterval = (values: readonly number[]): { readonly value: number; readonly interval: Interval } => ({
  value: mean(values),
  interval: intervalOf(values.length, (sample) => mean(sample.map((at) => values[at] ?? 0))),
})
