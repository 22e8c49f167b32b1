import type { Config } from './config.ts'
import type { Notices } from './db/notices.ts'
import type { Database } from './db/transaction.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Clock } from './time/clock.ts'

/** Codes, ids and counts only; never a word that somebody typed. */
type Write = (facts: Readonly<Record<string, unknown>>, sentence: string) => void
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write }

/** What every module may use of the outside world. */
export type App = {
  readonly config: Config
  readonly database: Database
  /** Ears on PostgreSQL's NOTIFY; what is told there is a hint to look, never the matter itself. */
  readonly notices: Notices
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: Log
}
