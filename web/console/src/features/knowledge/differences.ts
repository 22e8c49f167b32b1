export type Line = { readonly text: string; readonly was: 'same' | 'gone' | 'new' }

/** How many lines the rest from `line` on has in common with the rest of `after` from each of its lines on. */
const commonFrom = (line: string, after: readonly string[], below: readonly number[]): readonly number[] => {
  const counts = Array.from({ length: after.length + 1 }, () => 0)
  for (let j = after.length - 1; j >= 0; j--)
    counts[j] = after[j] === line ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, counts[j + 1] ?? 0)
  return counts
}

type Met = { readonly was: string | undefined; readonly now: string | undefined; readonly goesFirst: boolean }
/** What of two lines that meet is told next. */
const nextOf = ({ was, now, goesFirst }: Met): Line | undefined => {
  if (was !== undefined && was === now) return { text: was, was: 'same' }
  if (was !== undefined && (now === undefined || goesFirst)) return { text: was, was: 'gone' }
  return now === undefined ? undefined : { text: now, was: 'new' }
}

/** Line by line, what one text became; what went stands before what came. */
export const differences = (before: readonly string[], after: readonly string[]): readonly Line[] => {
  const common: (readonly number[])[] = [[]]
  for (const line of before.toReversed()) common.unshift(commonFrom(line, after, common[0] ?? []))
  const lines: Line[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const goesFirst = (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)
    const line = nextOf({ was: before[i], now: after[j], goesFirst })
    if (line === undefined) return lines
    lines.push(line)
    if (line.was !== 'new') i += 1
    if (line.was !== 'gone') j += 1
  }
}
