type Named = { readonly on: string; readonly name: string }
/** Days in a row under one name. */
export type Run = { readonly from: string; readonly to?: string; readonly name: string }

const dayMs = 86_400_000
const after = (on: string): string => new Date(Date.parse(`${on}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
/** The longest that any feast has lasted, doubled: a slip in the year makes no list of thousands. */
const atMost = 30

export const daysOf = (runs: readonly Run[]): Named[] =>
  runs.flatMap(({ from, to, name }) => {
    const days: Named[] = []
    for (let on = from; on <= (to || from) && days.length < atMost; on = after(on)) days.push({ on, name })
    return days
  })

export const runsOf = (days: readonly Named[]): readonly Required<Run>[] => {
  const runs: Required<Run>[] = []
  for (const { on, name } of days.toSorted((one, other) => one.on.localeCompare(other.on))) {
    const last = runs.at(-1)
    if (last !== undefined && last.name === name && after(last.to) === on) runs[runs.length - 1] = { ...last, to: on }
    else runs.push({ from: on, to: on, name })
  }
  return runs
}
