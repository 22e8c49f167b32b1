import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { startEmbedded } from '../db/embedded/index.ts'
import { migrate } from '../db/migrate.ts'
import { openPool } from '../db/pool.ts'
import { systemClock } from '../time/clock.ts'
import { onDatabase, templateName, writeCluster, type TestCluster } from './cluster-address.ts'
import { roomyFolder } from './roomy-folder.ts'

type Running = { readonly cluster: TestCluster; readonly stop: () => Promise<void> }

/** A run that was killed leaves its folder behind; its name tells whose it was. */
const sweepDead = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^open12345-test-(\d+)-/.exec(name) ?? []
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

const ownCluster = async (): Promise<Running> => {
  const parent = roomyFolder()
  sweepDead(parent)
  const folder = mkdtempSync(join(parent, `open12345-test-${process.pid}-`))
  const database = await startEmbedded({ dataFolder: join(folder, 'postgres'), logFile: join(folder, 'postgres.log'), careless: true })
  return {
    cluster: { ...database, ownerName: 'open12345_owner', strategy: 'file_copy' },
    stop: async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Somebody's PostgreSQL: the login needs CREATEDB and CREATEROLE. The server's role gets a password for this run. */
const outsideCluster = async (ownerUrl: string): Promise<Running> => {
  const password = randomBytes(16).toString('hex')
  const ownerName = await withClient(ownerUrl, async (client) => {
    const known = await client.query(`select from pg_roles where rolname = 'open12345_server'`)
    await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role open12345_server login password '${password}'`)
    // To drop a test's database, which ends the connections that linger there.
    await client.query('grant open12345_server to current_user')
    const { rows } = await client.query<{ name: string }>('select current_user as name')
    return rows[0]?.name ?? ''
  })
  const serverUrl = ownerUrl.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, `$1open12345_server:${password}@`)
  return { cluster: { adminUrl: ownerUrl, ownerUrl, serverUrl, ownerName, strategy: 'wal_log' }, stop: async () => {} }
}

const makeTemplate = async ({ adminUrl, ownerUrl, ownerName, strategy }: TestCluster): Promise<void> => {
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${templateName} with (force)`)
    await client.query(`create database ${templateName} owner "${ownerName}" template template0 strategy ${strategy}`)
  })
  const owner = openPool({ url: onDatabase(ownerUrl, templateName), max: 2 })
  try {
    await migrate(owner, systemClock)
  } finally {
    await owner.end()
  }
}

let running: Running | undefined

/** Vitest calls this once for the whole run. */
export const setup = async (): Promise<void> => {
  const outside = process.env['TEST_DATABASE_OWNER_URL']
  running = outside === undefined || outside === '' ? await ownCluster() : await outsideCluster(outside)
  try {
    await makeTemplate(running.cluster)
  } catch (error) {
    await running.stop()
    throw error
  }
  writeCluster(running.cluster)
}

export const teardown = async (): Promise<void> => {
  await running?.stop()
}
