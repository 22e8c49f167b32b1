import { averageLink, groupsFrom, type Likeness } from './average-link.ts'
import { oneTopicFrom, weightOfShared, type Place } from './likeness.ts'
import { sharedBy, type Vector } from './vector.ts'

export type Message<Gram> = { readonly place: Place; readonly vector: Vector<Gram> }

const alike = <Gram>(one: Message<Gram>, other: Message<Gram>): number =>
  weightOfShared(one.place, other.place) * sharedBy(one.vector, other.vector)

/** The topic that a new message joins: the one whose members it is most like on average. None: it opens one. */
export const topicOf = <Id, Gram>(message: Message<Gram>, topics: ReadonlyMap<Id, readonly Message<Gram>[]>): Id | undefined => {
  let found: Id | undefined
  let most = 0
  for (const [id, members] of topics) {
    const mean = members.reduce((sum, member) => sum + alike(message, member), 0) / Math.max(1, members.length)
    if (mean >= oneTopicFrom && mean > most) [found, most] = [id, mean]
  }
  return found
}

/** How alike each two are; only what shares a gram is looked at. */
export const likenessAmong = <Gram>(messages: readonly Message<Gram>[]): Likeness => {
  const count = messages.length
  const values = new Float32Array(count * count)
  const holding = new Map<Gram, { readonly at: number; readonly weight: number }[]>()
  for (const [one, message] of messages.entries()) {
    for (const [gram, weight] of message.vector) {
      const others = holding.get(gram) ?? []
      for (const other of others) values[one * count + other.at] = (values[one * count + other.at] ?? 0) + weight * other.weight
      others.push({ at: one, weight })
      holding.set(gram, others)
    }
    for (let other = 0; other < one; other += 1) {
      const alikeness = (values[one * count + other] ?? 0) * weightOfShared(message.place, messages[other]?.place ?? null)
      values[one * count + other] = alikeness
      values[other * count + one] = alikeness
    }
  }
  return { values, count }
}

/** All of them grouped anew, whatever they were joined to as they came: for each message the first of its topic. */
export const regroup = <Gram>(messages: readonly Message<Gram>[]): readonly number[] =>
  groupsFrom(averageLink(likenessAmong(messages)), messages.length, oneTopicFrom)
