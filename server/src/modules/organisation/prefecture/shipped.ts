import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../units.ts'
import { faultLine } from './fault.ts'
import { readUnits } from './read-folder.ts'

const folders = join(import.meta.dirname, '../../../../../prefectures')

/** The folder that comes with the program for this authority. */
export const shippedFolder = (authorityId: string): string | undefined => {
  const folder = join(folders, authorityId)
  return existsSync(join(folder, 'units.csv')) ? folder : undefined
}

/** The units that come with the program for this authority, as their file lists them; none where no folder does. */
export const shippedUnits = (authorityId: string): readonly Pick<Unit, 'unitId' | 'name' | 'shortName' | 'nameEn' | 'kind'>[] => {
  const folder = shippedFolder(authorityId)
  if (folder === undefined) return []
  const read = readUnits(folder)
  if (!read.ok) throw new Error(read.faults.map(faultLine).join('\n'))
  return read.value.map(({ unit, name, short, english, kind }) => ({ unitId: unit, name, shortName: short, nameEn: english, kind }))
}
