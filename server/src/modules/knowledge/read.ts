import type { KnowledgeItem } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Tx } from '../../db/transaction.ts'
import { present } from './present.ts'
import type { KnowledgeTables } from './tables.ts'

type Row = KnowledgeTables['knowledge_item']

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

/** Published items in force, the oldest first: what is shown before anything is asked. */
export const listedKnowledge = async (tx: Tx, on: Temporal.PlainDate, most: number): Promise<readonly KnowledgeItem[]> => {
  const rows = await current(tx)
    .where('valid_on_from', '<=', on)
    .where((eb) => eb.or([eb('valid_on_to', 'is', null), eb('valid_on_to', '>=', on)]))
    .orderBy('item_id')
    .limit(most)
    .execute()
  return rows.map(present)
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
