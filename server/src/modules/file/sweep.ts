import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { madeAt } from '../../db/ids.ts'
import { asActor } from '../../db/transaction.ts'
import { folderStore } from './folder-store.ts'
import type { FileTables } from './tables.ts'

const kept = Temporal.Duration.from({ hours: 24 })
/** Bytes without a row are looked for among those of the last days only: older ones were looked at on those days. */
const lookedAt = Temporal.Duration.from({ hours: 24 * 8 })
const idLength = 36

/**
 * Throws away what nobody bound within a day: the rows of such files and their bytes, and bytes whose row was never written. Answers how many
 * rows went.
 */
export const sweepFiles = async (app: App): Promise<number> => {
  const store = folderStore(app.config)
  const before = app.clock.now().subtract(kept)
  const since = app.clock.now().subtract(lookedAt)
  const swept = await asActor(app.database, systemActor(app.config.authorityId), (tx) =>
    tx
      .withTables<FileTables>()
      .deleteFrom('file')
      .where('order_id', 'is', null)
      .where('created_at', '<', before)
      // What is attached to an item stays with its version.
      .where(
        sql<boolean>`not exists (select from knowledge_attachment a where a.authority_id = file.authority_id and a.file_id = file.file_id)`,
      )
      .returning('file_id')
      .execute(),
  )
  for (const { file_id: id } of swept) await store.remove(id)

  const old = (await store.ids()).filter((name) => {
    const made = madeAt(name.slice(0, idLength))
    return Temporal.Instant.compare(since, made) <= 0 && Temporal.Instant.compare(made, before) < 0
  })
  for (const name of await withoutRow(app, old)) await store.remove(name)
  return swept.length
}

const atOnce = 1000

const withoutRow = async (app: App, names: readonly string[]): Promise<readonly string[]> => {
  const orphans: string[] = []
  for (let start = 0; start < names.length; start += atOnce) {
    const some = names.slice(start, start + atOnce)
    const { rows } = await asActor(app.database, systemActor(app.config.authorityId), (tx) =>
      sql<{
        id: string
      }>`select file_id::text as id from file where file_id = any(${some.map((name) => name.slice(0, idLength))}::uuid[])`.execute(tx),
    )
    const known = new Set(rows.map(({ id }) => id))
    // A name with an ending is a write that never finished.
    orphans.push(...some.filter((name) => name.length > idLength || !known.has(name)))
  }
  return orphans
}
