import { maxImportBytes, maxImportRows } from '@open12345/contract/knowledge'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Upload } from '../../../http/call.ts'
import { paperKind, type PaperKind } from '../paper/archive.ts'
import { inWorker } from '../paper/in-worker.ts'
import type { Paragraph } from '../paper/paper.ts'
import { columnName, columnOf, undefused, type Cells } from './columns.ts'
import { exampleTitle } from './example.ts'

/** An item as it stands in the file, with its place there. */
export type FileRow = { readonly row: number; readonly cells: Cells }

const headSearched = 10
/** Above the items stand the rows searched for the head, and the example. */
const mostHeld = headSearched + 1 + maxImportRows

/** The first row that names a column of titles, and below it every row that holds anything. */
export const rowsOfSheet = (sheet: readonly (readonly string[])[]): readonly FileRow[] => {
  const headAt = sheet.slice(0, headSearched).findIndex((row) => row.some((name) => columnOf(name) === 'title'))
  if (headAt < 0) return []
  const columns = (sheet[headAt] ?? []).map(columnOf)
  return sheet.slice(headAt + 1).flatMap((texts, no) => {
    const cells: Cells = Object.fromEntries(
      texts.flatMap((text, at) => (columns[at] === undefined || text.trim() === '' ? [] : [[columns[at], undefused(text)]])),
    )
    return Object.keys(cells).length === 0 ? [] : [{ row: headAt + no + 2, cells }]
  })
}

const labelled = /^([^\s：:]{2,8})[：:]\s*([\s\S]*)$/u

/** Under a heading: lines with a label until the first without one, and the text from there on. */
const cellsBelow = (heading: string, lines: readonly string[]): Cells => {
  const cells: Record<string, string> = { title: heading.trim() }
  let at = 0
  for (; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? ''
    if (line === '') continue
    const [, name = '', text = ''] = labelled.exec(line) ?? []
    const column = columnOf(name)
    if (column === undefined || column === 'title' || column === 'body') break
    cells[column] = text
  }
  const [first = '', ...rest] = lines.slice(at)
  cells['body'] = [first.replace(new RegExp(`^${columnName('body')}[：:]\\s*`, 'u'), ''), ...rest].join('\n').trim()
  return cells
}

/** What stands before the first heading is for whoever reads the paper. */
export const rowsOfDocument = (paragraphs: readonly Paragraph[]): readonly FileRow[] => {
  const items: { readonly heading: string; readonly lines: string[] }[] = []
  for (const { heading, text } of paragraphs) {
    if (heading && text.trim() !== '') items.push({ heading: text, lines: [] })
    else items.at(-1)?.lines.push(text)
  }
  return items.map(({ heading, lines }, no) => ({ row: no + 1, cells: cellsBelow(heading, lines) }))
}

const unreadable = refuse({ code: 'knowledge.import-unreadable' })
const tooMany = refuse({ code: 'knowledge.import-too-many', facts: { most: maxImportRows } })

/** One more than can be items is asked for: where it comes, the rest was cut off. */
const read = async (kind: PaperKind, bytes: Buffer): Promise<Decision<readonly FileRow[]>> => {
  const most = mostHeld + 1
  if (kind === 'docx') {
    const paragraphs = await inWorker({ work: 'read-docx', bytes, most })
    if (paragraphs === undefined) return unreadable
    return paragraphs.filter(({ heading }) => heading).length === most ? tooMany : accept(rowsOfDocument(paragraphs))
  }
  const sheet = await inWorker({ work: 'read-xlsx', bytes, most })
  if (sheet === undefined) return unreadable
  return sheet.filter((row) => row.length > 0).length === most ? tooMany : accept(rowsOfSheet(sheet))
}

export const readFile = async (files: readonly Upload[]): Promise<Decision<readonly FileRow[]>> => {
  const [file] = files
  if (file === undefined || file.bytes.length === 0) return refuse({ code: 'knowledge.import-missing' })
  if (file.bytes.length > maxImportBytes) return refuse({ code: 'knowledge.import-too-large' })
  const kind = await paperKind(file.name, file.bytes)
  if (!kind.ok) return kind
  const found = await read(kind.value, file.bytes)
  if (!found.ok) return found
  const rows = found.value.filter(({ cells }) => cells.title?.trim() !== exampleTitle)
  if (rows.length === 0) return refuse({ code: 'knowledge.import-empty' })
  return rows.length > maxImportRows ? tooMany : accept(rows)
}
