import { sql } from 'kysely'
import type { App } from '../app.ts'
import { factsOfFault } from '../fault.ts'
import { inTurn, type Turn } from '../turns.ts'
import type { Job } from './job.ts'

export type Loop = {
  readonly name: string
  /** Looks now instead of at the end of the pause. */
  readonly wake: () => void
  /** Ends after the work that is under way. */
  readonly stop: () => Promise<void>
  readonly isAlive: () => boolean
}

const lockOf = (name: string) => sql`hashtextextended(${`open12345.job.${name}`}, 0)`

/**
 * Does the job's work if no other process is at it, and tells whether it did. The lock belongs to the connection: a process that dies lets go.
 * Tests call this; the program calls it from `every`.
 */
export const runOnce = (app: App, { name, work }: Pick<Job, 'name' | 'work'>): Promise<boolean> =>
  app.database.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${lockOf(name)}) as taken`.execute(connection)
    if (rows[0]?.taken !== true) return false
    try {
      await work(app)
      return true
    } finally {
      await sql`select pg_advisory_unlock(${lockOf(name)})`.execute(connection)
    }
  })

/**
 * Trap: whoever works holds one connection for the lock and needs others for the work. If every job could hold one, all connections would be
 * locks, and nobody could work.
 */
export const jobsAtOnce = (connections: number): Turn => inTurn(Math.max(1, Math.floor(connections / 3)))

/** Never twice at a time; a failure, the loss of the database included, is logged and tried again. Tells whether it went well. */
const attempt = async (app: App, job: Job, turn: Turn, isStopping: () => boolean): Promise<boolean> => {
  try {
    await turn(async () => void (isStopping() || (await runOnce(app, job))))
    return true
  } catch (error) {
    app.log.error({ job: job.name, ...factsOfFault(error) }, 'job failed')
    return false
  }
}

const firstRetryMs = 1_000

export const every = (app: App, job: Job, turn: Turn): Loop => {
  const { name, everyMs } = job
  let stopping = false
  let woken = false
  let failures = 0
  let endPause = (): void => {}
  let lookedAt = performance.now()

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopping) return resolve()
      // After a failure sooner than usual, then ever less so.
      const ms = failures === 0 ? everyMs : Math.min(everyMs, firstRetryMs * 2 ** (failures - 1))
      const timer = setTimeout(resolve, ms)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false
      failures = (await attempt(app, job, turn, () => stopping)) ? 0 : failures + 1
      lookedAt = performance.now()
      await pause()
    }
  }
  const ended = run()
  return {
    name,
    wake: () => {
      woken = true
      endPause()
    },
    stop: async () => {
      stopping = true
      endPause()
      await ended
    },
    isAlive: () => performance.now() - lookedAt < everyMs * 3 + 60_000,
  }
}
