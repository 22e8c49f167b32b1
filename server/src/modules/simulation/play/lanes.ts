import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import { settableClock } from '../../../time/clock.ts'
import { instantOf, type Lane } from '../story.ts'

/**
 * Lanes with a connection each. Their commits do not wait for the disk: a month that was cut short by a power cut is made anew or refused anyway,
 * and waiting takes two thirds of the time.
 */
export const inLanes = async (app: App, count: number, at: number, work: (lanes: readonly Lane[]) => Promise<void>): Promise<void> => {
  const opened: Lane[] = []
  const openNext = (): Promise<void> =>
    opened.length === count
      ? work(opened)
      : app.database.connection().execute(async (database) => {
          await sql`set synchronous_commit = off`.execute(database)
          try {
            const clock = settableClock(instantOf(at))
            // Where real people call, nobody may let a simulated call ring; real people come when the month is over.
            opened.push({ app: { ...app, database, clock, config: { ...app.config, production: false } }, clock })
            await openNext()
          } finally {
            await sql`reset synchronous_commit`.execute(database)
          }
        })
  await openNext()
}
