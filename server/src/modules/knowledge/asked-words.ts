import { nobodyKnown, spansIn } from '@open12345/domain/identity'
import { grams, oneSpelling } from '@open12345/language/reading'

/** What people put around what they ask. */
const filler = /请问|怎么办|怎么|怎样|如何|什么|哪里|哪些|多少|是否|可以|需要|我想|我要|我的|应该|[吗呢啊吧]/g
// Every sign but letters, figures and the dot within a Yi name is a space by the time that these are looked for.
const introduced =
  /(?:我叫|我名叫|本人叫|名字叫|叫做|姓名是|姓名(?= (?![需怎可如要能是]))|我姓) ?\p{Script=Han}{1,4}(?: ?· ?\p{Script=Han}{1,4})?/gu
const longNumber = /\d(?:[ ·]*\d){4,}x?/g
const spokenNumber = /[〇零一二三四五六七八九幺两](?:[ ·]*[〇零一二三四五六七八九幺两]){4,}/g
const address = /\S+@\S+/g
const dots = /[•‧・]/g
const longest = 50

/**
 * A question without who asks: no run of five figures or more, no telephone, identity or car number, no dwelling, no name that somebody gives as
 * their own. Undefined where nothing is left to ask.
 * @clause 20a
 */
export const withoutPersons = (text: string): string | undefined => {
  const spared = spansIn(text, nobodyKnown).reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  const words = oneSpelling(spared)
    .replaceAll(address, ' ')
    .replaceAll(dots, '·')
    .replaceAll(/[^\p{L}\p{N}·]+/gu, ' ')
  const plain = [longNumber, spokenNumber, introduced]
    .reduce((left, pattern) => left.replaceAll(pattern, ' '), words)
    .replaceAll(/[ ·]+/g, ' ')
    .trim()
  const question = [...plain].slice(0, longest).join('').trim()
  return /\p{L}{2}/u.test(question) ? question : undefined
}

export type Pairs = ReadonlySet<string>

/** The pairs of signs of what is asked, without what stands around it. */
export const pairsOf = (text: string): Pairs => new Set(grams(oneSpelling(text).replaceAll(filler, ' '), 2, 2))

const partOf = (shared: number, some: Pairs, others: Pairs): number =>
  some.size + others.size === 0 ? 0 : (2 * shared) / (some.size + others.size)

/** How alike two ways of asking are: 1 is the same pairs, 0 nothing in common. */
export const alikenessOf = (some: Pairs, others: Pairs): number => partOf(some.intersection(others).size, some, others)

/** How alike a question is to the one of all these that is nearest to it. By the pairs that they share: most share none. */
export const nearestOf = (all: readonly Pairs[]): ((asked: Pairs) => number) => {
  const holders = Map.groupBy(
    all.flatMap((pairs) => [...pairs].map((pair) => ({ pair, pairs }))),
    ({ pair }) => pair,
  )
  return (asked) => {
    const shared = new Map<Pairs, number>()
    for (const pair of asked) for (const { pairs } of holders.get(pair) ?? []) shared.set(pairs, (shared.get(pairs) ?? 0) + 1)
    return shared.entries().reduce((nearest, [pairs, count]) => Math.max(nearest, partOf(count, asked, pairs)), 0)
  }
}
