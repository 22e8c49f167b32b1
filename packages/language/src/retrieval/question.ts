import { signs } from '../reading/index.ts'
import type { Term } from './term.ts'
import { alikeTerms, isSingle, plainTerms } from './text.ts'

/** What people put around what they look for; nothing is found by it. */
const frames = new RegExp(
  [
    '请问|请教|您好|你好|谢谢|麻烦|领导|同志|想问一?下|问一?下|咨询一?下|反映一?下|反映一个问题|想知道|我想|我要|我们|我的|我家|你们|他们|自己',
    '怎么办理?|怎么样?|怎样|如何|啷个办|啷个|咋个整|咋个办|咋个|咋整|咋办|咋|为什么|什么时候|什么|哪里|哪儿|哪些|哪个|多少|多久|几天|是否',
    '可不可以|能不能|会不会|是不是|要不要|有没有|算不算|行不行|要得不|可以|需要|应该|像这种情况|这种情况|要去|要到|该找谁|找谁|找哪个',
    '[吗呢啊吧嘛哦哈]+(?=$|\\P{Script=Han})',
  ].join('|'),
  'gu',
)

export type Weighted = { readonly term: Term; readonly weight: number }

/** Pairs of signs in the order in which they were said, each beginning where the one before it ends. */
export type Stretch = readonly Term[]

/** A question as the index is asked by it. */
export type Question = {
  readonly plain: readonly Weighted[]
  readonly stretches: readonly Stretch[]
  /** Single signs of what in particular is asked: not of grammar, nor of a thing that has other names. */
  readonly particulars: readonly Term[]
  /** What may stand for what was said: other names for the same. */
  readonly other: readonly Weighted[]
  /** Letters that may be pinyin; with `isFuzzy`, sounds and neighbours as well. */
  readonly typed: readonly Weighted[]
  /** 0 for a few words, 1 for a whole message. */
  readonly length: number
}

/** Other names for one thing: whoever says one of them may find what bears another. */
export type Equivalents = readonly (readonly string[])[]

const [shortest, longest] = [40, 120]
const otherWeight = 0.5

const counted = (terms: readonly Term[], weight: number): readonly Weighted[] =>
  [...Map.groupBy(terms, (term) => term)].map(([term, all]) => ({ term, weight: weight * all.length }))

const otherNames = (text: string, equivalents: Equivalents): readonly string[] =>
  equivalents.flatMap((names) => {
    const said = names.filter((name) => text.includes(name))
    return said.length === 0 ? [] : names.filter((name) => !text.includes(name))
  })

/** Every stretch of a word of letters: where a syllable ends is not asked, a stretch that no heading has finds nothing. */
const stretches = (word: string): readonly Term[] =>
  Array.from({ length: word.length }, (_, from) => from).flatMap((from) =>
    Array.from({ length: Math.max(0, Math.min(24, word.length - from) - 1) }, (_, more) => word.slice(from, from + 2 + more)),
  )
const typedIn = (text: string): readonly Weighted[] =>
  [...text.matchAll(/[a-z]{2,24}/g)].flatMap(([word]) => [
    ...(word.length <= 4 ? [{ term: `@${word}`, weight: 1 }] : []),
    ...stretches(word)
      .filter((stretch) => stretch.length >= 3)
      .map((stretch) => ({ term: `~${stretch}`, weight: stretch.length / word.length })),
  ])

const stretchesOf = (text: string): readonly Stretch[] => {
  const stretches: Term[][] = []
  let before = ''
  for (const { sign, follows } of signs(text)) {
    if (follows) stretches.at(-1)?.push(before + sign)
    else stretches.push([])
    before = sign
  }
  return stretches.filter(({ length }) => length > 1)
}

/** Signs that hold a sentence together and say nothing of what it is about. */
const grammar = new Set(
  '的了着过得地把被给让叫对向从在到和跟与就都还也很太不没要会能可是有这那个一些我你他她它们上下来去里外头想说该么之为以其所而但又再才只吧吗呢啊',
)
const particularsOf = (text: string, equivalents: Equivalents): readonly Term[] => {
  const named = equivalents
    .flat()
    .filter((name) => text.includes(name))
    .toSorted((one, other) => other.length - one.length)
  const rest = named.reduce((left, name) => left.replaceAll(name, ' '), text)
  return [...new Set(plainTerms(rest).map(({ term }) => term))].filter((term) => isSingle(term) && !grammar.has(term))
}

/** Reads a question of any length. `isFuzzy`: as if a sign of it could be wrong. */
export const readQuestion = (given: string, equivalents: Equivalents, isFuzzy = false): Question => {
  const framed = given.normalize('NFKC').toLowerCase()
  const without = framed.replaceAll(frames, ' ')
  const text = plainTerms(without).length === 0 ? framed : without
  const terms = plainTerms(text).map(({ term }) => term)
  const plain = counted(terms, 1)
  const said = new Set(terms)
  const others = otherNames(text, equivalents).flatMap((name) => plainTerms(name).map(({ term }) => term))
  return {
    plain,
    stretches: stretchesOf(text),
    particulars: particularsOf(text, equivalents),
    other: [...new Set(others)].filter((term) => !said.has(term) && !isSingle(term)).map((term) => ({ term, weight: otherWeight })),
    typed: [...typedIn(text), ...(isFuzzy ? counted([...new Set(alikeTerms(text))], 1) : [])],
    length: Math.min(1, Math.max(0, (plain.filter(({ term }) => !isSingle(term)).length - shortest) / (longest - shortest))),
  }
}

/** How the index is asked for what is worth a closer look: the rarer a term, and in a heading, the more it says. */
export const termsToLookUp = ({ plain, other, typed }: Question): readonly Weighted[] => {
  const pairs = plain.filter(({ term }) => !isSingle(term))
  const looked = [...(pairs.length === 0 && typed.length === 0 ? plain : pairs), ...other]
  return [...looked, ...looked.map(({ term, weight }) => ({ term: `^${term}`, weight })), ...typed]
}

/** What a few words ask for, whichever way round they are put; undefined for a message that nobody will repeat. */
export const askedPairs = ({ plain, length }: Question): string | undefined =>
  length > 0
    ? undefined
    : plain
        .map(({ term }) => term)
        .toSorted()
        .join(' ')
