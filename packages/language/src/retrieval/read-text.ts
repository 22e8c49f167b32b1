import type { Term } from './term.ts'
import { headingTerms, isSingle, plainTerms, wholeText, type Searched } from './text.ts'

type Place = { readonly at: number; readonly end: number }
/** A term's places in the body, and at which sign of it each begins. */
export type Standing = { readonly places: readonly Place[]; readonly signs: readonly number[] }

export type Heading = { readonly terms: ReadonlySet<Term>; readonly opening: Term | undefined }

/** A text made ready to be held against questions. */
export type ReadText = {
  readonly times: ReadonlyMap<Term, number>
  readonly inBody: ReadonlyMap<Term, Standing>
  /** The title and other ways of asking it. */
  readonly titles: readonly Heading[]
  readonly keywords: readonly Heading[]
  readonly signs: number
  readonly bodySigns: number
}

const timesOf = (terms: readonly { readonly term: Term }[]): ReadonlyMap<Term, number> => {
  const times = new Map<Term, number>()
  for (const { term } of terms) times.set(term, (times.get(term) ?? 0) + 1)
  return times
}

const bodyOf = (body: string): { readonly inBody: Map<Term, Standing>; readonly bodySigns: number } => {
  const inBody = new Map<Term, { places: Place[]; signs: number[] }>()
  let sign = -1
  let last = -1
  for (const { term, at, end } of plainTerms(body)) {
    // A pair comes before its second sign and begins at its first.
    const isPair = at <= last
    if (!isPair) {
      sign += 1
      last = at
    }
    const known = inBody.get(term)
    if (known === undefined) inBody.set(term, { places: [{ at, end }], signs: [Math.max(0, sign)] })
    else {
      known.places.push({ at, end })
      known.signs.push(Math.max(0, sign))
    }
  }
  return { inBody, bodySigns: sign + 1 }
}

const headingOf = (text: string, isTyped: boolean): Heading => {
  const plain = plainTerms(text).map(({ term }) => term)
  const pairs = plain.filter((term) => !isSingle(term))
  const terms = pairs.length === 0 ? plain : pairs
  return { terms: new Set([...terms, ...(isTyped ? headingTerms(text) : [])]), opening: terms[0] }
}

/** `isTyped`: the question is asked by letters or by sound too, which only headings answer to. */
export const readText = (searched: Searched, isTyped: boolean): ReadText => {
  const whole = plainTerms(wholeText(searched))
  const read = (text: string): Heading => headingOf(text, isTyped)
  return {
    times: timesOf(whole),
    ...bodyOf(searched.body),
    titles: [searched.title, ...searched.variants].map(read),
    keywords: searched.keywords.map(read),
    signs: whole.filter(({ term }) => isSingle(term)).length,
  }
}
