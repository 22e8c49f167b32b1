import { sql, type Kysely, type Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Tx = Transaction<Schema>

/** Runs `work` in one transaction as `actor`: the settings that row-level security reads live and die with the transaction. */
export const asActor = <T>(database: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await sql`select set_config('app.authority', ${actor.authorityId}, true), set_config('app.scope', ${actor.scope}, true),
      set_config('app.account', ${actor.accountId ?? ''}, true), set_config('app.units', ${actor.unitIds.join(',')}, true),
      set_config('app.unit_path', ${actor.unitPathIds.join(',')}, true), set_config('app.order', ${actor.orderId ?? ''}, true),
      set_config('app.requesters', ${(actor.requesterIds ?? []).join(',')}, true)`.execute(tx)
    return work(tx)
  })
