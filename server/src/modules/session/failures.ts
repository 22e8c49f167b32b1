import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'

const lockAfter = 5
export const lockMinutes = 15

/** Under a key: people type passwords into the field for the login. */
const loginHash = ({ keyring }: App, login: string): Buffer => keyring.keyedHash('session', `login/${login}`)

export type Attempt = { readonly locked: false } | { readonly locked: true; readonly minutes: number }

/**
 * Counts the attempt as failed before the password is looked at, and success takes it back: so many guesses at the same moment are no more guesses.
 * A login that nobody has is counted and locked all the same. While locked nothing is counted, else a lock could be kept up from outside.
 */
export const countAttempt = async (tx: Tx, app: App, login: string): Promise<Attempt> => {
  const now = app.clock.now()
  const since = now.subtract({ minutes: lockMinutes })
  const hash = loginHash(app, login)
  const counted = await sql`insert into sign_in_failure as f (authority_id, login_hash, failures, failed_at)
    values (${app.config.authorityId}, ${hash}, 1, ${now})
    on conflict (authority_id, login_hash) do update
      set failures = case when f.failed_at <= ${since}::timestamptz then 1 else f.failures + 1 end, failed_at = excluded.failed_at
      where f.failures < ${lockAfter} or f.failed_at <= ${since}::timestamptz
    returning failures`.execute(tx)
  if (counted.rows.length > 0) return { locked: false }
  const row = await tx.selectFrom('sign_in_failure').select('failed_at').where('login_hash', '=', hash).executeTakeFirst()
  const left = row === undefined ? 0 : now.until(row.failed_at.add({ minutes: lockMinutes })).total('minutes')
  return { locked: true, minutes: Math.max(1, Math.ceil(left)) }
}

export const forgetFailures = async (tx: Tx, app: App, login: string): Promise<void> => {
  await tx.deleteFrom('sign_in_failure').where('login_hash', '=', loginHash(app, login)).execute()
}
