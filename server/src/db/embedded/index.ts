import { Client } from 'pg'
import { launchPostgres, type LaunchOptions, type Postgres } from './launch.ts'

export type EmbeddedDatabase = {
  /** Superuser; used for making roles and databases only. */
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly serverUrl: string
  readonly stop: () => Promise<void>
}

const urlOf = ({ socketFolder, port }: Postgres, user: string, database: string): string =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(socketFolder)}&port=${port}`

const rolesAndDatabase = [
  [`select from pg_roles where rolname = 'open12345_owner'`, 'create role open12345_owner login'],
  [`select from pg_roles where rolname = 'open12345_server'`, 'create role open12345_server login nobypassrls'],
  [`select from pg_database where datname = 'open12345'`, 'create database open12345 owner open12345_owner'],
] as const

const ensureRoles = async (adminUrl: string): Promise<void> => {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    for (const [exists, create] of rolesAndDatabase) if ((await admin.query(exists)).rowCount === 0) await admin.query(create)
  } finally {
    await admin.end()
  }
}

/** The embedded PostgreSQL with its two logins and its database. */
export const startEmbedded = async (options: LaunchOptions): Promise<EmbeddedDatabase> => {
  const postgres = await launchPostgres(options)
  const adminUrl = urlOf(postgres, 'postgres', 'postgres')
  try {
    await ensureRoles(adminUrl)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  return {
    adminUrl,
    ownerUrl: urlOf(postgres, 'open12345_owner', 'open12345'),
    serverUrl: urlOf(postgres, 'open12345_server', 'open12345'),
    stop: postgres.stop,
  }
}
