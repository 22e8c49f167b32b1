import type { KnowledgeItem } from '@open12345/contract/knowledge'
import type { KnowledgeTables } from './tables.ts'

type Row = KnowledgeTables['knowledge_item']

/** 《…》（文号）第几条 */
export const sourceText = ({ source, document_number: number, article }: Pick<Row, 'source' | 'document_number' | 'article'>): string =>
  `${source}${number === null ? '' : `（${number}）`}${article ?? ''}`

type Told = Omit<Row, 'authority_id' | 'status' | 'published_at'>
export const present = (row: Told): KnowledgeItem => ({
  itemId: row.item_id,
  version: row.version,
  title: row.title,
  body: row.body,
  unitName: row.owner_name,
  source: sourceText(row),
  validFrom: row.valid_on_from.toString(),
  validTo: row.valid_on_to?.toString() ?? null,
  region: row.region,
})
