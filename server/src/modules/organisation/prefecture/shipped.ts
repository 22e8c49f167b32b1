import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folders = join(import.meta.dirname, '../../../../../prefectures')

/** The folder that comes with the program for this authority. */
export const shippedFolder = (authorityId: string): string | undefined => {
  const folder = join(folders, authorityId)
  return existsSync(join(folder, 'units.csv')) ? folder : undefined
}
