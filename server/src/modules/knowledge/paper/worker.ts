import { isDate } from 'node:util/types'
import { parentPort, workerData } from 'node:worker_threads'
import { mostPieces, type Document as Written, type Paragraph as Read, type PaperWork, type Section, type Sheet } from './paper.ts'

// Each work loads its own library only: a thread begins with nothing.
// What is read is cut here, because whoever waits stands still while the message is unpacked.

const mostColumns = 50
/** One text may stand in many cells: a file of a few KB could fill gigabytes. */
const mostSigns = 32 * 1024 * 1024

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  // A date cell holds midnight in UTC.
  return isDate(value) ? value.toISOString().slice(0, 10) : String(value as string | number | boolean)
}

const rowText = (row: readonly unknown[]): readonly string[] => {
  const texts = row.slice(0, mostColumns).map(cellText)
  return texts.slice(0, texts.findLastIndex((text) => text.trim() !== '') + 1)
}

const readXlsx = async (bytes: Uint8Array, most: number): Promise<readonly (readonly string[])[]> => {
  const { readSheet } = await import('read-excel-file/universal')
  const rows = await readSheet(new Uint8Array(bytes).buffer)
  if (rows.length > mostPieces) throw new RangeError('too many rows')
  const read: (readonly string[])[] = []
  let [held, signs] = [0, 0]
  for (const row of rows) {
    if (held === most) break
    const texts = rowText(row)
    held += texts.length === 0 ? 0 : 1
    signs += texts.reduce((sum, text) => sum + text.length, 0)
    if (signs > mostSigns) throw new RangeError('too many signs')
    read.push(texts)
  }
  return read
}

type Node = { readonly type: string; readonly value?: string; readonly styleName?: string | null; readonly children?: readonly Node[] }
const textOf = (node: Node): string => {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  const joint = node.type === 'table' || node.type === 'tableRow' ? '\n' : ''
  return (node.children ?? []).map(textOf).join(joint)
}
const isHeading = ({ styleName }: Node): boolean => /^(heading|标题)\s*\d$/i.test(styleName?.trim() ?? '')

const paragraphsOf = (nodes: readonly Node[], most: number): readonly Read[] => {
  if (nodes.length > mostPieces) throw new RangeError('too many paragraphs')
  const read: Read[] = []
  let headings = 0
  for (const node of nodes) {
    if (headings === most) break
    const paragraph = { heading: isHeading(node), text: textOf(node) }
    headings += paragraph.heading ? 1 : 0
    read.push(paragraph)
  }
  return read
}

const readDocx = async (bytes: Uint8Array, most: number): Promise<readonly Read[]> => {
  const { default: mammoth } = await import('mammoth')
  let paragraphs: readonly Read[] = []
  const keep = (document: Node): Node => {
    paragraphs = paragraphsOf(document.children ?? [], most)
    // Nothing is left to be made into a page.
    return { ...document, children: [] }
  }
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { transformDocument: keep, includeEmbeddedStyleMap: false, externalFileAccess: false },
  )
  return paragraphs
}

const head = { fontWeight: 'bold', backgroundColor: '#e8eef7', wrap: true, alignVertical: 'top' } as const
const cell = (value: string, isHead: boolean) =>
  ({ value, type: String, wrap: true, alignVertical: 'top', ...(isHead ? head : {}) }) as const

const writeXlsx = async (sheets: readonly Sheet[]): Promise<Uint8Array> => {
  const { default: writeExcel } = await import('write-excel-file/node')
  return writeExcel(
    sheets.map(({ name, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: rows.map((row, no) => row.map((text) => (text === '' ? null : cell(text, no === 0)))),
    })),
  ).toBuffer()
}

const writeDocx = async ({ title, notes, sections }: Written): Promise<Uint8Array> => {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx')
  const sectionOf = ({ heading, lines, body }: Section) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, spacing: { before: 360, after: 120 } }),
    ...lines.map(
      ([label, text]) =>
        new Paragraph({ children: [new TextRun({ text: `${label}：`, bold: true }), new TextRun(text)], spacing: { after: 40 } }),
    ),
    ...body.map((text) => new Paragraph({ text, spacing: { before: 80 } })),
  ]
  const document = new Document({
    creator: 'Open12345',
    styles: { default: { document: { run: { font: { ascii: 'Times New Roman', eastAsia: '宋体' }, size: 24 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...notes.map((text) => new Paragraph({ children: [new TextRun({ text, color: '555555' })] })),
          ...sections.flatMap(sectionOf),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const done = (asked: PaperWork): Promise<unknown> => {
  switch (asked.work) {
    case 'read-xlsx':
      return readXlsx(asked.bytes, asked.most)
    case 'read-docx':
      return readDocx(asked.bytes, asked.most)
    case 'write-xlsx':
      return writeXlsx(asked.sheets)
    case 'write-docx':
      return writeDocx(asked.document)
  }
}

parentPort?.postMessage(await done(workerData as PaperWork))
