import { chanceFrom as numbersFrom } from '@open12345/language/learning'

/** A seeded source of chance: the same seed draws the same month. Never for secrets. */
export type Chance = {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number
  readonly between: (from: number, to: number) => number
  readonly happens: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** One of the entries, each as likely as its weight says. */
  readonly weighted: <T>(from: readonly (readonly [one: T, weight: number])[]) => T
}

export const chanceFrom = (seed: number): Chance => {
  const next = numbersFrom(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T => {
    const one = from[below(from.length)]
    if (one === undefined) throw new RangeError('nothing to pick from')
    return one
  }
  const weighted = <T>(from: readonly (readonly [T, number])[]): T => {
    let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
    const found = from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1)
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found[0]
  }
  return { below, pick, weighted, between: (from, to) => from + next() * (to - from), happens: (probability) => next() < probability }
}

/** A seed of its own for each of many, from one. */
export const seedOf = (seed: number, ordinal: number): number => Math.imul(seed ^ 0x9e3779b9, ordinal + 0x85ebca6b) ^ (ordinal * 0x27d4eb2f)
