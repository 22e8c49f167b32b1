import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../../cannot-start.ts'

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
 * PostgreSQL itself refuses to start in the last two.
 */
export const awaitFreeFolder = async (dataFolder: string): Promise<void> => {
  const started = performance.now()
  for (;;) {
    const found = readPostmaster(dataFolder)
    if (found === undefined) return
    if (!isPostgres(found.pid, dataFolder)) return rmSync(fileOf(dataFolder), { force: true })
    const waited = performance.now() - started
    // One that outlives its parent is told at once and says `stopping`; one that stays `ready` has a living parent.
    if (waited > (found.status === 'ready' ? 2_000 : 60_000)) throw inUse(found.pid)
    await pause(50)
  }
}
