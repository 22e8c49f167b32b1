import { kinds, subjects } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { checkedBy, faultsOf, tableOf, unless, unsound, type Checked } from '../organisation/index.ts'
import type { History, Past } from './history.ts'
import { digestOf } from './store.ts'

const columns = { text: '内容', kind: '类别', subject: '事项', unit: '承办单位' }

/** Reports are not learned from, wherever they come from. @clause 20c */
const learnedKinds = kinds.filter((kind) => kind !== 'report')
const subjectCodes = subjects.map(({ code }) => code)

const shapeOf = (unitIds: readonly string[]) =>
  z.strictObject({
    text: z.string().trim().min(4).max(10_000),
    kind: z.enum(learnedKinds),
    subject: z.enum(subjectCodes).nullable().default(null),
    unit: z.enum(unitIds).nullable().default(null),
  })
type Line = z.infer<ReturnType<typeof shapeOf>>

const parsed = (file: string, line: string, row: number): Checked<unknown> => {
  try {
    return { ok: true, value: JSON.parse(line) }
  } catch {
    return unsound({ file, row, zh: '不是一行 JSON。', en: 'It is no line of JSON.' })
  }
}

const linesOf = (file: string, text: string, shape: z.ZodType<Line>): Checked<readonly Line[]> => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()
    .filter(([, line]) => line.trim() !== '')
    .map(([at, line]): Checked<Line> => {
      const value = parsed(file, line, at + 1)
      return value.ok ? checkedBy(shape, value.value, { file, row: at + 1 }) : value
    })
    .toArray()
  return unless(
    faultsOf(...rows),
    rows.flatMap((row) => (row.ok ? [row.value] : [])),
  )
}

const pastOf = ({ text, kind, subject, unit }: Line): Past => ({ text, kind, subject, unitId: unit, place: null, where: '', worth: 1 })

/**
 * A prefecture's own history: a table with the columns text, kind, subject and unit (or 内容、类别、事项、承办单位), or the same in lines of JSON.
 * One bad line, and nothing of the file is learned from.
 */
export const historyOfFile = (file: string, text: string, unitIds: readonly string[]): Checked<History> => {
  const shape = shapeOf(unitIds)
  const isJson = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{')
  const lines = isJson ? linesOf(file, text, shape) : tableOf(file, text, columns, shape)
  if (!lines.ok) return lines
  // A file may be sorted by anything: what is held back must be a fair part of it, and the same in each run.
  const mixed = lines.value
    .map((line) => ({ line, at: digestOf(Buffer.from(line.text)) }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return { ok: true, value: { source: 'file', firstOn: null, lastOn: null, past: mixed.map(({ line }) => pastOf(line)) } }
}
