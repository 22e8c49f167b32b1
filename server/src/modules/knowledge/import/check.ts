import type { ImportReport, KnowledgeColumn, KnowledgeContent } from '@open12345/contract/knowledge'
import { refuse, type Refusal } from '@open12345/domain/kernel'
import { entered, knowledgeRefusals, mayWriteFor, type Content, type Doer } from '@open12345/domain/knowledge'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import type { Language } from '../../../http/call.ts'
import { sentenceOf } from '../../../http/refusals.ts'
import { itemRows, versionView } from '../items.ts'
import { civilDate } from '../rules.ts'
import { bookOf } from './directory.ts'
import type { FileRow } from './read-file.ts'
import { importRefusals } from './refusals.ts'
import { readRow, type Problem, type ReadRow } from './row.ts'

export type Checked = { readonly row: FileRow } & (
  | { readonly outcome: 'accepted'; readonly content: Content }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly problems: readonly [Problem, ...Problem[]] }
)

const columnOfRefusal: Readonly<Record<string, KnowledgeColumn>> = {
  'knowledge.not-yours': 'ownerUnitId',
  'knowledge.owner-not-in-force': 'ownerUnitId',
  'knowledge.region-unknown': 'region',
  'knowledge.article-missing': 'article',
  'knowledge.dates-contradict': 'validTo',
  'knowledge.over-already': 'validTo',
  'knowledge.review-past': 'reviewOn',
}
const problemOf = (refusal: Refusal): Problem => ({ column: columnOfRefusal[refusal.code] ?? 'title', refusal })

const nothing = '00000000-0000-0000-0000-000000000000'

type Base = { readonly taken: ReadonlySet<string>; readonly told: ReadonlyMap<string, KnowledgeContent> }
/** What the base holds of these titles, told or on its way. */
const baseOf = async (tx: Tx, titles: readonly string[]): Promise<Base> => {
  const { rows } = await sql<{ title: string }>`
    select t.title from unnest(${[...titles]}::text[]) as t(title) where app.knowledge_title_taken(t.title, ${nothing}::uuid)`.execute(tx)
  const taken = rows.map(({ title }) => title)
  const told = await itemRows(tx, sql`k.superseded_at is null and k.status = 'published' and k.title = any(${taken}::text[])`)
  return { taken: new Set(taken), told: new Map(told.map((row) => [row.title, versionView(row).content])) }
}

/** A row that names no review day leaves the one that stands. */
const isSame = (row: KnowledgeContent, told: KnowledgeContent | undefined): boolean => {
  if (told === undefined) return false
  const plain = ({ reviewOn, ...content }: KnowledgeContent): string =>
    JSON.stringify([
      Object.entries(content).toSorted(([one], [other]) => one.localeCompare(other)),
      row.reviewOn === null ? null : reviewOn,
    ])
  return plain(row) === plain(told)
}

type Around = { readonly doer: Doer; readonly today: string; readonly base: Base; readonly earlier: ReadonlyMap<string, number> }

/**
 * One row by the rules that hold for whoever writes by hand (第十五条 录入标准): nothing comes in by a file that would be refused at the desk.
 * @clause 15
 */
const judged = (row: FileRow, read: ReadRow, { doer, today, base, earlier }: Around): Checked => {
  if (!read.ok) {
    const [first = problemOf({ code: 'knowledge.cell-missing' }), ...more] = read.problems
    return { row, outcome: 'refused', problems: [first, ...more] }
  }
  const { content } = read
  const before = earlier.get(content.title)
  if (before !== undefined)
    return { row, outcome: 'refused', problems: [problemOf({ code: 'knowledge.title-twice', facts: { row: before } })] }
  if (isSame(content, base.told.get(content.title))) return { row, outcome: 'unchanged' }
  const writes = mayWriteFor(doer, content.ownerUnitId)
  // Unit and place were found among those of today.
  const decided = writes.ok
    ? entered(content, { today, ownerInForce: true, regionKnown: true, titleTaken: base.taken.has(content.title) })
    : refuse(writes.refusal)
  return decided.ok
    ? { row, outcome: 'accepted', content: decided.value }
    : { row, outcome: 'refused', problems: [problemOf(decided.refusal)] }
}

/** What would become of each row now. */
export const checkRows = async (tx: Tx, doer: Doer, rows: readonly FileRow[], at: Temporal.Instant): Promise<readonly Checked[]> => {
  const { directory } = await bookOf(tx, at)
  const read = rows.map((row) => ({ row, read: readRow(row.cells, directory) }))
  const titles = read.flatMap(({ read: one }) => (one.ok ? [one.content.title] : []))
  const base = await baseOf(tx, [...new Set(titles)])
  const earlier = new Map<string, number>()
  return read.map(({ row, read: one }) => {
    const checked = judged(row, one, { doer, today: civilDate(at), base, earlier })
    if (one.ok && !earlier.has(one.content.title)) earlier.set(one.content.title, row.row)
    return checked
  })
}

const sentences = { ...knowledgeRefusals, ...importRefusals }
export const sentence = ({ code, facts }: Refusal, language: Language): string => {
  const table: Readonly<Record<string, Readonly<Record<Language, string>>>> = sentences
  return sentenceOf(table[code]?.[language] ?? code, facts)
}

export const countsOf = (checked: readonly Checked[]) => {
  const count = (outcome: Checked['outcome']): number => checked.filter((one) => one.outcome === outcome).length
  return { accepted: count('accepted'), unchanged: count('unchanged'), refused: count('refused') }
}

const longestTitle = 100
export const reportOf = (checked: readonly Checked[], language: Language): ImportReport => ({
  ...countsOf(checked),
  rows: checked.map((one) => ({
    row: one.row.row,
    title: [...(one.row.cells.title?.trim() ?? '')].slice(0, longestTitle).join(''),
    outcome: one.outcome,
    problems:
      one.outcome === 'refused' ? one.problems.map(({ column, refusal }) => ({ column, message: sentence(refusal, language) })) : [],
  })),
})
