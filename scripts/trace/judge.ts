import type { Claim } from './carried.ts'
import type { Rule } from './rules.ts'
import { clausesIn, type Test } from './tests.ts'

export type Row = {
  readonly clause: string
  readonly status: 'carried' | 'not-yet'
  readonly rules: readonly string[]
  readonly tests: readonly Test[]
  readonly note?: string
}
export type Judged = { readonly rows: readonly Row[]; readonly faults: readonly string[] }
export type Evidence = {
  readonly clauses: readonly string[]
  readonly claims: readonly Claim<string>[]
  readonly rules: readonly Rule[]
  readonly tests: readonly Test[]
}

/** Why a claim does not hold, in one sentence. */
const lackOf = (clause: string, rules: readonly string[], tests: readonly Test[]): string | undefined => {
  const failing = tests.find(({ outcome }) => outcome === 'failed')
  if (failing !== undefined) return `Clause ${clause} is claimed, but a test named for it fails: ${failing.file}: ${failing.title}`
  if (!tests.some(({ outcome }) => outcome === 'passed')) return `Clause ${clause} is claimed, but no test named for it passes.`
  return rules.length === 0 ? `Clause ${clause} is claimed, but no rule names it.` : undefined
}

const unknownIn = ({ clauses, claims, rules, tests }: Evidence): readonly string[] => {
  const known = new Set(clauses)
  const isUnknown = (clause: string): boolean => !known.has(clause)
  return [
    ...rules.filter(({ clause }) => isUnknown(clause)).map(({ clause, rule }) => `${rule} names clause ${clause}, which there is not.`),
    ...tests.flatMap(({ file, title }) =>
      clausesIn(title)
        .filter(isUnknown)
        .map((clause) => `${file} names clause ${clause}, which there is not: ${title}`),
    ),
    ...claims.filter(({ clause }) => isUnknown(clause)).map(({ clause }) => `Clause ${clause} is claimed, but there is no such clause.`),
  ]
}

/** Joins claims, rules and tests: a clause is carried by a claim, at least one rule, a passing test and no failing one. */
export const judge = (evidence: Evidence): Judged => {
  const { clauses, claims, rules, tests } = evidence
  const judged = clauses.map((clause) => {
    const ofClause = {
      rules: [...new Set(rules.filter((one) => one.clause === clause).map(({ rule }) => rule))],
      tests: tests.filter(({ title }) => clausesIn(title).includes(clause)),
    }
    const claim = claims.find((one) => one.clause === clause)
    const lack = claim === undefined ? undefined : lackOf(clause, ofClause.rules, ofClause.tests)
    const status = claim !== undefined && lack === undefined ? ('carried' as const) : ('not-yet' as const)
    return { row: { clause, status, ...ofClause, ...(claim?.note === undefined ? {} : { note: claim.note }) }, lack }
  })
  return {
    rows: judged.map(({ row }) => row),
    faults: [...unknownIn(evidence), ...judged.flatMap(({ lack }) => (lack === undefined ? [] : [lack]))],
  }
}
