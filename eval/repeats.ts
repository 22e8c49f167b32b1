import { gramCounts, rarityAmong, sharedBy, vectorOf } from '@open12345/language/grouping'
import { chance } from './chance.ts'
import type { Evaluation, Figure, Outcome } from './evaluation.ts'
import { intervalOf } from './interval.ts'
import { ownRepeats } from './own/repeats.ts'
import { messagesIn } from './told.ts'

type Said = { readonly title: string; readonly text: string }
type Pair = { readonly isRepeat: boolean; readonly alike: number; readonly titles: number }

const alikeness = (said: readonly Said[], withText: boolean): ((one: number, other: number) => number) => {
  const counts = said.map(({ title, text }) => gramCounts(title, withText ? text : ''))
  const rarity = rarityAmong(counts)
  const vectors = counts.map((one) => vectorOf(one, rarity))
  return (one, other) => sharedBy(vectors[one] ?? new Map(), vectors[other] ?? new Map())
}

/** How often a repeat is more alike than what is none: each rank counted once. */
const areaUnder = (pairs: readonly Pair[], of: (pair: Pair) => number): number => {
  const ranked = pairs.map((pair) => ({ isRepeat: pair.isRepeat, score: of(pair) })).toSorted((one, other) => one.score - other.score)
  let [rankSum, repeats] = [0, 0]
  for (let from = 0; from < ranked.length;) {
    const score = ranked[from]?.score
    let until = from
    while (until < ranked.length && ranked[until]?.score === score) until += 1
    const here = ranked.slice(from, until).filter(({ isRepeat }) => isRepeat).length
    rankSum += here * ((from + 1 + until) / 2)
    repeats += here
    from = until
  }
  const others = ranked.length - repeats
  return repeats === 0 || others === 0 ? 0 : (rankSum - (repeats * (repeats + 1)) / 2) / (repeats * others)
}

const figureOf = (pairs: readonly Pair[], published: Figure['baselines']): Figure => {
  const sampled = (sample: readonly number[]): readonly Pair[] => sample.flatMap((at) => pairs[at] ?? [])
  const [ours, titles] = [(pair: Pair) => pair.alike, (pair: Pair) => pair.titles]
  return {
    measure: 'AUC of pairs',
    value: areaUnder(pairs, ours),
    interval: intervalOf(pairs.length, (sample) => areaUnder(sampled(sample), ours)),
    examples: pairs.length,
    baselines: [
      ...published,
      {
        name: 'tf-idf of titles',
        value: areaUnder(pairs, titles),
        difference: intervalOf(pairs.length, (sample) => areaUnder(sampled(sample), ours) - areaUnder(sampled(sample), titles)),
      },
    ],
  }
}

const ownPairs = (): readonly Pair[] => {
  const said = ownRepeats.flatMap(({ one, other }) => [one, other])
  const [whole, titles] = [alikeness(said, true), alikeness(said, false)]
  return ownRepeats.map(({ isRepeat }, at) => ({ isRepeat, alike: whole(2 * at, 2 * at + 1), titles: titles(2 * at, 2 * at + 1) }))
}

const othersForEach = 5

/** Each pair of a group, and for each of them some pairs of two groups, drawn by lot. */
const givenPairs = (folder: string): readonly Pair[] => {
  const said = messagesIn(folder)
  const [whole, titles] = [alikeness(said, true), alikeness(said, false)]
  const groups = Map.groupBy(
    said.keys().filter((at) => said[at]?.dup_group !== undefined && said[at]?.dup_group !== null),
    (at) => said[at]?.dup_group,
  )
  const pairOf = (isRepeat: boolean, one: number, other: number): Pair => ({
    isRepeat,
    alike: whole(one, other),
    titles: titles(one, other),
  })
  const repeats = [...groups.values()].flatMap((all) =>
    all.flatMap((one, at) => all.slice(at + 1).map((other) => pairOf(true, one, other))),
  )
  const [draw, all] = [chance(said.length), [...groups.values()].flat()]
  const drawn = (): number => all[Math.floor(draw() * all.length)] ?? 0
  const others = Array.from({ length: repeats.length * othersForEach }, () => [drawn(), drawn()] as const)
    .filter(([one, other]) => said[one]?.dup_group !== said[other]?.dup_group)
    .map(([one, other]) => pairOf(false, one, other))
  return [...repeats, ...others]
}

export const repeats: Evaluation = {
  name: 'repeats',
  about: 'Of two messages, whether one says again what the other said.',
  run: async (folder) => {
    const given = givenPairs(folder)
    const outcome: readonly Outcome[] =
      given.length === 0
        ? []
        : [
            {
              dataSet: 'hot-topics, dup_group',
              split: `each pair of a group, ${othersForEach} drawn pairs of two groups for each`,
              figures: [figureOf(given, [{ name: 'published', value: 0.994 }])],
            },
          ]
    return [{ dataSet: 'eval/own/repeats.ts', split: 'all; nothing was chosen', figures: [figureOf(ownPairs(), [])] }, ...outcome]
  },
}
