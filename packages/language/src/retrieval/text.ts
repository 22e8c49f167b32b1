import { eachSign, signs, sounds, type Sound } from '../reading/index.ts'
import type { Term } from './term.ts'

/** What is searched: headings are asked alike, the body is what they stand over. */
export type Searched = {
  readonly title: string
  readonly variants: readonly string[]
  readonly keywords: readonly string[]
  readonly body: string
}

type Found = { readonly term: Term; readonly at: number; readonly end: number }

const isHan = (sign: string): boolean => /^\p{Script=Han}/u.test(sign)

/** Visits each sign, and before it its pair with the sign that it follows. */
export const eachTerm = (text: string, visit: (term: Term, at: number, end: number) => void): void => {
  let before = ''
  let from = 0
  eachSign(text, (sign, at, end, follows) => {
    if (follows) visit(before + sign, from, end)
    visit(sign, at, end)
    before = sign
    from = at
  })
}

export const plainTerms = (text: string): readonly Found[] => {
  const found: Found[] = []
  eachTerm(text, (term, at, end) => found.push({ term, at, end }))
  return found
}

/** Whether a term is one Chinese sign: too common to be looked for, good enough to tell two texts apart. */
export const isSingle = (term: Term): boolean => term.length === ((term.codePointAt(0) ?? 0) > 0xffff ? 2 : 1) && isHan(term)

const hanRuns = (text: string): readonly string[] => text.match(/\p{Script=Han}{2,}/gu) ?? []
const joined = (parts: readonly string[], sizes: readonly number[]): readonly string[] =>
  sizes.flatMap((size) => parts.slice(0, Math.max(0, parts.length - size + 1)).map((_, at) => parts.slice(at, at + size).join('')))

const soundAlike = (said: readonly Sound[]): readonly Term[] =>
  joined(
    said.map(({ alike }) => alike),
    [2],
  ).map((pair) => `=${pair}`)
const neighbours = (run: string): readonly Term[] => {
  const around = [...run]
  return around.slice(2).map((sign, at) => `*${around[at] ?? ''}${sign}`)
}
const typed = (said: readonly Sound[]): readonly Term[] => {
  const letters = said.map((sound) => sound.letters)
  const initials = letters.map((syllable) => syllable.slice(0, 1))
  return [...joined(letters, [2, 3, 4]).map((word) => `~${word}`), ...joined(initials, [2, 3, 4]).map((word) => `@${word}`)]
}

/** By what a heading is found in spite of a wrong sign: by its sound, or by its neighbours. */
export const alikeTerms = (text: string): readonly Term[] =>
  hanRuns(text).flatMap((run) => [...soundAlike(sounds(run)), ...neighbours(run)])
/** Terms that only headings have: in spite of a wrong sign, and by the letters they are typed in. */
export const headingTerms = (text: string): readonly Term[] =>
  hanRuns(text).flatMap((run) => {
    const said = sounds(run)
    return [...soundAlike(said), ...neighbours(run), ...typed(said)]
  })

export const headingsOf = ({ title, variants, keywords }: Searched): readonly string[] => [title, ...variants, ...keywords]
export const wholeText = (searched: Searched): string => [...headingsOf(searched), searched.body].join('\n')

/** Every term by which an item is found, each once, and how long it is. */
export const entryOf = (searched: Searched): { readonly terms: readonly Term[]; readonly signs: number } => {
  const plain = plainTerms(wholeText(searched))
  const headings = headingsOf(searched)
  const inHeadings = headings.flatMap((heading) => plainTerms(heading).flatMap(({ term }) => (isSingle(term) ? [] : [`^${term}`])))
  const terms = new Set([...plain.map(({ term }) => term), ...inHeadings, ...headings.flatMap(headingTerms)])
  return { terms: [...terms], signs: signs(wholeText(searched)).length }
}
