import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded, type EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { askAt, type Ask } from './ask.ts'
import { databasePid } from './database-pid.ts'
import { processorMs } from './processor-time.ts'

const root = join(import.meta.dirname, '..')

/** The program as it is run, in a process of its own, on an embedded PostgreSQL that forces everything to the disk. */
export type House = {
  readonly ask: Ask
  readonly serverMs: () => number
  readonly databaseMs: () => number
  /** From the start of its process to its first answer. */
  readonly readyAfterMs: number
  readonly close: () => Promise<void>
}

/** `http`: serves only; messages wait in the outbox for a program that sends them. */
export type Roles = 'http' | 'http,jobs'

const environmentFor = (folder: string, port: number, database: EmbeddedDatabase, roles: Roles): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: String(port),
  HOST: '127.0.0.1',
  OPEN12345_DATA: folder,
  DATABASE_URL: database.serverUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  OPEN12345_DEMO: 'off',
  OPEN12345_RATE_LIMITS: 'off',
  OPEN12345_ROLES: roles,
})

export const untilReady = async (child: ChildProcess, ask: Ask): Promise<void> => {
  for (let tries = 0; tries < 6000; tries++) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    const answer = await ask('GET', '/session').catch(() => undefined)
    if (answer !== undefined) return
    await pause(50)
  }
  throw new Error('the server did not answer within five minutes')
}

/** `careless`: nothing is forced to the disk while it is filled. */
export const openDatabase = (folder: string, careless = false): Promise<EmbeddedDatabase> => {
  mkdirSync(folder, { recursive: true })
  return startEmbedded({ dataFolder: join(folder, 'postgres'), logFile: join(folder, 'postgres.log'), careless })
}

export const openHouse = async (folder: string, database: EmbeddedDatabase, port: number, roles: Roles): Promise<House> => {
  const begun = performance.now()
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    env: environmentFor(folder, port, database, roles),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ask = askAt(port)
  await untilReady(server, ask)
  const readyAfterMs = performance.now() - begun
  const postmaster = databasePid(join(folder, 'postgres'))
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
  return { ask, serverMs: () => processorMs(server.pid ?? 0), databaseMs: () => processorMs(postmaster), readyAfterMs, close }
}
