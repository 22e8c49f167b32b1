/** One thing that words may mean: how sure that is (0 to 1), and the stretches of the text that say so. */
export type Scored<Value extends string = string> = {
  readonly value: Value
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** Weight as a share of all weight there is, of which `doubt` belongs to nobody; the surest first, of equal ones the one that was named first. */
export const sharesOf = <Value extends string>(
  found: readonly { readonly value: Value; readonly weight: number; readonly reasons: readonly string[] }[],
  doubt: number,
): readonly Scored<Value>[] => {
  const all = found.reduce((sum, { weight }) => sum + weight, doubt)
  return found
    .filter(({ weight }) => weight > 0)
    .map(({ value, weight, reasons }) => ({ value, confidence: weight / all, reasons }))
    .toSorted((one, other) => other.confidence - one.confidence)
}
