import { knowledgeColumnLabels, knowledgeColumns, type KnowledgeColumn, type KnowledgeContent } from '@open12345/contract/knowledge'
import { knowledgeTypeLabels } from '@open12345/domain/vocabulary'

/** Papers are Chinese. */
export const columnName = (column: KnowledgeColumn): string => knowledgeColumnLabels[column].zh

/** From the first to the last day in one. */
export const validityName = '有效期'
/** Why a row was refused; an import passes over it. */
export const reasonName = '原因'
const otherNames: Readonly<Record<string, KnowledgeColumn>> = { 类型: 'type', 提供单位: 'ownerUnitId', 发布单位: 'ownerUnitId' }

export type Cells = Partial<Readonly<Record<KnowledgeColumn | 'validity', string>>>

/** A mark of what must be filled in, and what stands in brackets, are no part of the name. */
export const columnOf = (name: string): keyof Cells | undefined => {
  const plain = name.replace(/[（(].*$/su, '').replaceAll(/[\s*＊]/gu, '')
  if (plain === validityName) return 'validity'
  return knowledgeColumns.find((column) => columnName(column) === plain) ?? otherNames[plain]
}

/** A spreadsheet takes what begins like this for a formula, however the cell is marked once it has been through other hands. */
const likeFormula = /^'*[=+\-@\t\r]/
export const defused = (text: string): string => (likeFormula.test(text) ? `'${text}` : text)
export const undefused = (text: string): string => (text.startsWith(`'`) && likeFormula.test(text) ? text.slice(1) : text)

export type Names = { readonly unit: (unitId: string) => string; readonly place: (code: string) => string }

/** An item as the cells from which an import makes the same item. */
export const cellsOf = (content: KnowledgeContent, names: Names): Readonly<Record<KnowledgeColumn, string>> => ({
  title: content.title,
  type: knowledgeTypeLabels[content.type].zh,
  body: content.body,
  variants: content.variants.join('\n'),
  keywords: content.keywords.join('；'),
  ownerUnitId: names.unit(content.ownerUnitId),
  document: content.document.name,
  number: content.document.number ?? '',
  article: content.document.article ?? '',
  region: content.region === null ? '' : names.place(content.region),
  validFrom: content.validFrom,
  validTo: content.validTo ?? '',
  reviewOn: content.reviewOn ?? '',
})
