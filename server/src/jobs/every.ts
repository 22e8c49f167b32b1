import { sql } from 'kysely'
import type { App } from '../app.ts'
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

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Never twice at a time; a failure, the loss of the database included, is logged and the next look comes as usual. */
const attempt = async (app: App, job: Job): Promise<void> => {
  try {
    await runOnce(app, job)
  } catch (error) {
    const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: undefined }
    app.log.error({ job: job.name, name, code: codeOf(error), stack }, 'job failed')
  }
}

export const every = (app: App, name: string, everyMs: number, work: Job['work']): Loop => {
  let stopping = false
  let woken = false
  let endPause = (): void => {}
  let lookedAt = performance.now()

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopping) return resolve()
      const timer = setTimeout(resolve, everyMs)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    while (!stopping) {
      woken = false
      await attempt(app, { name, everyMs, work })
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
