import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../../cannot-start.ts'
import { readyBinaries } from './binaries.ts'
import { initialise } from './initialise.ts'
import { commandLine, environment, type Installed } from './installed.ts'
import { awaitFreeFolder, readPostmaster } from './postmaster-file.ts'
import { runAs, type RunAs } from './run-as.ts'
import { careless, house, port, type Settings } from './settings.ts'

export type LaunchOptions = {
  readonly dataFolder: string
  readonly logFile: string
  /** For tests: nothing is forced to the disk. */
  readonly careless?: boolean
  /** Told when PostgreSQL went down by itself; it is brought up again. */
  readonly onLost?: () => void
}
export type Postgres = { readonly socketFolder: string; readonly port: number; readonly stop: () => Promise<void> }

/** A socket's path holds 107 bytes: a folder that is deeper gets its socket in a private temporary one. */
const socketFolderFor = (dataFolder: string, as: RunAs): string => {
  if (Buffer.byteLength(join(dataFolder, `.s.PGSQL.${port}.lock`)) < 107) return dataFolder
  const short = mkdtempSync(join(tmpdir(), 'open12345-'))
  as.own(short)
  return short
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (hasEnded(child) ? resolve() : void child.once('exit', () => resolve())))

type Launch = { readonly installed: Installed; readonly dataFolder: string; readonly logFile: string; readonly settings: Settings }

const whenReady = async (child: ChildProcess, { dataFolder, logFile }: Launch): Promise<void> => {
  const started = performance.now()
  for (;;) {
    const found = readPostmaster(dataFolder)
    if (found?.pid === child.pid && found?.status === 'ready') return
    if (hasEnded(child) || performance.now() - started > 120_000) {
      child.kill('SIGINT')
      throw new CannotStart(`内置数据库没有启动，原因见 ${logFile}。`, `The embedded database did not start; ${logFile} says why.`)
    }
    await pause(10)
  }
}

const bringUp = async (launch: Launch): Promise<ChildProcess> => {
  const { installed, dataFolder, logFile, settings } = launch
  await awaitFreeFolder(dataFolder)
  const log = openSync(logFile, 'a', 0o600)
  const args = ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // Trap: `detached`, or the terminal's Ctrl-C reaches PostgreSQL before the server has finished with it.
  const child = spawn(...commandLine(installed, 'postgres', args), {
    env: environment,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  await whenReady(child, launch)
  return child
}

// Its workers need a moment to notice that their parent died, and hold the folder until then.
const bringUpAgain = async (launch: Launch): Promise<ChildProcess> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await bringUp(launch)
    } catch (error) {
      if (attempt === 20) throw error
      await pause(500)
    }
}

/** Keeps PostgreSQL up until stopped. */
const supervise = async (launch: Launch, onLost: () => void): Promise<() => Promise<void>> => {
  let stopping = false
  let child = await bringUp(launch)
  const watch = async (): Promise<void> => {
    for (;;) {
      await ended(child)
      if (stopping) return
      onLost()
      child = await bringUpAgain(launch)
      // Asked to stop while it came up.
      if (stopping) child.kill('SIGINT')
    }
  }
  const watching = watch()
  return async () => {
    stopping = true
    child.kill('SIGINT')
    await watching
  }
}

/** Runs the PostgreSQL that comes with the program; it is reached through a socket only, never through the network. */
export const launchPostgres = async (options: LaunchOptions): Promise<Postgres> => {
  const dataFolder = resolve(options.dataFolder)
  // Others may pass through, not look: PostgreSQL's own user must reach its folder.
  mkdirSync(dirname(dataFolder), { recursive: true, mode: 0o711 })
  const native = readyBinaries()
  const installed = { native, as: runAs(native, dataFolder) }
  initialise(installed, dataFolder, options.careless ?? false)
  const socketFolder = socketFolderFor(dataFolder, installed.as)
  const settings = { ...house, ...(options.careless ? careless : {}), unix_socket_directories: socketFolder }
  const stopServer = await supervise({ installed, dataFolder, logFile: options.logFile, settings }, options.onLost ?? (() => {}))
  const stop = async (): Promise<void> => {
    await stopServer()
    if (socketFolder !== dataFolder) rmSync(socketFolder, { recursive: true, force: true })
  }
  return { socketFolder, port, stop }
}
