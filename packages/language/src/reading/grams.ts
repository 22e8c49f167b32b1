/** One spelling for what looks alike: full width and half width, capital and small letters. */
export const oneSpelling = (text: string): string => text.normalize('NFKC').toLowerCase()

const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv
const isHan = /^\p{Script=Han}/u

const gramsOf = (run: readonly string[], shortest: number, longest: number): readonly string[] =>
  run.flatMap((_, at) =>
    Array.from({ length: Math.min(longest, run.length - at) - shortest + 1 }, (_, more) => run.slice(at, at + shortest + more).join('')),
  )

/**
 * The grams of `shortest` to `longest` signs of each run of Chinese, and each word of letters or figures as a whole, in the order of the text.
 * Punctuation and white space end a run; a run shorter than `shortest` is one gram.
 */
export const grams = (text: string, shortest: number, longest: number): readonly string[] =>
  [...oneSpelling(text).matchAll(runs)].flatMap(([run]) => {
    const signs = [...run]
    return isHan.test(run) && signs.length >= shortest ? gramsOf(signs, shortest, longest) : [run]
  })
