import type { z } from 'zod'
import { placeFaults } from './check-places.ts'
import { responsibilityFaults } from './check-responsibilities.ts'
import { unitFaults } from './check-units.ts'
import { tableOf, type Columns, type Row } from './csv.ts'
import { faultsOf, unless, unsound, type Checked } from './fault.ts'
import {
  placeColumns,
  placeRow,
  responsibilityColumns,
  responsibilityRow,
  unitColumns,
  unitRow,
  type PlaceRow,
  type ResponsibilityRow,
  type UnitRow,
} from './tables.ts'
import { textOf } from './text-of.ts'

/** A prefecture's places, units and who is responsible for what. */
export type Organisation = {
  readonly places: readonly PlaceRow[]
  readonly units: readonly UnitRow[]
  readonly responsibilities: readonly ResponsibilityRow[]
}

const readTable = <T>(folder: string, file: string, columns: Columns, shape: z.ZodType<T>): Checked<readonly Row<T>[]> => {
  const text = textOf(folder, file)
  return text.ok ? tableOf(file, text.value, columns, shape) : text
}

export const readUnits = (folder: string): Checked<readonly UnitRow[]> => readTable(folder, 'units.csv', unitColumns, unitRow)

/** The three tables of a folder, checked against each other as of a civil date. */
export const readOrganisation = (folder: string, on: Temporal.PlainDate): Checked<Organisation> => {
  const places = readTable(folder, 'places.csv', placeColumns, placeRow)
  const units = readUnits(folder)
  const responsibilities = readTable(folder, 'responsibilities.csv', responsibilityColumns, responsibilityRow)
  if (!places.ok || !units.ok || !responsibilities.ok) return unsound(...faultsOf(places, units, responsibilities))
  const read = { places: places.value, units: units.value, responsibilities: responsibilities.value }
  return unless(
    [...placeFaults(read.places), ...unitFaults(read.units, read.places), ...responsibilityFaults(read.responsibilities, { ...read, on })],
    read,
  )
}
