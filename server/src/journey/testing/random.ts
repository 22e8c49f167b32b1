import { chanceFrom as drawnFrom } from '../../modules/simulation/index.ts'

/** A seeded source of chance: a run that fails can be run again. */
export type Chance = {
  readonly below: (limit: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly shuffled: <T>(from: readonly T[]) => readonly T[]
}

export const chanceFrom = (seed: number): Chance => {
  const { below, pick, between } = drawnFrom(seed)
  return {
    below,
    pick,
    shuffled: (from) =>
      from
        .map((one) => ({ one, by: between(0, 1) }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ one }) => one),
  }
}
