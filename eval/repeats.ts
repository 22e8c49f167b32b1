import { gramCounts, rarityAmong, sharedBy, vectorOf } from '@open12345/language/grouping'
import { chanceFrom } from '@open12345/language/learning'
import type { Evaluation, Figure, Outcome } from './evaluation.ts'
import { intervalOf, mean } from './interval.ts'
import { ownRepeats } from './own/repeats.ts'
import { messagesIn } from './told.ts'

type Said = { readonly title: string; readonly text: string }
type Pair = { readonly isRepeat: boolean; readonly group: number; readonly alike: number; readonly titles: number }

const alikeness = (said: readonly Said[], withText: boolean): ((one: number, other: number) => number) => {
  const counts = said.map(({ title, text }) => gramCounts(title, withText ? text : ''))
  const rarity = rarityAmong(counts)
  const vectors = counts.map((one) => vectorOf(one, rarity))
  return (one, other) => sharedBy(vectors[one] ?? new Map(), vectors[other] ?? new Map())
}

/** Of each repeat: how many of the others are less alike, one that is just as alike counted half. The mean is the area under the curve. */
const placesOf = (pairs: readonly Pair[], of: (pair: Pair) => number): readonly number[] => {
  const others = Float64Array.from(
    pairs.filter(({ isRepeat }) => !isRepeat),
    of,
  ).toSorted()
  const below = (score: number, orEqual: boolean): number => {
    let [from, until] = [0, others.length]
    while (from < until) {
      const middle = (from + until) >> 1
      const other = others[middle] ?? 0
      if (other < score || (orEqual && other === score)) from = middle + 1
      else until = middle
    }
    return from
  }
  return pairs
    .filter(({ isRepeat }) => isRepeat)
    .map((pair) => (below(of(pair), false) + below(of(pair), true)) / 2 / Math.max(1, others.length))
}

/** The intervals are drawn over the repeats, those of one group together. */
const figureOf = (pairs: readonly Pair[], published: Figure['baselines']): Figure => {
  const ours = placesOf(pairs, ({ alike }) => alike)
  const titles = placesOf(pairs, ({ titles: alike }) => alike)
  const groups = pairs.filter(({ isRepeat }) => isRepeat).map(({ group }) => group)
  const meanOf = (values: readonly number[], sample: readonly number[]): number => mean(sample.map((at) => values[at] ?? 0))
  return {
    measure: 'AUC of pairs',
    value: mean(ours),
    interval: intervalOf(ours.length, (sample) => meanOf(ours, sample), groups),
    examples: pairs.length,
    baselines: [
      ...published,
      {
        name: 'tf-idf of titles',
        value: mean(titles),
        difference: intervalOf(ours.length, (sample) => meanOf(ours, sample) - meanOf(titles, sample), groups),
      },
    ],
  }
}

const ownPairs = (): readonly Pair[] => {
  const said = ownRepeats.flatMap(({ one, other }) => [one, other])
  const [whole, titles] = [alikeness(said, true), alikeness(said, false)]
  return ownRepeats.map(({ isRepeat }, at) => ({
    isRepeat,
    group: at,
    alike: whole(2 * at, 2 * at + 1),
    titles: titles(2 * at, 2 * at + 1),
  }))
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
  const groupNames = [...groups.keys()]
  const pairOf = (isRepeat: boolean, one: number, other: number): Pair => ({
    isRepeat,
    group: groupNames.indexOf(said[one]?.dup_group),
    alike: whole(one, other),
    titles: titles(one, other),
  })
  const repeats = [...groups.values()].flatMap((all) =>
    all.flatMap((one, at) => all.slice(at + 1).map((other) => pairOf(true, one, other))),
  )
  const [draw, all] = [chanceFrom(said.length), [...groups.values()].flat()]
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
