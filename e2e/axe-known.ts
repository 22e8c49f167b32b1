/** Violations inside a library, each with the issue that tracks it there. Ours are mended, not listed. */
type Known = { readonly rule: string; readonly selector: RegExp; readonly upstream: string }

export const known: readonly Known[] = []
