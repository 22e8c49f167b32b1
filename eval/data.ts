import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The lines of a JSON-lines file of the data folder; undefined where it is not there. */
export const readLines = <Line>(dataFolder: string, file: string): readonly Line[] | undefined => {
  const path = join(dataFolder, file)
  if (!existsSync(path)) return undefined
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}
