import { oneSpelling } from './grams.ts'

/** A Chinese sign, or a word of letters or figures as a whole, and where it stands in the text as it was written. */
export type Sign = { readonly sign: string; readonly at: number; readonly end: number; readonly follows: boolean }

const piece = /\p{Script=Han}|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/vy
// Most of every text: signs that have one spelling, and what stands between them. Asking the expression for each would cost ten times as much.
const isPlainSign = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isBetween = (code: number): boolean => code < 0x30 || (code >= 0x3000 && code <= 0x3004)

type SignVisit = (sign: string, at: number, end: number, follows: boolean) => void

/** Visits the signs of a text in their order; `follows`: nothing stands between it and the one before, so that the two are a pair. Whole bases are read by it: nothing is kept. */
export const eachSign = (text: string, visit: SignVisit): void => {
  let before = -1
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (isBetween(code)) {
      at += 1
      continue
    }
    piece.lastIndex = at
    const written = isPlainSign(code) ? text.charAt(at) : piece.exec(text)?.[0]
    const end = at + (written?.length ?? 1)
    if (written !== undefined) {
      visit(isPlainSign(code) ? written : oneSpelling(written), at, end, before === at)
      before = end
    }
    at = end
  }
}

export const signs = (text: string): readonly Sign[] => {
  const found: Sign[] = []
  eachSign(text, (sign, at, end, follows) => found.push({ sign, at, end, follows }))
  return found
}
