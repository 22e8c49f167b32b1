import type { KnowledgeType } from '@open12345/domain/vocabulary'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { keepEntry } from './search/index.ts'
import type { KnowledgeTables } from './tables.ts'

/** A version as its owner provides it. */
export type NewVersion = {
  readonly itemId: string
  readonly title: string
  readonly body: string
  readonly keywords: readonly string[]
  readonly owner: { readonly unitId: string; readonly name: string }
  readonly source: string
  readonly validOnFrom: Temporal.PlainDate
  readonly validOnTo: Temporal.PlainDate | null
  readonly reviewOn: Temporal.PlainDate
  readonly type?: KnowledgeType
  readonly variants?: readonly string[]
  readonly documentNumber?: string | null
  readonly article?: string | null
  readonly region?: string | null
  readonly writtenBy?: string | null
}

/** Publishes a new version in place of the one before it, which stays as it was told. Answers its number. @clause 16c */
export const publishVersion = async (tx: Tx, app: App, item: NewVersion): Promise<number> => {
  const at = app.clock.now()
  const { authorityId } = app.config
  const tables = tx.withTables<KnowledgeTables>()
  const before = await tables
    .selectFrom('knowledge_item')
    .select('version')
    .where('item_id', '=', item.itemId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tables
    .updateTable('knowledge_item')
    .set({ superseded_at: at })
    .where('item_id', '=', item.itemId)
    .where('superseded_at', 'is', null)
    .execute()
  const version = (before?.version ?? 0) + 1
  await tables
    .insertInto('knowledge_item')
    .values({
      authority_id: authorityId,
      item_id: item.itemId,
      version,
      title: item.title,
      body: item.body,
      keywords: [...item.keywords],
      owner_unit_id: item.owner.unitId,
      owner_name: item.owner.name,
      source: item.source,
      valid_on_from: item.validOnFrom,
      valid_on_to: item.validOnTo,
      status: 'published',
      published_at: at,
      superseded_at: null,
      type: item.type ?? 'guide',
      variants: [...(item.variants ?? [])],
      document_number: item.documentNumber ?? null,
      article: item.article ?? null,
      region: item.region ?? null,
      review_on: item.reviewOn,
      written_by: item.writtenBy ?? null,
      withdrawn_at: null,
      withdrawn_reason: null,
    })
    .execute()
  const { itemId, title, body, keywords, variants = [] } = item
  await keepEntry(tx, { itemId, version, title, body, keywords, variants })
  return version
}
