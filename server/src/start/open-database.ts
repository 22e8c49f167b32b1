import { join } from 'node:path'
import type { Log } from '../app.ts'
import type { Config } from '../config.ts'
import { startEmbedded } from '../db/embedded/index.ts'
import { openPool } from '../db/pool.ts'
import { unreachable } from '../db/unreachable.ts'
import { refuseOldVersion, refusePowerfulLogin } from './server-login.ts'

export type OpenDatabase = {
  readonly serverUrl: string
  /** Undefined where migrations are run elsewhere. */
  readonly ownerUrl: string | undefined
  readonly stop: () => Promise<void>
}

const tryLogin = async (variable: string, url: string, check: (pool: ReturnType<typeof openPool>) => Promise<void>): Promise<void> => {
  const pool = openPool({ url, max: 1 })
  try {
    await check(pool)
  } catch (error) {
    throw unreachable(variable, url, error)
  } finally {
    await pool.end()
  }
}

/** The database that is configured, or the embedded one, brought up. */
export const openDatabase = async ({ database, dataFolder }: Config, log: Log): Promise<OpenDatabase> => {
  if (database === undefined)
    return startEmbedded({
      dataFolder: join(dataFolder, 'postgres'),
      logFile: join(dataFolder, 'postgres.log'),
      onLost: () => log.error({}, 'the embedded database went down and is brought up again'),
    })
  const { serverUrl, ownerUrl } = database
  await tryLogin('DATABASE_URL', serverUrl, async (pool) => {
    await refuseOldVersion(pool)
    await refusePowerfulLogin(pool)
  })
  if (ownerUrl !== undefined) await tryLogin('DATABASE_OWNER_URL', ownerUrl, refuseOldVersion)
  return { serverUrl, ownerUrl, stop: async () => {} }
}
