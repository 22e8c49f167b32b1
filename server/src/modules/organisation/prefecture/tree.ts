import type { Fault } from './fault.ts'

type Numbered = { readonly row: number }

/** What may stand once and stands twice. */
export const doubles = <T extends Numbered>(
  file: string,
  field: string,
  rows: readonly T[],
  idOf: (row: T) => string,
): readonly Fault[] => {
  const firstRow = new Map<string, number>()
  return rows.flatMap((one) => {
    const id = idOf(one)
    const before = firstRow.get(id)
    if (before === undefined) firstRow.set(id, one.row)
    return before === undefined
      ? []
      : [{ file, row: one.row, field, zh: `${id} 在第 ${before} 行已经出现。`, en: `${id} stands in row ${before} already.` }]
  })
}

type Tree<T> = { readonly idOf: (row: T) => string; readonly upOf: (row: T) => string | null }

/** Rows from which going up comes back to themselves. */
export const rings = <T extends Numbered>(file: string, field: string, rows: readonly T[], { idOf, upOf }: Tree<T>): readonly Fault[] => {
  const above = new Map(rows.map((row) => [idOf(row), upOf(row)]))
  const returns = (id: string): boolean => {
    const seen = new Set<string>()
    let up = above.get(id)
    while (up !== undefined && up !== null && !seen.has(up)) {
      if (up === id) return true
      seen.add(up)
      up = above.get(up)
    }
    return false
  }
  return rows
    .filter((row) => returns(idOf(row)))
    .map((row) => ({
      file,
      row: row.row,
      field,
      zh: `${idOf(row)} 往上又回到自己，成了环。`,
      en: `Going up from ${idOf(row)} leads back to it: a ring.`,
    }))
}
