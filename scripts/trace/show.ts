import { clauseOf, clauses, isClauseId } from '@open12345/domain/clauses'
import type { Row } from './judge.ts'
import type { Test } from './tests.ts'

const statusWords = { carried: '已实现', 'not-yet': '未实现' } as const

const nameOf = (clause: string): string => {
  if (!isClauseId(clause)) return clause
  const { article, title } = clauseOf(clause)
  return `${article} ${title}`
}

/** Chinese signs take two columns. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > '\u2e7f' ? 2 : 1), 0)
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Columns for a terminal. */
export const columns = (lines: readonly (readonly string[])[]): string => {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  return lines
    .map(
      (line) =>
        line
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('')
}

const counted = (tests: readonly Test[]): string => {
  const of = (outcome: Test['outcome']): number => tests.filter((one) => one.outcome === outcome).length
  const [failed, waiting] = [of('failed'), of('not-run')]
  return [`${of('passed')}`, ...(failed > 0 ? [`${failed} failed`] : []), ...(waiting > 0 ? [`${waiting} not run`] : [])].join(', ')
}

const total = (rows: readonly Row[]): string => {
  const done = rows.filter(({ status }) => status === 'carried').length
  return `${done} carried, ${rows.length - done} not-yet`
}

export const asTable = (rows: readonly Row[]): string => {
  const lines = rows.map(({ clause, status, rules, tests, note }) => [
    clause,
    status,
    nameOf(clause),
    `${rules.length}`,
    counted(tests),
    note ?? '',
  ])
  return `${columns([['clause', 'status', '条款', 'rules', 'tests', ''], ...lines])}\n${total(rows)}\n`
}

const link = (path: string): string => `[\`${path}\`](../../${path.replace(/#.*/, '')})`

const sectionOf = ({ clause, rules, tests, note }: Row): string => {
  const known = clauses.find(({ id }) => id === clause)
  const summary = known === undefined ? '' : `${known.summary.zh}\n${known.summary.en}\n`
  const files = [...new Set(tests.map(({ file }) => file))]
  const titles = (file: string): string =>
    [
      ...new Set(tests.filter((one) => one.file === file).map(({ title }) => `  - ${title.replaceAll(/[<>|*_]/g, String.raw`\$&`)}\n`)),
    ].join('')
  return [
    `### ${clause} ${nameOf(clause)}\n`,
    summary,
    ...(note === undefined ? [] : [`Carried for: ${note}\n`]),
    rules.map((rule) => `- ${link(rule)}\n`).join(''),
    files.map((file) => `- ${link(file)}\n${titles(file)}`).join(''),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** docs/regulation/trace.md: the same whoever runs it, so that it can be compared with what is committed. */
export const asPage = (rows: readonly Row[]): string => {
  const lines = rows.map(
    ({ clause, status, note }) =>
      `| ${clause} | ${nameOf(clause)} | ${status} ${statusWords[status]}${note === undefined ? '' : `: ${note}`} |\n`,
  )
  const named = rows.filter(({ rules, tests }) => rules.length + tests.length > 0)
  return [
    '# 条款对照 Clauses, rules, tests\n',
    'Written by `npm run trace`. A clause is *carried* when `scripts/trace/carried.ts` claims it, rules name it, and every test named for it passes.\n',
    `${total(rows)}\n`,
    `| clause | 条款 | status |\n| --- | --- | --- |\n${lines.join('')}`,
    '## What names them\n',
    'Rules first, then the tests. A clause that is not-yet may already have some of both.\n',
    named.map(sectionOf).join('\n'),
  ].join('\n')
}
