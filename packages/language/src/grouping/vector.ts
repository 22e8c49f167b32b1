import { grams } from '../reading/index.ts'

/** How often each gram stands in what was told. A gram is a pair of signs, or whatever stands for one: a keyed hash will do. */
export type Counted<Gram> = ReadonlyMap<Gram, number>

/** Weighted grams, of length one. */
export type Vector<Gram> = ReadonlyMap<Gram, number>

/** In how many of how many messages a gram stands. */
export type Rarity<Gram> = { readonly messages: number; readonly holding: (gram: Gram) => number }

const inTitle = 3

/** Pairs of signs of title and text; a title says what it is about and weighs more. */
export const gramCounts = (title: string, text: string): Counted<string> => {
  const counts = new Map<string, number>()
  const count = (words: string, times: number): void => {
    for (const gram of grams(words, 2, 2)) counts.set(gram, (counts.get(gram) ?? 0) + times)
  }
  count(title, inTitle)
  count(text, 1)
  return counts
}

/** As if so many other messages had come before: among the first few nobody can tell what is rare. */
const unseen = 500

/** tf-idf as it is usually set: the logarithm of both. */
export const vectorOf = <Gram>(counts: Counted<Gram>, { messages, holding }: Rarity<Gram>): Vector<Gram> => {
  const weighed = new Map<Gram, number>()
  let square = 0
  for (const [gram, count] of counts) {
    const weight = (1 + Math.log(count)) * Math.log(1 + (messages + unseen) / Math.max(1, holding(gram)))
    weighed.set(gram, weight)
    square += weight * weight
  }
  const length = Math.sqrt(square) || 1
  for (const [gram, weight] of weighed) weighed.set(gram, weight / length)
  return weighed
}

/** Cosine: what two messages share, from nothing (0) to everything (1). */
export const sharedBy = <Gram>(one: Vector<Gram>, other: Vector<Gram>): number => {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [gram, weight] of short) sum += weight * (long.get(gram) ?? 0)
  return sum
}

/** In how many of these messages each gram stands. */
export const rarityAmong = <Gram>(told: Iterable<Counted<Gram>>): Rarity<Gram> => {
  const holding = new Map<Gram, number>()
  let messages = 0
  for (const counts of told) {
    messages += 1
    for (const gram of counts.keys()) holding.set(gram, (holding.get(gram) ?? 0) + 1)
  }
  return { messages, holding: (gram) => holding.get(gram) ?? 0 }
}
