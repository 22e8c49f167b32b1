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

export type Reading = {
  /** The question is asked by letters or by sound too, which only headings answer to. */
  readonly isTyped: boolean
  /** Only what was asked is kept: a text that is read for one question. */
  readonly only?: ReadonlySet<Term>
}

type Counting = { readonly times: Map<Term, number>; readonly inBody: Map<Term, number[]>; readonly only: ReadonlySet<Term> | undefined }

/** Counts the terms of a text; answers how many signs it has. */
const count = (text: string, isBody: boolean, { times, inBody, only }: Counting): number => {
  let sign = -1
  let last = -1
  for (const { term, at } of plainTerms(text)) {
    // A pair comes before its second sign and begins at its first.
    if (at > last) {
      sign += 1
      last = at
    }
    if (only?.has(term) === false) continue
    times.set(term, (times.get(term) ?? 0) + 1)
    if (!isBody) continue
    const known = inBody.get(term)
    if (known === undefined) inBody.set(term, [sign])
    else known.push(sign)
  }
  return sign + 1
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
