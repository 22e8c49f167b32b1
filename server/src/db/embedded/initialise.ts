import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { commandLine, environment, type Installed } from './installed.ts'

// Trap: with the plain C locale Chinese letters are no letters to PostgreSQL; the builtin C.UTF-8 knows them and never changes its order.
const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8', '--lc-collate=C']
const access = ['-U', 'postgres', '--auth-local=trust', '--auth-host=scram-sha-256']

/** Makes the data folder if there is none; one that was left half made is made again. */
export const initialise = (installed: Installed, dataFolder: string, isCareless: boolean): void => {
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  installed.as.own(dataFolder)
  const args = ['-D', dataFolder, ...access, ...locale, ...(isCareless ? ['--no-sync'] : [])]
  const done = spawnSync(...commandLine(installed, 'initdb', args), { env: environment, encoding: 'utf8', cwd: '/' })
  if (done.status === 0) return
  rmSync(dataFolder, { recursive: true, force: true })
  throw new CannotStart('内置数据库无法初始化。', 'The embedded database could not be initialised.', `${done.error ?? done.stderr}`.trim())
}
