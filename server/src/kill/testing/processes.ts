import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const read = (work: () => string): string => {
  try {
    return work()
  } catch {
    return ''
  }
}

const pids = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

/** PostgreSQL's processes live in their data folder; their command line names it only in the first of them. */
const livesIn = (pid: number, folder: string): boolean =>
  read(() => readlinkSync(`/proc/${pid}/cwd`)).startsWith(folder) ||
  read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).includes(folder)

/** Everything that runs in or on the folder; a process that has ended and is not buried yet has no command line any more. */
export const processesOn = (folder: string): readonly number[] => pids().filter((pid) => pid !== process.pid && livesIn(pid, folder))

export const postmasterOf = (dataFolder: string): number | undefined => {
  const pid = Number(read(() => readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && livesIn(pid, dataFolder) ? pid : undefined
}

/** Processes that serve connections and the like: PostgreSQL starts all of them anew when one is killed. */
export const backendsOf = (dataFolder: string): readonly number[] => {
  const postmaster = postmasterOf(dataFolder)
  if (postmaster === undefined) return []
  return pids().filter(
    (pid) =>
      read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
        .split(') ')[1]
        ?.split(' ')[1] === String(postmaster),
  )
}

/** False: it was gone already. */
export const killNow = (pid: number | undefined): boolean => {
  if (pid === undefined) return false
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}

/** They were killed, or their parent was, and notice it in a moment. */
export const untilGone = async (gone: readonly number[]): Promise<void> => {
  for (let looks = 0; looks < 1_000 && pids().some((pid) => gone.includes(pid)); looks++) await pause(10)
}
