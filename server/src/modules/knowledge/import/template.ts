import { knowledgeColumns, maxImportRows, type KnowledgeColumn } from '@open12345/contract/knowledge'
import { knowledgeTypeLabels, knowledgeTypes } from '@open12345/domain/vocabulary'
import { inWorker } from '../paper/in-worker.ts'
import type { Section, Sheet } from '../paper/paper.ts'
import { columnName, defused } from './columns.ts'
import { example } from './example.ts'

type Row = Readonly<Record<KnowledgeColumn, string>>

const types = knowledgeTypes.map((type) => knowledgeTypeLabels[type].zh).join('、')
const needed: readonly KnowledgeColumn[] = ['title', 'type', 'body', 'keywords', 'ownerUnitId', 'document', 'validFrom']

/** 第十五条 录入标准, as it is said to whoever fills in a column. @clause 15 */
const rules: Readonly<Record<KnowledgeColumn, string>> = {
  title: '2到100字，写在一行里；不能与已有的知识或者正在审核的同名。',
  type: `从这些里选一个：${types}。`,
  body: '最多10000字，纯文字，分段即换行。',
  variants: '群众平时怎么问，一行一个，最多20个。Word里写在一行，用分号隔开。',
  keywords: '用分号隔开，最多20个，每个不超过20字。',
  ownerUnitId: '按系统里的全称；谁提供、谁负责、谁更新。',
  document: '发文单位和文件名称。没有依据的不收。',
  number: '文件的文号，没有就空着。',
  article: '法律法规必须写明条款，例如“第十二条”。',
  region: '县（市）或者乡镇的名称，也可以写区划代码；空着就是全州（市）。',
  validFrom: '写成 2026-03-01 这样。',
  validTo: '最后有效的一天；空着就是长期有效。已经过期的不收。',
  reviewOn: '由谁提供的单位在这一天前复核；空着就按规定推算。',
}
const notes: readonly string[] = [
  `每行一条知识，一次最多${maxImportRows}条。带 * 的必须填写。填写示例那一行不会导入，可以留着，也可以删掉。`,
  '先检查，再导入：检查时什么也不保存。导入的是草稿，提供单位和热线中心都审核过才发布。',
  '公式、网页代码都按文字保存，不会执行。',
]

const widths = [36, 12, 60, 30, 20, 26, 36, 18, 14, 16, 14, 14, 14] as const
const headOf = (more: readonly string[]): readonly string[] => [
  ...knowledgeColumns.map((column) => `${columnName(column)}${needed.includes(column) ? ' *' : ''}`),
  ...more,
]

/** A table from which an import reads the same rows again. `more`: columns behind those of an item. */
export const tableOf = (
  rows: readonly { readonly cells: Partial<Row>; readonly more?: readonly string[] }[],
  more: readonly string[] = [],
): Sheet => ({
  name: '知识',
  widths: [...widths, ...more.map(() => 60)],
  rows: [
    headOf(more),
    ...rows.map(({ cells, more: behind = [] }) => [...knowledgeColumns.map((column) => cells[column] ?? ''), ...behind].map(defused)),
  ],
})

const onePhraseALine = /\n/g
/** The same as a piece of a document. */
export const sectionOf = (cells: Row): Section => {
  const [first = '', ...rest] = cells.body.split('\n')
  const lines = knowledgeColumns
    .filter((column) => column !== 'title' && column !== 'body' && cells[column] !== '')
    .map((column) => [columnName(column), cells[column].replace(onePhraseALine, '；')] as const)
  return { heading: cells.title, lines: [...lines, [columnName('body'), first]], body: rest }
}

const rulesSheet: Sheet = {
  name: '填写说明',
  widths: [16, 100],
  rows: [
    ['列', '怎样填写'],
    ...knowledgeColumns.map((column) => [`${columnName(column)}${needed.includes(column) ? ' *' : ''}`, rules[column]]),
    ...notes.map((note) => ['说明', note]),
  ],
}

export const templateXlsx = () => inWorker({ work: 'write-xlsx', sheets: [tableOf([{ cells: example }]), rulesSheet] })

export const templateDocx = () =>
  inWorker({
    work: 'write-docx',
    document: {
      title: '知识导入模板',
      notes: [
        '每条知识以“标题 1”样式的标题开头，标题就是知识的标题；下面先写带冒号的各项，再写正文。这一段说明和示例不会导入。',
        '有效期也可以合在一行，例如“有效期：2026-01-01 至 2026-12-31”。',
        ...knowledgeColumns.map((column) => `${columnName(column)}${needed.includes(column) ? '（必填）' : ''}：${rules[column]}`),
        ...notes.slice(1),
      ],
      sections: [sectionOf(example)],
    },
  })
