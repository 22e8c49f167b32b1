import type { Fault } from './fault.ts'
import type { PlaceRow, UnitRow } from './tables.ts'
import { doubles, rings } from './tree.ts'

const file = 'units.csv'

/** The program itself sends to these two: what nobody else takes, and who stands above the centre. */
const needed = ['centre', 'office'] as const

const unknownUnit = (row: number, field: string, id: string): Fault => ({
  file,
  row,
  field,
  zh: `没有名为 ${id} 的单位。`,
  en: `There is no unit ${id}.`,
})

export const unitFaults = (rows: readonly UnitRow[], places: readonly PlaceRow[]): readonly Fault[] => {
  const units = new Set(rows.map(({ unit }) => unit))
  const codes = new Set(places.map(({ code }) => code))
  const idOf = ({ unit }: UnitRow): string => unit
  const links = rows.flatMap(({ row, parent, supervisedBy, place }) => [
    ...(parent === null || units.has(parent) ? [] : [unknownUnit(row, '上级', parent)]),
    ...(supervisedBy === null || units.has(supervisedBy) ? [] : [unknownUnit(row, '督办', supervisedBy)]),
    ...(place === null || codes.has(place)
      ? []
      : [{ file, row, field: '行政区划', zh: `places.csv 中没有代码 ${place}。`, en: `places.csv has no code ${place}.` }]),
  ])
  const missing = needed
    .filter((kind) => !rows.some((unit) => unit.unit === kind && unit.kind === kind))
    .map((kind) => ({
      file,
      field: '单位',
      zh: `缺少单位 ${kind}（类型 ${kind}）。`,
      en: `The unit ${kind}, of the kind ${kind}, is missing.`,
    }))
  return [
    ...doubles(file, '单位', rows, idOf),
    ...links,
    ...rings(file, '上级', rows, { idOf, upOf: ({ parent }) => parent }),
    ...rings(file, '督办', rows, { idOf, upOf: ({ supervisedBy }) => supervisedBy }),
    ...missing,
  ]
}
