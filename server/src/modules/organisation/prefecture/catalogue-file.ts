import type { CatalogueRow } from '../change-catalogue.ts'
import { responsibilityColumns } from './tables.ts'

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** responsibilities.csv as a folder holds it: every entry, those that are over and those to come included. */
export const catalogueFile = (entries: readonly CatalogueRow[]): string => {
  const { subject, place, unit, principle, basis, from, to } = responsibilityColumns
  const lines = entries.map((entry) => [
    entry.subject,
    entry.placeCode,
    entry.unitId,
    entry.principle,
    entry.basis,
    entry.from.toString(),
    entry.to?.toString() ?? '',
  ])
  return [[subject, place, unit, principle, basis, from, to], ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}
