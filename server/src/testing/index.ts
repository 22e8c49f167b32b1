import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Client, type Pool } from 'pg'
import type { App } from '../app.ts'
import { assemble } from '../assembly.ts'
import { readSmsSettings } from '../modules/message/index.ts'
import { readConfig, type Config } from '../config.ts'
import { noticesOf } from '../db/notices.ts'
import { databaseOn, openPool } from '../db/pool.ts'
import type { Gate } from '../http/access.ts'
import type { Mounted } from '../http/mount.ts'
import { buildServer } from '../http/server.ts'
import { keyringOf } from '../keys/file-keyring.ts'
import { settableClock, type SettableClock } from '../time/clock.ts'
import { onDatabase, readCluster, templateName } from './cluster-address.ts'

export type TestApp = {
  readonly app: App
  readonly server: FastifyInstance
  readonly clock: SettableClock
  /** The owner's login, for arranging and asserting past row-level security. */
  readonly owner: Pool
  readonly serverUrl: string
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}
export type TestAppOptions = {
  /** RFC 3339; a Monday morning unless told. */
  readonly at?: string
  readonly modules?: readonly Mounted[]
  readonly gate?: Gate
  readonly config?: Partial<Config>
}

/** The same keys in every run: a test that fails can be run again. */
const testKeys = keyringOf({
  current: 't1',
  masters: { t1: Buffer.alloc(16, 1).toString('base64') },
  lookup: Buffer.alloc(32, 2).toString('base64'),
})
const silent = { info: () => {}, warn: () => {}, error: () => {} }
export const firstMorning = '2026-03-02T09:00:00+08:00'

const asAdmin = async (statement: string): Promise<void> => {
  const admin = new Client({ connectionString: readCluster().adminUrl })
  admin.on('error', () => {})
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

export type TestDatabase = { readonly ownerUrl: string; readonly serverUrl: string; readonly drop: () => Promise<void> }

/** A database of its own: a clone of the migrated template, or one with nothing in it. */
export const testDatabase = async (template: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> => {
  const { ownerUrl, serverUrl, ownerName, strategy } = readCluster()
  const name = `test_${randomBytes(8).toString('hex')}`
  // Trap: a clone belongs to whoever clones it, and schema public to the database's owner.
  await asAdmin(
    `create database ${name} owner "${ownerName}" template ${template === 'empty' ? 'template0' : templateName} strategy ${strategy}`,
  )
  return {
    ownerUrl: onDatabase(ownerUrl, name),
    serverUrl: onDatabase(serverUrl, name),
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  }
}

/** As the program is assembled with the SMS simulator. */
export const assembly = assemble(readSmsSettings({}))

/** The program on a database of its own, with a clock that the test sets; the server is asked through `inject`. */
export const testApp = async ({ at = firstMorning, modules, gate, config }: TestAppOptions = {}): Promise<TestApp> => {
  const { ownerUrl, serverUrl, drop } = await testDatabase()
  const owner = openPool({ url: ownerUrl, max: 2 })
  const pool = openPool({ url: serverUrl, max: 5 })
  const clock = settableClock(Temporal.Instant.from(at))
  const app: App = {
    config: { ...readConfig({ NODE_ENV: 'test', OPEN12345_RATE_LIMITS: 'off' }), ...config },
    database: databaseOn(pool),
    notices: noticesOf(serverUrl),
    clock,
    keyring: testKeys,
    log: { ...silent },
  }
  const server = await buildServer({ app, modules: modules ?? assembly.modules, gate: gate ?? assembly.gate })
  await server.ready()
  const close = async (): Promise<void> => {
    await server.close()
    await app.notices.close()
    await Promise.all([pool.end(), owner.end()])
    await drop()
  }
  return { app, server, clock, owner, serverUrl, ownerUrl, close }
}
