import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../units.ts'
import { faultLine, type Checked } from './fault.ts'
import type { Norms } from './norms.ts'
import { readNorms } from './read-norms.ts'
import { readUnits } from './read-organisation.ts'

const folders = join(import.meta.dirname, '../../../../../prefectures')

/** The folder that comes with the program for this authority. */
export const shippedFolder = (authorityId: string): string | undefined => {
  const folder = join(folders, authorityId)
  return existsSync(join(folder, 'units.csv')) ? folder : undefined
}

const must = <T>(read: Checked<T>): T => {
  if (read.ok) return read.value
  throw new Error(read.faults.map(faultLine).join('\n'))
}

/** The units that come with the program for this authority, as their file lists them; none where no folder does. */
export const shippedUnits = (authorityId: string): readonly Pick<Unit, 'unitId' | 'name' | 'shortName' | 'nameEn' | 'kind'>[] => {
  const folder = shippedFolder(authorityId)
  if (folder === undefined) return []
  return must(readUnits(folder)).map(({ unit, name, short, english, kind }) => ({
    unitId: unit,
    name,
    shortName: short,
    nameEn: english,
    kind,
  }))
}

/** The name of an authority whose folder comes with the program. */
export const shippedAuthorityName = (authorityId: string): string | undefined => {
  const folder = shippedFolder(authorityId)
  return folder === undefined ? undefined : must(readNorms(folder)).norms.profile.name.zh
}

/** What binds each prefecture whose folder comes with the program. */
export const shippedNorms = (): readonly Norms[] =>
  readdirSync(folders)
    .toSorted()
    .flatMap((authorityId) => shippedFolder(authorityId) ?? [])
    .map((folder) => must(readNorms(folder)).norms)
