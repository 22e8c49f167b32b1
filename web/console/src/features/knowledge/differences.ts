export type Line = { readonly text: string; readonly was: 'same' | 'gone' | 'new' }

/** How many lines two texts have in common from each of their lines on. */
const commonFrom = (before: readonly string[], after: readonly string[]): readonly (readonly number[])[] => {
  const table = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      table[i]![j] = before[i] === after[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

/** Line by line, what one text became; what went stands before what came. */
export const differences = (before: readonly string[], after: readonly string[]): readonly Line[] => {
  const common = commonFrom(before, after)
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      lines.push({ text: before[i]!, was: 'same' })
      i += 1
      j += 1
    } else if (i < before.length && (j === after.length || common[i + 1]![j]! >= common[i]![j + 1]!)) {
      lines.push({ text: before[i]!, was: 'gone' })
      i += 1
    } else {
      lines.push({ text: after[j]!, was: 'new' })
      j += 1
    }
  }
  return lines
}
