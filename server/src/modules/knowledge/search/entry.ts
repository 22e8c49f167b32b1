import { entryOf, termNumber, type Searched } from '@open12345/language/retrieval'
import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import { systemActor } from '../../../db/actor.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import type { KnowledgeTables } from '../tables.ts'

/** Raised with every change of how an item is read: entries of an older number are made anew. */
const reading = 1

type Told = Searched & { readonly itemId: string; readonly version: number }

/** What a published version is found by, kept with its publication. @clause 17b */
export const keepEntry = async (tx: Tx, { itemId, version, ...searched }: Told): Promise<void> => {
  const { terms, signs } = entryOf(searched)
  const numbers = [...new Set(terms.map(termNumber))].toSorted((one, other) => one - other)
  await sql`select app.keep_knowledge_entry(${itemId}, ${version}, ${reading}, ${signs}, ${numbers}::integer[])`.execute(tx)
}

const atOnce = 200

/** Items published before this program knew how to read them. */
export const readAnew = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const { rows } = await sql<KnowledgeTables['knowledge_item']>`
      select k.* from knowledge_item k
      where k.authority_id = app.authority() and k.superseded_at is null and k.status = 'published'
        and not exists (select from knowledge_entry e
          where e.authority_id = k.authority_id and e.item_id = k.item_id and e.version = k.version and e.reading = ${reading})
      order by k.item_id limit ${atOnce}`.execute(tx)
    for (const { item_id: itemId, version, title, variants, keywords, body } of rows)
      await keepEntry(tx, { itemId, version, title, variants, keywords, body })
  })
