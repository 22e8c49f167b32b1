import { createHmac } from 'node:crypto'
import { homeForms, nameSigns, nobodyKnown, phoneDigits, type Known } from '@open12345/domain/identity'

type HomeMark = { readonly length: number; readonly mark: string }
/** Who the words of an order are about, without saying it: how long the name is, and hashes under the order's own key, which go with it. */
export type Marks = {
  readonly nameLength: number | null
  readonly name: string | null
  readonly phone: string | null
  /** One for each form that the home may be written in; orders from before have none. */
  readonly home?: readonly HomeMark[]
}
export type Given = { readonly name: string | null; readonly phone: string | null; readonly home: string | null }

const markOf = (key: Buffer, kind: 'name' | 'phone' | 'home', words: string): string =>
  createHmac('sm3', key).update(`screen/${kind}/${words}`).digest('base64')

const homeMarks = (key: Buffer, home: string | null): readonly HomeMark[] =>
  home === null ? [] : homeForms(home).map((form) => ({ length: [...form].length, mark: markOf(key, 'home', form) }))

export const marksOf = (key: Buffer, given: Given): Marks => {
  const name = given.name === null ? null : nameSigns(given.name)
  const phone = given.phone === null ? null : phoneDigits(given.phone)
  const home = homeMarks(key, given.home)
  return {
    nameLength: name === null ? null : [...name].length,
    name: name === null ? null : markOf(key, 'name', name),
    phone: phone === null ? null : markOf(key, 'phone', phone),
    ...(home.length === 0 ? {} : { home }),
  }
}

/** Null for orders that were recorded before marks were kept. */
export const knownBy = (key: Buffer, marks: Marks | null): Known => {
  if (marks === null) return nobodyKnown
  const { home = [] } = marks
  const homes = new Set(home.map(({ mark }) => mark))
  return {
    nameLength: marks.nameLength,
    isName: (signs) => marks.name === markOf(key, 'name', signs),
    isPhone: (digits) => marks.phone === markOf(key, 'phone', digits),
    homeLengths: [...new Set(home.map(({ length }) => length))],
    isHome: (form) => homes.has(markOf(key, 'home', form)),
  }
}
