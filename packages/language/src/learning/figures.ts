/** How well labels were told apart: the share that was right, and the mean over the labels of the harmonic mean of precision and recall. */
export type Figures = { readonly accuracy: number; readonly macroF1: number }

/** `said` undefined: nothing was said. Labels that occur in truth are what the mean goes over. */
export const figuresOf = (truth: readonly string[], said: readonly (string | undefined)[]): Figures => {
  const tally = new Map<string, { right: number; meant: number; said: number }>()
  const of = (label: string) => tally.getOrInsertComputed(label, () => ({ right: 0, meant: 0, said: 0 }))
  for (const [at, label] of truth.entries()) {
    const answer = said[at]
    of(label).meant += 1
    if (answer !== undefined) of(answer).said += 1
    if (answer === label) of(label).right += 1
  }
  const known = [...tally.values()].filter(({ meant }) => meant > 0)
  const right = known.reduce((sum, one) => sum + one.right, 0)
  return {
    accuracy: right / Math.max(1, truth.length),
    macroF1: known.reduce((sum, one) => sum + (2 * one.right) / (one.meant + one.said), 0) / Math.max(1, known.length),
  }
}
