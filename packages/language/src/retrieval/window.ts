import type { Stretch } from './question.ts'
import type { ReadText } from './read-text.ts'
import type { Term } from './term.ts'

/** About as much as a sentence or two. */
const signsOfHalf = 60
const saturation = 1.2

/** `repeated`: what the window that repeats most of the question is worth, see `repeatedBy`. */
export type Window = { readonly score: number; readonly repeated: number; readonly fromSign: number; readonly toSign: number }

type Asked = { readonly term: Term; readonly weight: number; readonly rare: number }
type Body = Pick<ReadText, 'inBody' | 'bodySigns'>
/** In which windows a term stands, and how often; a window is two halves, and each half is in two windows. */
type Standing = ReadonlyMap<number, number>

const standingIn = (windows: number, signs: readonly number[]): Standing => {
  const standing = new Map<number, number>()
  for (const sign of signs) {
    const half = Math.floor(sign / signsOfHalf)
    for (const window of [half - 1, half]) if (window >= 0 && window < windows) standing.set(window, (standing.get(window) ?? 0) + 1)
  }
  return standing
}

/** What a run of so many pairs is worth: one pair alone repeats nothing, and a long phrase says more than its parts. */
const worthOfRun = (pairs: number): number => (pairs - 1) ** 1.5

/** For each window, the worth of what it repeats of the question: pairs that follow each other there and all stand here. */
const repeatedBy = (windows: number, stretches: readonly Stretch[], standing: ReadonlyMap<Term, Standing>): readonly number[] => {
  const worth = Array.from({ length: windows }, () => 0)
  for (const pairs of stretches) {
    const runs = new Map<number, { readonly length: number; readonly last: number }>()
    for (const [at, term] of pairs.entries())
      for (const window of standing.get(term)?.keys() ?? []) {
        const run = runs.get(window)
        const length = run?.last === at - 1 ? run.length + 1 : 1
        if (length > 1) worth[window] = (worth[window] ?? 0) + worthOfRun(length) - worthOfRun(length - 1)
        runs.set(window, { length, last: at })
      }
  }
  return worth
}

/** The stretch of the body that says most of what was asked. */
export const bestWindow = (body: Body, asked: readonly Asked[], stretches: readonly Stretch[]): Window | undefined => {
  const windows = Math.max(1, Math.ceil(body.bodySigns / signsOfHalf) - 1)
  const standing = new Map(asked.map(({ term }) => [term, standingIn(windows, body.inBody.get(term) ?? [])]))
  const scores = Array.from({ length: windows }, () => 0)
  for (const { term, weight, rare } of asked)
    for (const [window, many] of standing.get(term) ?? [])
      scores[window] = (scores[window] ?? 0) + (weight * rare * many * (saturation + 1)) / (many + saturation)
  const score = Math.max(...scores)
  if (score <= 0) return undefined
  const best = scores.indexOf(score)
  const repeated = Math.max(...repeatedBy(windows, stretches, standing))
  return { score, repeated, fromSign: best * signsOfHalf, toSign: Math.min(body.bodySigns, (best + 2) * signsOfHalf) }
}
