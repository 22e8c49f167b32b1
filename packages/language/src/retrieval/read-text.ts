import { eachSign, signs } from '../reading/index.ts'
import type { Question } from './question.ts'
import type { Term } from './term.ts'
import { headingTerms, headingsOf, isSingle, plainTerms, type Searched } from './text.ts'

/** A text made ready to be held against questions. */
export type ReadText = {
  readonly times: ReadonlyMap<Term, number>
  /** At which signs of the body a term begins. */
  readonly inBody: ReadonlyMap<Term, readonly number[]>
  /** The title and other ways of asking it. */
  readonly titles: readonly Heading[]
  readonly keywords: readonly Heading[]
  readonly signs: number
  readonly bodySigns: number
}
export type Heading = { readonly terms: ReadonlySet<Term>; readonly opening: Term | undefined }

/** What of a text matters to one question: its terms, and the signs that they are made of. */
export type Wanted = { readonly terms: ReadonlySet<Term>; readonly signs: ReadonlySet<string> }
export const wantedBy = ({ plain, other, typed }: Question): Wanted => {
  const terms = new Set([...plain, ...other, ...typed].map(({ term }) => term))
  return { terms, signs: new Set([...terms].flatMap((term) => signs(term).map(({ sign }) => sign))) }
}

export type Reading = {
  /** The question is asked by letters or by sound too, which only headings answer to. */
  readonly isTyped: boolean
  /** Only what was asked is kept: a text that is read for one question. */
  readonly only?: Wanted
}

type Counting = { readonly times: Map<Term, number>; readonly inBody: Map<Term, number[]>; readonly only: Wanted | undefined }

const note = ({ times, inBody, only }: Counting, term: Term, atSign: number, isBody: boolean): void => {
  if (only?.terms.has(term) === false) return
  times.set(term, (times.get(term) ?? 0) + 1)
  if (!isBody) return
  const known = inBody.get(term)
  if (known === undefined) inBody.set(term, [atSign])
  else known.push(atSign)
}

/** Counts the terms of a text; answers how many signs it has. Most signs of a text are in no question: no pair is made of them. */
const count = (text: string, isBody: boolean, counting: Counting): number => {
  let many = 0
  let before: string | undefined
  eachSign(text, (sign, _at, _end, follows) => {
    const isWanted = counting.only?.signs.has(sign) !== false
    if (isWanted && follows && before !== undefined) note(counting, before + sign, many - 1, isBody)
    if (isWanted) note(counting, sign, many, isBody)
    before = isWanted ? sign : undefined
    many += 1
  })
  return many
}

const headingOf = (text: string, isTyped: boolean): Heading => {
  const plain = plainTerms(text).map(({ term }) => term)
  const pairs = plain.filter((term) => !isSingle(term))
  const terms = pairs.length === 0 ? plain : pairs
  return { terms: new Set([...terms, ...(isTyped ? headingTerms(text) : [])]), opening: terms[0] }
}

export const readText = (searched: Searched, { isTyped, only }: Reading): ReadText => {
  const counting: Counting = { times: new Map(), inBody: new Map(), only }
  const inHeadings = headingsOf(searched).reduce((signs, heading) => signs + count(heading, false, counting), 0)
  const bodySigns = count(searched.body, true, counting)
  return {
    times: counting.times,
    inBody: counting.inBody,
    titles: [searched.title, ...searched.variants].map((text) => headingOf(text, isTyped)),
    keywords: searched.keywords.map((text) => headingOf(text, isTyped)),
    signs: inHeadings + bodySigns,
    bodySigns,
  }
}
