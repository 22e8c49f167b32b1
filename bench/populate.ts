import type { App } from '../server/src/app.ts'
import { assemble } from '../server/src/assembly.ts'
import { readConfig, type Config } from '../server/src/config.ts'
import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { noticesOf } from '../server/src/db/notices.ts'
import { databaseOn, openPool } from '../server/src/db/pool.ts'
import { readSmsSettings } from '../server/src/modules/message/index.ts'
import { loadMonth } from '../server/src/modules/simulation/index.ts'
import { ensurePrefecture } from '../server/src/start/prefecture.ts'
import { prepare } from '../server/src/start/prepare.ts'
import { systemClock } from '../server/src/time/clock.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

const configOf = (folder: string, { serverUrl, ownerUrl }: EmbeddedDatabase): Config =>
  readConfig({ OPEN12345_DATA: folder, DATABASE_URL: serverUrl, DATABASE_OWNER_URL: ownerUrl, OPEN12345_DEMO: 'on' })

/** The program's parts in this process, for filling the database; ended when `work` is done. */
export const withApp = async <T>(folder: string, database: EmbeddedDatabase, work: (app: App) => Promise<T>): Promise<T> => {
  const config = configOf(folder, database)
  const pool = openPool({ url: database.serverUrl, max: 12 })
  const owner = openPool({ url: database.ownerUrl, max: 2 })
  const notices = noticesOf(database.serverUrl)
  try {
    const keyring = await prepare(config, systemClock, pool, owner)
    return await work({ config, database: databaseOn(pool), notices, clock: systemClock, keyring, log: quiet })
  } finally {
    await notices.close()
    await Promise.all([pool.end(), owner.end()])
  }
}

/** The prefecture, its people, and some days of orders that the program itself has made; answers how many. */
export const populate = (folder: string, database: EmbeddedDatabase, days: number): Promise<number> =>
  withApp(folder, database, async (app) => {
    await ensurePrefecture(app)
    const { modules } = assemble(readSmsSettings({}))
    const { orders } = await loadMonth(app, modules, { until: systemClock.now().epochMilliseconds, days, perDay: 50, seed: 12_345 })
    return orders
  })
