import { readConfig, type Config } from '../server/src/config.ts'
import type { App } from '../server/src/app.ts'
import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { noticesOf } from '../server/src/db/notices.ts'
import { databaseOn, openPool } from '../server/src/db/pool.ts'
import { loadDemonstrationAccounts } from '../server/src/modules/accounts/index.ts'
import { loadDemonstrationContacts, loadOrganisation } from '../server/src/modules/organisation/index.ts'
import { prepare } from '../server/src/start/prepare.ts'
import { systemClock } from '../server/src/time/clock.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

const configOf = (folder: string, { serverUrl, ownerUrl }: EmbeddedDatabase): Config =>
  readConfig({ OPEN12345_DATA: folder, DATABASE_URL: serverUrl, DATABASE_OWNER_URL: ownerUrl, OPEN12345_DEMO: 'on' })

/** The program's parts in this process, for filling the database; ended when `work` is done. */
export const withApp = async <T>(folder: string, database: EmbeddedDatabase, work: (app: App) => Promise<T>): Promise<T> => {
  const config = configOf(folder, database)
  const pool = openPool({ url: database.serverUrl, max: 4 })
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

/** Units, places and the demonstration's people: whoever signs in below. */
export const populate = (folder: string, database: EmbeddedDatabase): Promise<void> =>
  withApp(folder, database, async (app) => {
    await loadOrganisation(app)
    await loadDemonstrationContacts(app)
    await loadDemonstrationAccounts(app)
  })
