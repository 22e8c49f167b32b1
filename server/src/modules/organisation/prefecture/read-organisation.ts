import type { z } from 'zod'
import { connectorFaults, readConnectors, type Connector } from './connectors.ts'
import { linkageFaults } from './check-linkage.ts'
import { placeFaults } from './check-places.ts'
import { responsibilityFaults } from './check-responsibilities.ts'
import { unitFaults } from './check-units.ts'
import { tableOf, type Columns, type Row } from './csv.ts'
import { faultsOf, sound, unless, unsound, type Checked } from './fault.ts'
import {
  linkageColumns,
  linkageRow,
  placeColumns,
  placeRow,
  responsibilityColumns,
  responsibilityRow,
  unitColumns,
  unitRow,
  type LinkageRow,
  type PlaceRow,
  type ResponsibilityRow,
  type UnitRow,
} from './tables.ts'
import { holds, textOf } from './text-of.ts'

/** A prefecture's places, units, who is responsible for what, which lines the hotline is linked with and which systems it may ask. */
export type Organisation = {
  readonly places: readonly PlaceRow[]
  readonly units: readonly UnitRow[]
  readonly responsibilities: readonly ResponsibilityRow[]
  readonly linkage: readonly LinkageRow[]
  readonly connectors: readonly Connector[]
}

const readTable = <T>(folder: string, file: string, columns: Columns, shape: z.ZodType<T>): Checked<readonly Row<T>[]> => {
  const text = textOf(folder, file)
  return text.ok ? tableOf(file, text.value, columns, shape) : text
}

export const readUnits = (folder: string): Checked<readonly UnitRow[]> => readTable(folder, 'units.csv', unitColumns, unitRow)

/** A folder that was made before there was a directory of lines has none. */
const readLinkage = (folder: string): Checked<readonly LinkageRow[]> =>
  holds(folder, 'linkage.csv') ? readTable(folder, 'linkage.csv', linkageColumns, linkageRow) : sound([])

/** The tables of a folder, checked against each other as of a civil date. */
export const readOrganisation = (folder: string, on: Temporal.PlainDate): Checked<Organisation> => {
  const places = readTable(folder, 'places.csv', placeColumns, placeRow)
  const units = readUnits(folder)
  const responsibilities = readTable(folder, 'responsibilities.csv', responsibilityColumns, responsibilityRow)
  const lines = readLinkage(folder)
  const connectors = readConnectors(folder)
  if (!places.ok || !units.ok || !responsibilities.ok || !lines.ok || !connectors.ok)
    return unsound(...faultsOf(places, units, responsibilities, lines, connectors))
  const read = {
    places: places.value,
    units: units.value,
    responsibilities: responsibilities.value,
    linkage: lines.value,
    connectors: connectors.value,
  }
  return unless(
    [
      ...placeFaults(read.places),
      ...unitFaults(read.units, read.places),
      ...responsibilityFaults(read.responsibilities, { ...read, on }),
      ...linkageFaults(read.linkage, read.units),
      ...connectorFaults(read.connectors, read.units),
    ],
    read,
  )
}
