import { chanceFrom } from '@open12345/language/learning'

/** The fold of each example: groups stay together; the same groups always fall alike. */
export const foldsOf = (groups: readonly number[], folds: number): readonly number[] => {
  const draw = chanceFrom(folds)
  const drawn = [...new Set(groups)].map((group) => ({ group, at: draw() })).toSorted((one, other) => one.at - other.at)
  const foldOf = new Map(drawn.map(({ group }, place) => [group, place % folds]))
  return groups.map((group) => foldOf.get(group) ?? 0)
}
