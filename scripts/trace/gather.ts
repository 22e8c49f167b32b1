import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clauses } from '@open12345/domain/clauses'
import { carried } from './carried.ts'
import { journeysOf } from './journeys.ts'
import { judge, type Judged } from './judge.ts'
import { readReport } from './reports.ts'
import { rulesOf } from './rules.ts'
import { journeySources, ruleSources, taggedTests } from './sources.ts'
import type { Test, Told } from './tests.ts'
import { runVitest } from './vitest.ts'

export const namesAClause = String.raw`\[[0-9]`

const runTagged = async (root: string): Promise<Told> => {
  const report = join(root, '.cache', 'trace', `${process.pid}.json`)
  const { isReported, output } = await runVitest({ root, files: taggedTests(root).map(({ path }) => path), title: namesAClause, report })
  if (!isReported) return { tests: [], faults: [`Vitest left no report.\n${output}`] }
  const told = readReport(report, root)
  rmSync(report)
  return told
}

const readGiven = (root: string, path: string): Told =>
  existsSync(path) ? readReport(path, root) : { tests: [], faults: [`There is no report ${path}; the tests write it.`] }

const keyOf = ({ file, title }: Test): string => `${file} ${title}`

/** Everything that names a clause, judged. Without reports the named tests are run here; journeys count by their report only. */
export const gather = async (root: string, reports: readonly string[]): Promise<Judged> => {
  const told = reports.length === 0 ? [await runTagged(root)] : reports.map((path) => readGiven(root, path))
  const ran = told.flatMap(({ tests }) => tests)
  const known = new Set(ran.map(keyOf))
  const waiting = journeysOf(journeySources(root)).filter((journey) => !known.has(keyOf(journey)))
  const { rules, faults } = rulesOf(ruleSources(root))
  const judged = judge({ clauses: clauses.map(({ id }) => id), claims: carried, rules, tests: [...ran, ...waiting].toSorted(byPlace) })
  return { rows: judged.rows, faults: [...told.flatMap((one) => one.faults), ...faults, ...judged.faults] }
}

/** By file, then by title: reports tell them in orders of their own, and the page must not depend on that. */
const byPlace = (one: Test, other: Test): number => (keyOf(one) < keyOf(other) ? -1 : Number(keyOf(one) > keyOf(other)))
