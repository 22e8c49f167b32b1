import {
  averageLink,
  gramCounts,
  groupsFrom,
  likenessAmong,
  rarityAmong,
  regroup,
  topicOf,
  vectorOf,
  type Message,
} from '@open12345/language/grouping'
import { bcubed, bcubedFigure, type RivalGroups } from './bcubed.ts'
import { chanceFrom } from '@open12345/language/learning'
import type { Baseline, Evaluation, Figure, Outcome } from './evaluation.ts'
import { ownTopics } from './own/topics.ts'
import { messagesIn, topicLabel } from './told.ts'

type Said = { readonly title: string; readonly text: string }

const readOf = (said: readonly Said[], withText = true): readonly Message<string>[] => {
  const counts = said.map(({ title, text }) => gramCounts(title, withText ? text : ''))
  const rarity = rarityAmong(counts)
  return said.map((_, at) => ({ vector: vectorOf(counts[at] ?? new Map(), rarity), place: null }))
}

/** One after the other, each by what stands there already; how rare a gram is, is known from the whole. */
const asTheyCome = (messages: readonly Message<string>[], order: readonly number[]): readonly number[] => {
  const topics = new Map<number, Message<string>[]>()
  const groups: number[] = []
  for (const at of order) {
    const message = messages[at]
    if (message === undefined) continue
    const topic = topicOf(message, topics) ?? at
    groups[at] = topic
    topics.set(topic, [...(topics.get(topic) ?? []), message])
  }
  return groups
}

const shuffled = (count: number, seed: number): readonly number[] => {
  const draw = chanceFrom(seed)
  return Array.from({ length: count }, (_, at) => ({ at, by: draw() }))
    .toSorted((one, other) => one.by - other.by)
    .map(({ at }) => at)
}

const thresholds = [0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3]

/** Average link of the titles' tf-idf, cut at any threshold. */
const titleGroups = (said: readonly Said[]): ((least: number) => readonly number[]) => {
  const unions = averageLink(likenessAmong(readOf(said, false)))
  return (least) => groupsFrom(unions, said.length, least)
}
const bestOf = (groups: (least: number) => readonly number[], score: (groups: readonly number[]) => number): number =>
  thresholds.toSorted((one, other) => score(groups(other)) - score(groups(one)))[0] ?? 0

const truthOf = (said: readonly { readonly topic: string }[]): readonly string[] => said.map(({ topic }) => topic)

const ownOutcome = (dataSet: string, split: string, part: (typeof ownTopics)['dev'], others: (typeof ownTopics)['dev']): Outcome => {
  const [messages, truth] = [readOf(part), truthOf(part)]
  const titles = titleGroups(part)
  const chosen = bestOf(titleGroups(others), (groups) => bcubed(groups, truthOf(others)))
  const rivals: readonly RivalGroups[] = [{ name: 'average link of titles, threshold from the other part', groups: titles(chosen) }]
  const coming = asTheyCome(messages, shuffled(part.length, 1))
  return {
    dataSet,
    split,
    figures: [
      bcubedFigure('B-cubed F1, grouped anew', regroup(messages), truth, rivals, []),
      bcubedFigure(
        'B-cubed F1, as they came',
        coming,
        truth,
        [{ name: 'the same in another order', groups: asTheyCome(messages, shuffled(part.length, 2)) }],
        [],
      ),
    ],
  }
}

const published: Baseline = { name: 'published: average link of titles, other labels', value: 0.856 }

/** All messages are grouped together; counted are those whose topic is known. */
const labelledFigure = (folder: string): Figure | undefined => {
  const said = messagesIn(folder)
  const labelled = said.flatMap((one, at) => {
    const topic = topicLabel(one)
    return topic === undefined ? [] : [{ at, topic }]
  })
  if (labelled.length === 0) return undefined
  const truth = truthOf(labelled)
  const known = (groups: readonly number[]): readonly number[] => labelled.map(({ at }) => groups[at] ?? at)
  const titles = titleGroups(said)
  const chosen = bestOf(titleGroups(ownTopics.dev), (groups) => bcubed(groups, truthOf(ownTopics.dev)))
  const hindsight = bestOf(titles, (groups) => bcubed(known(groups), truth))
  const rivals: readonly RivalGroups[] = [
    { name: 'average link of titles, threshold from our own dev part', groups: known(titles(chosen)) },
    { name: 'the same, its best threshold in hindsight', groups: known(titles(hindsight)) },
  ]
  return bcubedFigure('B-cubed F1, grouped anew', known(regroup(readOf(said))), truth, rivals, [published])
}

export const topics: Evaluation = {
  name: 'topics',
  about: 'Messages that are about one thing stand together, and others apart.',
  run: async (folder) => {
    const figure = labelledFigure(folder)
    const given: readonly Outcome[] =
      figure === undefined
        ? []
        : [{ dataSet: 'hot-topics', split: 'grouped among all messages, counted where labelled', figures: [figure] }]
    return [
      ownOutcome('eval/own/topics-dev.ts', 'dev: the threshold was chosen here', ownTopics.dev, ownTopics.test),
      ownOutcome('eval/own/topics-test.ts', 'held out', ownTopics.test, ownTopics.dev),
      ...given,
    ]
  },
}
