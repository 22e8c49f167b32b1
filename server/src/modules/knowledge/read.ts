import type { KnowledgeItem } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'
import type { KnowledgeTables } from './tables.ts'

type Row = KnowledgeTables['knowledge_item']

/** 《…》（文号）第几条 */
export const sourceText = ({ source, document_number: number, article }: Pick<Row, 'source' | 'document_number' | 'article'>): string =>
  `${source}${number === null ? '' : `（${number}）`}${article ?? ''}`

const present = (row: Row): KnowledgeItem => ({
  itemId: row.item_id,
  version: row.version,
  title: row.title,
  body: row.body,
  unitName: row.owner_name,
  source: sourceText(row),
  validFrom: row.valid_on_from.toString(),
  validTo: row.valid_on_to?.toString() ?? null,
})

export const isInForce = (row: Pick<Row, 'valid_on_from' | 'valid_on_to'>, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(row.valid_on_from, on) <= 0 &&
  (row.valid_on_to === null || Temporal.PlainDate.compare(on, row.valid_on_to) <= 0)

const current = (tx: Tx) =>
  tx
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_item')
    .selectAll()
    .where('superseded_at', 'is', null)
    .where('status', '=', 'published')

const most = 20

/** Published items in force that answer to `text`, best first; the latest ones where nothing was asked. Finds two characters. @clause 17b */
export const searchKnowledge = async (tx: Tx, text: string, on: Temporal.PlainDate): Promise<readonly KnowledgeItem[]> => {
  if (text.trim() === '') {
    const rows = await current(tx)
      .where('valid_on_from', '<=', on)
      .where((eb) => eb.or([eb('valid_on_to', 'is', null), eb('valid_on_to', '>=', on)]))
      .orderBy('item_id')
      .limit(most)
      .execute()
    return rows.map(present)
  }
  const found = await sql<{ item_id: string }>`select item_id from app.search_knowledge(${text}, ${on}, ${most})`.execute(tx)
  const ids = found.rows.map(({ item_id: id }) => id)
  if (ids.length === 0) return []
  const rows = new Map((await current(tx).where('item_id', 'in', ids).execute()).map((row) => [row.item_id, row]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [present(row)]
  })
}

/** An item as it is told today. */
export const readKnowledge = async (tx: Tx, itemId: string, on: Temporal.PlainDate): Promise<Decision<KnowledgeItem>> => {
  const row = await current(tx).where('item_id', '=', itemId).executeTakeFirst()
  return row !== undefined && isInForce(row, on) ? accept(present(row)) : refuse({ code: 'knowledge.not-found' })
}

/**
 * The version that a seat quotes when it answers directly: the one that is told now, or a refusal. What is stored with the answer is its number,
 * so that what was told can be read again.
 * @clause 11-1
 */
export const quotedItem = async (tx: Tx, itemId: string, version: number, on?: Temporal.PlainDate): Promise<Decision<KnowledgeItem>> => {
  const row = await current(tx).where('item_id', '=', itemId).executeTakeFirst()
  if (row === undefined || version > row.version) return refuse({ code: 'knowledge.not-found' })
  if (version < row.version) return refuse({ code: 'knowledge.superseded', facts: { current: row.version } })
  return on === undefined || isInForce(row, on) ? accept(present(row)) : refuse({ code: 'knowledge.expired' })
}
