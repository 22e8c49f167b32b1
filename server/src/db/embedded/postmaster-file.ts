import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../../cannot-start.ts'
import { port } from './settings.ts'

type Postmaster = { readonly pid: number; readonly socketFolder: string; readonly status: string }

const fileOf = (dataFolder: string): string => join(dataFolder, 'postmaster.pid')

/** What PostgreSQL writes about itself into its folder; undefined when it does not run. */
export const readPostmaster = (dataFolder: string): Postmaster | undefined => {
  try {
    const lines = readFileSync(fileOf(dataFolder), 'utf8').split('\n')
    return { pid: Number(lines[0]), socketFolder: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** In the folder that is the socket's too; a stranger may have got the number in it as well. */
const socketLockOf = (dataFolder: string): string => join(dataFolder, `.s.PGSQL.${port}.lock`)

const isPostgres = (pid: number, dataFolder: string): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes('postgres') && command.includes(dataFolder)
  } catch {
    return false
  }
}

/** The PostgreSQL that another process of ours keeps up in this folder. */
export const runningPostmaster = (dataFolder: string): Postmaster | undefined => {
  const found = readPostmaster(dataFolder)
  return found?.status === 'ready' && isPostgres(found.pid, dataFolder) ? found : undefined
}

const inUse = (pid: number): CannotStart =>
  new CannotStart(`数据库目录正被另一个进程（${pid}）使用。`, `The database folder is in use by another process (${pid}).`)

/**
 * After kill -9 or a power cut the file may name a process that is gone, is still shutting down, or whose number now belongs to a stranger:
 * PostgreSQL itself refuses to start in the last two, and on one that is dead and not yet buried. What of it still lives and works holds its
 * shared memory, which PostgreSQL looks for without these files.
 */
export const awaitFreeFolder = async (dataFolder: string): Promise<void> => {
  const started = performance.now()
  for (;;) {
    const found = readPostmaster(dataFolder)
    if (found === undefined || !isPostgres(found.pid, dataFolder)) {
      for (const left of [fileOf(dataFolder), socketLockOf(dataFolder)]) rmSync(left, { force: true })
      return
    }
    const waited = performance.now() - started
    // One that outlives its parent is told at once and says `stopping`; one that stays `ready` has a living parent.
    if (waited > (found.status === 'ready' ? 2_000 : 60_000)) throw inUse(found.pid)
    await pause(50)
  }
}
