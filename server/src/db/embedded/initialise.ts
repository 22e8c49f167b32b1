import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { commandLine, environment, type Installed } from './installed.ts'

// Trap: with the plain C locale Chinese letters are no letters to PostgreSQL; the builtin C.UTF-8 knows them and never changes its order.
const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8', '--lc-collate=C']
const access = ['-U', 'postgres', '--auth-local=trust', '--auth-host=scram-sha-256']

/** Names who makes it: what its maker left behind is swept, what another is making is not. */
const unfinished = (dataFolder: string): string => `${dataFolder}.making-`

const sweepUnfinished = (dataFolder: string): void => {
  const [parent, prefix] = [dirname(dataFolder), basename(unfinished(dataFolder))]
  for (const name of readdirSync(parent).filter((one) => one.startsWith(prefix)))
    if (!existsSync(`/proc/${name.slice(prefix.length)}`)) rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5 })
}

/**
 * Makes the data folder if there is none. Trap: initdb writes PG_VERSION first of all; cut short there the folder would look like a database for ever.
 * It is therefore made beside its place and moved there when it is whole.
 */
export const initialise = (installed: Installed, dataFolder: string, isCareless: boolean): void => {
  sweepUnfinished(dataFolder)
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return
  const making = `${unfinished(dataFolder)}${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  installed.as.own(making)
  const args = ['-D', making, ...access, ...locale, ...(isCareless ? ['--no-sync'] : [])]
  const done = spawnSync(...commandLine(installed, 'initdb', args), { env: environment, encoding: 'utf8', cwd: '/' })
  try {
    if (done.status !== 0) throw done.error ?? done.stderr
    renameSync(making, dataFolder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw new CannotStart('内置数据库无法初始化。', 'The embedded database could not be initialised.', `${String(error)}`.trim())
  }
}
