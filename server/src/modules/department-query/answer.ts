import type { DepartmentAnswer } from '@open12345/contract/department-query'
import type { Connector } from '../organisation/index.ts'
import type { Told } from './port.ts'

const mostRows = 20
const longestValue = 300

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? (inner as Record<string, unknown>)[name] : undefined,
      value,
    )

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).slice(0, longestValue) : ''

const rowsOf = (value: unknown, path: string | undefined): readonly unknown[] | undefined => {
  if (path === undefined) return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : undefined
  const rows = at(value, path)
  return Array.isArray(rows) ? rows : undefined
}

/** The fields that the connector names, and nothing else of what the department told. */
export const answerOf = (told: Told, { rows: path, fields }: Pick<Connector, 'rows' | 'fields'>): DepartmentAnswer => {
  if (told.kind !== 'answer') return { state: told.kind, rows: [], isMore: false }
  const rows = rowsOf(told.value, path)
  if (rows === undefined) return { state: 'unreadable', rows: [], isMore: false }
  return {
    state: rows.length === 0 ? 'nothing' : 'found',
    rows: rows.slice(0, mostRows).map((row) => fields.map(({ path: field, label }) => ({ label, value: textOf(at(row, field)) }))),
    isMore: rows.length > mostRows,
  }
}
