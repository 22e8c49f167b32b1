export type Outcome = 'passed' | 'failed' | 'not-run'
export type Test = { readonly file: string; readonly title: string; readonly outcome: Outcome }
/** Tests as a report tells them; faults are files that could not be run at all. */
export type Told = { readonly tests: readonly Test[]; readonly faults: readonly string[] }

/** The clauses that a title carries: 第十二条（二） [12-2a] … */
export const clausesIn = (title: string): readonly string[] => [
  ...new Set([...title.matchAll(/\[(\d+(?:-[a-z0-9]+|[a-z])?)\]/g)].map(([, clause = '']) => clause)),
]
