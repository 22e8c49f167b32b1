import { z } from 'zod'
import type { Label } from '@open12345/domain/vocabulary'
import { route } from '../kernel/index.ts'

/** A larger file is refused before it is read whole. */
export const maxImportBytes = 10 * 1024 * 1024
export const maxImportRows = 5000

/** The fields of an item as columns of a table, in their order. */
export const knowledgeColumns = [
  'title',
  'type',
  'body',
  'variants',
  'keywords',
  'ownerUnitId',
  'document',
  'number',
  'article',
  'region',
  'validFrom',
  'validTo',
  'reviewOn',
] as const
export type KnowledgeColumn = (typeof knowledgeColumns)[number]

/** What a column is called on paper, and where an import says what is wrong in it. */
export const knowledgeColumnLabels = {
  title: { zh: '标题', en: 'Title' },
  type: { zh: '类别', en: 'Type' },
  body: { zh: '正文', en: 'Text' },
  variants: { zh: '问法', en: 'Other ways to ask' },
  keywords: { zh: '关键词', en: 'Keywords' },
  ownerUnitId: { zh: '所属单位', en: 'Owner' },
  document: { zh: '依据文件', en: 'Document' },
  number: { zh: '文号', en: 'Its number' },
  article: { zh: '条款', en: 'Article' },
  region: { zh: '适用地区', en: 'Region' },
  validFrom: { zh: '生效日期', en: 'In force from' },
  validTo: { zh: '失效日期', en: 'Last day' },
  reviewOn: { zh: '复核日期', en: 'Review by' },
} as const satisfies Readonly<Record<KnowledgeColumn, Label>>

export const importedRow = z
  .object({
    row: z.int().describe('The row of the sheet, or the item of the document, from 1'),
    title: z.string().describe('As it was written, shortened'),
    outcome: z.enum(['accepted', 'unchanged', 'refused']).describe('unchanged: it is told already, word by word'),
    problems: z.array(z.object({ column: z.enum(knowledgeColumns), message: z.string() })),
  })
  .meta({ id: 'KnowledgeImportRow' })
export type ImportedRow = z.infer<typeof importedRow>

const counts = { accepted: z.int(), unchanged: z.int(), refused: z.int() }
export const importReport = z.object({ ...counts, rows: z.array(importedRow) }).meta({ id: 'KnowledgeImportReport' })
export type ImportReport = z.infer<typeof importReport>

const writing = { kind: 'staff', action: 'knowledge.write' } as const

/**
 * Multipart, one file in the field `file`: .xlsx with an item in each row, or .docx with an item under each heading; 10 MB, 5,000 items. Beside these:
 * `GET /knowledge-imports/template?format=xlsx|docx`, `POST /knowledge-imports/refused-rows` (the rows that were refused, with why, as .xlsx) and
 * `GET /knowledge-items/export?format=xlsx|docx&text=&type=`.
 */
export const knowledgeImportRoutes = {
  checkKnowledgeImport: route({
    method: 'POST',
    path: '/knowledge-imports/check',
    summary: '导入前检查 What an import would take over, row by row; nothing is stored (multipart)',
    tag: 'knowledge',
    access: writing,
    response: importReport,
  }),
  takeKnowledgeImport: route({
    method: 'POST',
    path: '/knowledge-imports',
    summary: '导入 Each accepted row becomes a draft of its owner; the same file again takes over nothing twice (multipart)',
    tag: 'knowledge',
    access: writing,
    body: z.object({ to: z.enum(['draft', 'owner-review']).default('draft') }),
    response: z.object(counts),
    status: 201,
    command: true,
  }),
} as const
