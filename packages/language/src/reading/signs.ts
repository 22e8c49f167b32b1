import { oneSpelling } from './grams.ts'

/** A Chinese sign, or a word of letters or figures as a whole, and where it stands in the text as it was written. */
export type Sign = { readonly sign: string; readonly at: number; readonly end: number; readonly follows: boolean }

const pieces = /\p{Script=Han}|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv

/** The signs of a text in their order; `follows`: nothing stands between it and the one before, so that the two are a pair. */
export const signs = (text: string): readonly Sign[] => {
  let before = -1
  return [...text.matchAll(pieces)].map(({ 0: piece, index }) => {
    const follows = index === before
    before = index + piece.length
    return { sign: oneSpelling(piece), at: index, end: before, follows }
  })
}
