import { resolve } from 'node:path'
import { Client } from 'pg'
import { launchPostgres, type LaunchOptions, type Postgres } from './launch.ts'
import { runningPostmaster } from './postmaster-file.ts'
import { port } from './settings.ts'

export type EmbeddedDatabase = {
  /** Superuser; used for making roles and databases only. */
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly serverUrl: string
  readonly stop: () => Promise<void>
}

const urlOf = ({ socketFolder }: Pick<Postgres, 'socketFolder'>, user: string, database: string): string =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(socketFolder)}&port=${port}`

const rolesAndDatabase = [
  [`select from pg_roles where rolname = 'open12345_owner'`, 'create role open12345_owner login'],
  [`select from pg_roles where rolname = 'open12345_server'`, 'create role open12345_server login nobypassrls'],
  [`select from pg_database where datname = 'open12345'`, 'create database open12345 owner open12345_owner'],
] as const

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const ensureRoles = (adminUrl: string): Promise<void> =>
  withClient(adminUrl, async (admin) => {
    for (const [exists, create] of rolesAndDatabase) if ((await admin.query(exists)).rowCount === 0) await admin.query(create)
  })

// Nobody was served yet when it was cut short: there is nothing of anybody's in it.
const dropHalfLoaded = async (adminUrl: string, ownerUrl: string): Promise<void> => {
  const isHalfLoaded = await withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ found: boolean }>(`select to_regclass('public.installation') is not null as found`)
    if (rows[0]?.found !== true) return false
    return (await owner.query(`select from installation where demonstration = 'loading'`)).rowCount === 1
  })
  if (isHalfLoaded) await withClient(adminUrl, (admin) => admin.query('drop database open12345'))
}

/** The embedded PostgreSQL with its two logins and its database. */
export const startEmbedded = async (options: LaunchOptions): Promise<EmbeddedDatabase> => {
  const postgres = await launchPostgres(options)
  const adminUrl = urlOf(postgres, 'postgres', 'postgres')
  const ownerUrl = urlOf(postgres, 'open12345_owner', 'open12345')
  try {
    await ensureRoles(adminUrl)
    await dropHalfLoaded(adminUrl, ownerUrl)
    await ensureRoles(adminUrl)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return { adminUrl, ownerUrl, serverUrl: urlOf(postgres, 'open12345_server', 'open12345'), stop: postgres.stop }
}

/** For the commands beside the server: its running database if there is one, otherwise one brought up for the while. */
export const withEmbeddedOwner = async <T>(options: LaunchOptions, work: (ownerUrl: string) => Promise<T>): Promise<T> => {
  const running = runningPostmaster(resolve(options.dataFolder))
  if (running !== undefined) return work(urlOf(running, 'open12345_owner', 'open12345'))
  const database = await startEmbedded(options)
  try {
    return await work(database.ownerUrl)
  } finally {
    await database.stop()
  }
}
