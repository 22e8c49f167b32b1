import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import type { Database } from './db/transaction.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Clock } from './time/clock.ts'

/** What every module may use of the outside world. */
export type App = {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: FastifyBaseLogger
}
