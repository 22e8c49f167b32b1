import { collectDefaultMetrics, Registry } from 'prom-client'
import type { App } from './app.ts'
import { assemble, type Assembly } from './assembly.ts'
import { departmentPort, readDepartmentKeys } from './modules/department-query/index.ts'
import { readSmsSettings } from './modules/message/index.ts'
import { modelOverHttp, readModelSettings } from './modules/model/index.ts'
import { orSay } from './cannot-start.ts'
import { readConfig, type Config } from './config.ts'
import { missingMigrations } from './db/migrate.ts'
import { noticesOf } from './db/notices.ts'
import { databaseOn, openPool } from './db/pool.ts'
import { buildServer } from './http/server.ts'
import { every, jobsAtOnce, type Loop } from './jobs/every.ts'
import { demonstrate } from './start/demonstration.ts'
import { housekeeping } from './start/housekeeping.ts'
import { openLog } from './start/log.ts'
import { openDatabase } from './start/open-database.ts'
import { portRefusal, probePort } from './start/port.ts'
import { ensurePrefecture } from './start/prefecture.ts'
import { prepare } from './start/prepare.ts'
import { welcome } from './start/welcome.ts'
import { systemClock } from './time/clock.ts'

/** What was brought up, taken down in the opposite order. */
type Running = AsyncDisposableStack

const connections = 20

export const openApp = async (
  running: Running,
  config: Config,
): Promise<{ readonly app: App; readonly isMigrated: () => Promise<boolean> }> => {
  const clock = systemClock
  const log = openLog(config, clock)
  const { serverUrl, ownerUrl, stop } = await openDatabase(config, log)
  running.defer(stop)
  const lost = (error: Error): void => log.warn({ name: error.name }, 'a database connection was lost')
  const pool = openPool({ url: serverUrl, max: connections, onError: lost, isImpatient: true })
  running.defer(() => pool.end())
  const owner = ownerUrl === undefined ? undefined : openPool({ url: ownerUrl, max: 2, name: 'open12345 owner', onError: lost })
  const keyring = await prepare(config, clock, pool, owner).finally(() => owner?.end())
  const notices = noticesOf(serverUrl)
  running.defer(notices.close)
  const app = { config, database: databaseOn(pool), notices, clock, keyring, log }
  return { app, isMigrated: async () => (await missingMigrations(pool)).length === 0 }
}

const startJobs = (running: Running, app: App, { modules }: Assembly): readonly Loop[] => {
  const jobs = [...housekeeping, ...modules.flatMap(({ jobs: own = [] }) => own)]
  const turn = jobsAtOnce(connections)
  const loops = jobs.map((job) => every(app, job, turn))
  running.defer(async () => void (await Promise.all(loops.map(({ stop }) => stop()))))
  return loops
}

const serve = async (
  running: Running,
  app: App,
  { modules, gate }: Assembly,
  loops: readonly Loop[],
  isMigrated: () => Promise<boolean>,
): Promise<void> => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const checks = {
    database: isMigrated,
    keys: async () => app.keyring.unwrap(app.keyring.newDataKey().wrapped).length > 0,
    jobs: async () => loops.every(({ isAlive }) => isAlive()),
  }
  const server = await buildServer({ app, modules, gate, checks, registry })
  running.defer(() => server.close())
  const { host, port } = app.config
  await server.listen({ host, port }).catch((error: unknown) => {
    throw portRefusal(error, host, port)
  })
}

/** The first signal stops in good order; those that follow (a terminal's and its parent's) change nothing. */
const untilStopped = async (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  // Started by scripts/run.mjs: when that is killed we go too.
  process.on('disconnect', () => resolve())
  process.channel?.unref()
  await promise
  process.stdout.write('\n正在停止 stopping …\n')
}

/** For work that takes a minute: whoever stops the program does not wait for its end. */
const signalOf = (stopped: Promise<void>): AbortSignal => {
  const controller = new AbortController()
  void stopped.then(() => controller.abort())
  return controller.signal
}

export const run = async (config: Config): Promise<void> => {
  if (config.roles.http) await probePort(config.host, config.port)
  const model = readModelSettings(process.env)
  const assembly = assemble(readSmsSettings(process.env), {
    departments: departmentPort(readDepartmentKeys(process.env)),
    model: model && modelOverHttp(model),
  })
  const stopped = untilStopped()
  await using running = new AsyncDisposableStack()
  const { app, isMigrated } = await openApp(running, config)
  process.stdout.write(await ensurePrefecture(app))
  const accounts = await demonstrate(app, assembly.demonstration, signalOf(stopped))
  const stopHearing = assembly.hear(app)
  running.defer(async () => stopHearing())
  const loops = config.roles.jobs ? startJobs(running, app, assembly) : []
  if (config.roles.http) await serve(running, app, assembly, loops, isMigrated)
  process.stdout.write(welcome(config, accounts, await assembly.firstAdministratorLink(app)))
  await stopped
}

if (import.meta.main) await orSay(() => run(readConfig(process.env)))
