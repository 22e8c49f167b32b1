/** A seeded source of chance: a run that fails can be run again. */
export type Chance = {
  readonly below: (limit: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly shuffled: <T>(from: readonly T[]) => readonly T[]
}

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (from) => from[below(from.length)]!,
    shuffled: (from) =>
      from
        .map((one) => ({ one, by: next() }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ one }) => one),
  }
}
