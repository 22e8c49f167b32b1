import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The first line of postmaster.pid is the process whose children serve the connections. */
export const databasePid = (dataFolder: string): number =>
  Number.parseInt(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '', 10)
