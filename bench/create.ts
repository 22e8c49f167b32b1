import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import type { House } from './house.ts'
import { create, seatFor, seatLogins, type People } from './lifecycle.ts'
import { measure, type Measured } from './measure.ts'
import type { OneCreate } from './one-create.ts'
import { runRaw } from './statements.ts'

type Create = {
  readonly house: House
  readonly one: OneCreate
  readonly database: EmbeddedDatabase
  readonly people: People
  readonly seconds: number
  readonly tell: (name: string, measured: Measured | Readonly<Record<string, number>>) => void
}

/** Creating through HTTP beside the same statements with nothing between them, twice each, in turns. */
export const measureCreate = async ({ house, one, database, people, seconds, tell }: Create): Promise<void> => {
  const shares: number[] = []
  for (const _ of [1, 2]) {
    const through = await measure(house, seconds / 2, seatLogins.length, (worker) => create(seatFor(people, worker)))
    const before = house.databaseMs()
    const raw = await runRaw(database.serverUrl, one.statements, one.kept, { seconds: seconds / 2, atOnce: seatLogins.length })
    shares.push(through.perSecond / raw)
    tell('create through HTTP', through)
    tell('create, raw limit', {
      perSecond: raw,
      databaseMsEach: (house.databaseMs() - before) / (raw * (seconds / 2)),
      statements: one.statements.length,
    })
  }
  tell('create, share of the raw limit', { share: shares.reduce((sum, share) => sum + share, 0) / shares.length })
}
