import type { Decision } from '@open12345/domain/kernel'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Tx = Transaction<Schema>

/** Runs `work` in one transaction as `actor`: the settings that row-level security reads live and die with the transaction. */
export const asActor = <T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (tx) => {
    // Not waited for: pipelined, what follows is answered after it.
    const settings = sql`select set_config('app.authority', ${actor.authorityId}, true), set_config('app.scope', ${actor.scope}, true),
      set_config('app.account', ${actor.accountId ?? ''}, true), set_config('app.units', ${actor.unitIds.join(',')}, true),
      set_config('app.unit_path', ${actor.unitPathIds.join(',')}, true), set_config('app.order', ${actor.orderId ?? ''}, true),
      set_config('app.requesters', ${(actor.requesterIds ?? []).join(',')}, true)`.execute(tx)
    const [, done] = await Promise.all([settings, work(tx)])
    return done
  })

/** Carries a refusal out of the transaction, so that nothing of a refused command stays. */
class RolledBack extends Error {
  readonly decision: Decision<never>
  constructor(decision: Decision<never>) {
    super('refused')
    this.decision = decision
  }
}

/** A command: one transaction, rolled back when the answer is a refusal. */
export const decideAs = async <T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<Decision<T>>): Promise<Decision<T>> => {
  try {
    return await asActor(database, actor, async (tx) => {
      const decision = await work(tx)
      if (!decision.ok) throw new RolledBack(decision)
      return decision
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.decision
    throw error
  }
}
