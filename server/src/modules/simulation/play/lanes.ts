import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import { settableClock } from '../../../time/clock.ts'
import { instantOf, type Lane } from '../story.ts'

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

/**
 * Lanes with a connection each. Their commits do not wait for the disk: a month that was cut short by a power cut is made anew or refused anyway,
 * and waiting takes two thirds of the time.
 * Trap: desks are told a moment after a step, in a transaction of its own. When that moment comes after the lane, its connection is somebody else's.
 */
export const inLanes = async (app: App, count: number, at: number, work: (lanes: readonly Lane[]) => Promise<void>): Promise<void> => {
  const opened: Lane[] = []
  const openNext = (): Promise<void> =>
    opened.length === count
      ? work(opened)
      : app.database.connection().execute(async (database) => {
          await sql`set synchronous_commit = off`.execute(database)
          const clock = settableClock(instantOf(at))
          // Where real people call, nobody may let a simulated call ring; real people come when the month is over.
          const own: Mutable<App> = { ...app, database, clock, config: { ...app.config, production: false } }
          opened.push({ app: own, clock })
          try {
            await openNext()
          } finally {
            own.database = app.database
            // Waits for whatever runs on this connection.
            await sql`reset synchronous_commit`.execute(database)
          }
        })
  await openNext()
}
