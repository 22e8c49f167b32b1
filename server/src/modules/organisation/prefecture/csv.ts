import type { z } from 'zod'
import { checkedBy, faultsOf, sound, unless, unsound, type Checked, type Fault } from './fault.ts'

/** A record with the line on which it begins, counted from 1. */
type Record = { readonly line: number; readonly cells: readonly string[] }

const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/** RFC 4180; undefined where a quotation mark is not closed. Spreadsheets put a mark of byte order in front. */
const recordsOf = (text: string): readonly Record[] | undefined => {
  const body = text.replace(/^\uFEFF/, '')
  const records: Record[] = []
  let line = 1
  let cells: string[] = []
  let start = line
  field.lastIndex = 0
  while (field.lastIndex < body.length) {
    const found = field.exec(body)
    if (found === null) return undefined
    const [whole, quoted, bare = '', end] = found
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    line += whole.split('\n').length - 1
    if (end === ',' && field.lastIndex < body.length) continue
    if (end === ',') cells.push('')
    if (cells.some((cell) => cell !== '')) records.push({ line: start, cells })
    cells = []
    start = line
  }
  return records
}

/** The columns of a table: the name in our files, and the Chinese name; a heading may be either. */
export type Columns = Readonly<globalThis.Record<string, string>>
export type Row<T> = T & { readonly row: number }

const headingsOf = (file: string, heading: Record, columns: Columns): Checked<readonly string[]> => {
  const nameOf = new Map(Object.entries(columns).flatMap(([name, zh]) => [[name, name] as const, [zh, name] as const]))
  const names = heading.cells.map((cell) => nameOf.get(cell))
  const faults: Fault[] = []
  for (const [index, cell] of heading.cells.entries())
    if (names[index] === undefined || names.indexOf(names[index]) !== index)
      faults.push({
        file,
        row: heading.line,
        field: cell,
        zh: '没有这一列，或出现了两次。',
        en: 'There is no such column, or it stands there twice.',
      })
  for (const [name, zh] of Object.entries(columns))
    if (!names.includes(name)) faults.push({ file, row: heading.line, field: zh, zh: '缺少这一列。', en: `The column ${name} is missing.` })
  return unless(
    faults,
    names.map((name) => name ?? ''),
  )
}

const rowOf = <T>(file: string, record: Record, headings: readonly string[], columns: Columns, shape: z.ZodType<T>): Checked<Row<T>> => {
  const { line: row, cells } = record
  if (cells.length !== headings.length)
    return unsound({
      file,
      row,
      zh: `应有 ${headings.length} 格，实有 ${cells.length} 格。`,
      en: `There are ${cells.length} cells instead of ${headings.length}.`,
    })
  const given = Object.fromEntries(headings.map((name, index) => [name, cells[index] === '' ? null : cells[index]]))
  const read = checkedBy(shape, given, { file, row, fieldName: (path) => columns[path] ?? path })
  return read.ok ? sound({ ...read.value, row }) : read
}

/** A table of a folder: each row as the schema reads it, with its line. An empty cell is null. */
export const tableOf = <T>(file: string, text: string, columns: Columns, shape: z.ZodType<T>): Checked<readonly Row<T>[]> => {
  const records = recordsOf(text)
  if (records === undefined) return unsound({ file, zh: '引号没有配对。', en: 'A quotation mark is not closed.' })
  const [heading, ...rest] = records
  if (heading === undefined) return unsound({ file, zh: '文件是空的。', en: 'The file is empty.' })
  const headings = headingsOf(file, heading, columns)
  if (!headings.ok) return headings
  const rows = rest.map((record) => rowOf(file, record, headings.value, columns, shape))
  return unless(
    faultsOf(...rows),
    rows.flatMap((row) => (row.ok ? [row.value] : [])),
  )
}
