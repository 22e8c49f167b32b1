import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../../cannot-start.ts'
import { readyBinaries } from './binaries.ts'
import { awaitFreeFolder, readPostmaster } from './postmaster-file.ts'
import { runAs, type RunAs } from './run-as.ts'

export type LaunchOptions = {
  readonly dataFolder: string
  readonly logFile: string
  readonly settings?: Readonly<Record<string, string | number>>
  /** For tests: nothing is forced to the disk. */
  readonly careless?: boolean
}
export type Postgres = { readonly socketFolder: string; readonly port: number; readonly stop: () => Promise<void> }

const port = 5432
const environment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }

const house: Readonly<Record<string, string | number>> = {
  listen_addresses: '',
  port,
  max_connections: 100,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: 1.1,
  wal_compression: 'on',
  max_wal_size: '2GB',
  // Trap: the just-in-time compiler costs more than the short statements that we run.
  jit: 'off',
  timezone: 'UTC',
  // PostgreSQL's log never carries a statement or a value: they hold people's words.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
}
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: 300 }

/** A socket's path holds 107 bytes: a folder that is deeper gets its socket in a private temporary one. */
const socketFolderFor = (dataFolder: string, as: RunAs): string => {
  if (Buffer.byteLength(join(dataFolder, `.s.PGSQL.${port}.lock`)) < 107) return dataFolder
  const short = mkdtempSync(join(tmpdir(), 'open12345-'))
  as.own(short)
  return short
}

const command = (as: RunAs, program: string, args: readonly string[]): readonly [string, string[]] => {
  const [first = program, ...rest] = [...as.wrap, program, ...args]
  return [first, rest]
}

const initialise = (native: string, as: RunAs, { dataFolder, careless: fast }: LaunchOptions): void => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  as.own(dataFolder)
  // Trap: with the plain C locale Chinese letters are no letters to PostgreSQL; the builtin C.UTF-8 knows them and never changes its order.
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8', '--lc-collate=C']
  const access = ['-U', 'postgres', '--auth-local=trust', '--auth-host=scram-sha-256']
  const args = ['-D', dataFolder, ...access, ...locale, ...(fast ? ['--no-sync'] : [])]
  const done = spawnSync(...command(as, join(native, 'bin', 'initdb'), args), { env: environment, encoding: 'utf8', cwd: '/' })
  if (done.status === 0) return
  rmSync(dataFolder, { recursive: true, force: true })
  throw new CannotStart('内置数据库无法初始化。', 'The embedded database could not be initialised.', `${done.error ?? done.stderr}`.trim())
}

const whenReady = async (child: ChildProcess, { dataFolder, logFile }: LaunchOptions): Promise<void> => {
  const started = performance.now()
  for (;;) {
    const found = readPostmaster(dataFolder)
    if (found?.pid === child.pid && found?.status === 'ready') return
    if (child.exitCode !== null || child.signalCode !== null || performance.now() - started > 120_000) {
      child.kill('SIGINT')
      throw new CannotStart(`内置数据库没有启动，原因见 ${logFile}。`, `The embedded database did not start; ${logFile} says why.`)
    }
    await pause(10)
  }
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })

/** Runs the PostgreSQL that comes with the program; it is reached through a socket only, never through the network. */
export const launchPostgres = async (options: LaunchOptions): Promise<Postgres> => {
  const dataFolder = resolve(options.dataFolder)
  const native = readyBinaries()
  const as = runAs(native, dataFolder)
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) initialise(native, as, { ...options, dataFolder })
  await awaitFreeFolder(dataFolder)

  const socketFolder = socketFolderFor(dataFolder, as)
  const settings = { ...house, ...(options.careless ? careless : {}), unix_socket_directories: socketFolder, ...options.settings }
  const args = ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const log = openSync(options.logFile, 'a', 0o600)
  // Trap: `detached`, or the terminal's Ctrl-C reaches PostgreSQL before the server has finished with it.
  const child = spawn(...command(as, join(native, 'bin', 'postgres'), args), {
    env: environment,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  })
  await whenReady(child, { ...options, dataFolder })
  const stop = async (): Promise<void> => {
    await stopped(child)
    if (socketFolder !== dataFolder) rmSync(socketFolder, { recursive: true, force: true })
  }
  return { socketFolder, port, stop }
}
