export type Line = Readonly<Record<string, number | string>>

const cell = (value: number | string | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : value >= 100 ? value.toFixed(0) : value.toFixed(2)

/** A short table of what was measured. */
export const report = (lines: readonly Line[], machine: string): string => {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))].filter((name) => name !== 'orders')
  const table = [names, ...lines.map((line) => names.map((name) => cell(line[name])))]
  const widths = names.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const text = table.map((row) =>
    row.map((one, column) => (column === 0 ? one.padEnd(widths[column] ?? 0) : one.padStart(widths[column] ?? 0))).join('  '),
  )
  return `\n${machine}\n${text.join('\n')}\n`
}
