import type { ReadText } from './read-text.ts'
import type { Term } from './term.ts'

/** About as much as a sentence or two. */
const signsOfHalf = 60
const saturation = 1.2

export type Window = { readonly score: number; readonly fromSign: number; readonly toSign: number }

/** The stretch of the body that says most of what was asked. */
export const bestWindow = (
  { inBody, bodySigns }: Pick<ReadText, 'inBody' | 'bodySigns'>,
  asked: readonly { readonly term: Term; readonly weight: number; readonly rare: number }[],
): Window | undefined => {
  const halves = Math.ceil(bodySigns / signsOfHalf)
  const scores = Array.from({ length: Math.max(1, halves - 1) }, () => 0)
  for (const { term, weight, rare } of asked) {
    const standing = inBody.get(term)
    if (standing === undefined) continue
    const times = new Map<number, number>()
    for (const sign of standing) {
      const half = Math.floor(sign / signsOfHalf)
      for (const window of [half - 1, half]) if (window >= 0 && window < scores.length) times.set(window, (times.get(window) ?? 0) + 1)
    }
    for (const [window, many] of times)
      scores[window] = (scores[window] ?? 0) + (weight * rare * many * (saturation + 1)) / (many + saturation)
  }
  const score = Math.max(...scores)
  if (score <= 0) return undefined
  const best = scores.indexOf(score)
  return { score, fromSign: best * signsOfHalf, toSign: Math.min(bodySigns, (best + 2) * signsOfHalf) }
}
