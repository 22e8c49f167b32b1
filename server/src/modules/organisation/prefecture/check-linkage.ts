import type { Fault } from './fault.ts'
import type { LinkageRow, UnitRow } from './tables.ts'
import { doubles } from './tree.ts'

const file = 'linkage.csv'

export const linkageFaults = (rows: readonly LinkageRow[], units: readonly UnitRow[]): readonly Fault[] => {
  const known = new Set(units.map(({ unit }) => unit))
  const unknown = rows.flatMap(({ row, unit }) =>
    unit === null || known.has(unit)
      ? []
      : [{ file, row, field: '单位', zh: `没有名为 ${unit} 的单位。`, en: `There is no unit ${unit}.` }],
  )
  return [...doubles(file, '热线', rows, ({ line }) => line), ...unknown]
}
