import { knowledgeContent, type KnowledgeColumn, type KnowledgeContent } from '@open12345/contract/knowledge'
import { refuse, type Decision, type Refusal } from '@open12345/domain/kernel'
import { knowledgeTypeLabels, knowledgeTypes } from '@open12345/domain/vocabulary'
import type { z } from 'zod'
import type { Cells } from './columns.ts'

export type Problem = { readonly column: KnowledgeColumn; readonly refusal: Refusal }
/** Who and where, by the names that people write. */
export type Directory = {
  readonly unit: (written: string) => Decision<string>
  readonly place: (written: string) => Decision<string>
}
export type ReadRow =
  { readonly ok: true; readonly content: KnowledgeContent } | { readonly ok: false; readonly problems: readonly Problem[] }

const dated = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
/** As people write dates; null where it is none. */
export const dateIn = (written: string): string | null => {
  const [, year = '', month = '', day = ''] = dated.exec(written.normalize('NFKC').trim()) ?? []
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  try {
    return Temporal.PlainDate.from(text).toString() === text ? text : null
  } catch {
    return null
  }
}

/** 2026-01-01 至 2026-12-31; 2026-01-01 起; 2026-01-01 至长期. */
const split = (validity: string): readonly [from: string, to: string] => {
  const [from = '', to = ''] = validity.split(/至|到|—|~|～/u).map((day) => day.replace(/^自|起$/gu, '').trim())
  return [from, /^(长期|永久)?(有效)?$/u.test(to) ? '' : to]
}

const parts = (written: string | undefined, joint: RegExp): string[] => [
  ...new Set((written ?? '').split(joint).map((part) => part.trim())).difference(new Set([''])),
]
/** The strongest of the joints that stand in it: a phrase may hold a comma or a space itself. */
const phrases = (written: string | undefined, ...joints: readonly [RegExp, ...RegExp[]]): string[] =>
  parts(written, joints.find((joint) => joint.test(written?.trim() ?? '')) ?? joints[0])
const orNull = (written: string | undefined): string | null => (written?.trim() ? written.trim() : null)

const columnAt = ([first, second]: readonly PropertyKey[]): KnowledgeColumn => {
  if (first !== 'document') return first as KnowledgeColumn
  return second === 'number' || second === 'article' ? second : 'document'
}
const countable = (kind: unknown): boolean => kind === 'array'

/** What the schema of an item says about a cell, in the words of who fills in a table. */
const said = (issue: z.core.$ZodIssue): Refusal => {
  if (issue.code === 'too_big')
    return { code: countable(issue.origin) ? 'knowledge.cell-many' : 'knowledge.cell-long', facts: { most: Number(issue.maximum) } }
  if (issue.code === 'too_small')
    return Number(issue.minimum) <= 1
      ? { code: 'knowledge.cell-missing' }
      : { code: 'knowledge.cell-short', facts: { least: Number(issue.minimum) } }
  return { code: issue.code === 'custom' ? 'knowledge.cell-unreadable' : 'knowledge.cell-missing' }
}

type Found<T> = { readonly value: T; readonly problem?: Problem }
const found = <T>(column: KnowledgeColumn, empty: T, read: Decision<T>): Found<T> =>
  read.ok ? { value: read.value } : { value: empty, problem: { column, refusal: read.refusal } }

const typed = (written: string): Decision<string> => {
  const type = knowledgeTypes.find((one) => knowledgeTypeLabels[one].zh === written)
  return type === undefined
    ? refuse({ code: written === '' ? 'knowledge.cell-missing' : 'knowledge.cell-type' })
    : { ok: true, value: type }
}
const day = (column: 'validFrom' | 'validTo' | 'reviewOn', written: string): Found<string | null> => {
  if (written === '') return { value: null }
  const date = dateIn(written)
  return date === null ? { value: null, problem: { column, refusal: { code: 'knowledge.cell-date' } } } : { value: date }
}

type Dates = { readonly validFrom: Found<string | null>; readonly validTo: Found<string | null>; readonly reviewOn: Found<string | null> }
const datesOf = (cells: Cells): Dates => {
  const [from, to] = split(cells.validity?.trim() ?? '')
  return {
    validFrom: day('validFrom', cells.validFrom?.trim() || from),
    validTo: day('validTo', cells.validTo?.trim() || to),
    reviewOn: day('reviewOn', cells.reviewOn?.trim() ?? ''),
  }
}

type Looked = Readonly<Record<'type' | 'owner', Found<string>>> & Dates & { readonly region: Found<string | null> }
/** What stands for something else in the program: a code, a unit, a place, a day. */
const lookedUp = (cells: Cells, { unit, place }: Directory): Looked => {
  const region = orNull(cells.region)
  return {
    type: found('type', '', typed(cells.type?.trim() ?? '')),
    owner: found('ownerUnitId', '', unit(cells.ownerUnitId?.trim() ?? '')),
    region: region === null ? { value: null } : found<string | null>('region', null, place(region)),
    ...datesOf(cells),
  }
}

const written = ({ title = '', body = '', document = '', variants, keywords, number, article }: Cells) => ({
  title,
  variants: phrases(variants, /\n/, /[；;]/u),
  keywords: phrases(keywords, /[；;\n]/u, /[\s,，、]+/u),
  body: body.replaceAll(/\r\n?/g, '\n'),
  document: { name: document, number: orNull(number), article: orNull(article) },
})

/** One item from its cells, or everything that keeps it from being one. */
export const readRow = (cells: Cells, directory: Directory): ReadRow => {
  const looked = lookedUp(cells, directory)
  const { type, owner, region, validFrom, validTo, reviewOn } = looked
  const problems = Object.values(looked).flatMap(({ problem }) => (problem === undefined ? [] : [problem]))
  const read = knowledgeContent.safeParse({
    ...written(cells),
    type: type.value,
    ownerUnitId: owner.value,
    region: region.value,
    validFrom: validFrom.value,
    validTo: validTo.value,
    reviewOn: reviewOn.value,
  })
  if (read.success && problems.length === 0) return { ok: true, content: read.data }
  const known = new Set(problems.map(({ column }) => column))
  for (const issue of read.error?.issues ?? []) {
    const column = columnAt(issue.path)
    if (known.has(column)) continue
    known.add(column)
    problems.push({ column, refusal: said(issue) })
  }
  return { ok: false, problems }
}
