import { beyondCases } from './cases-beyond.ts'
import { graveCases } from './cases-grave.ts'
import { landCases } from './cases-land.ts'
import { lateCases } from './cases-late.ts'
import { lifeCases } from './cases-life.ts'
import { moreCases } from './cases-more.ts'
import { townCases } from './cases-town.ts'

/** A message in our own words with what a careful person at the hotline would make of it. No message of anybody's is among them. */
export type Case = {
  readonly text: string
  readonly kind: string
  readonly subject: string
  /** Where it is named. */
  readonly county: string | null
  readonly unit: string
  readonly urgency: string
  /** The ground of 第九条, or `in`. */
  readonly scope: string
}

const caseOf = (line: string): Case => {
  const [kind = '', subject = '', county = '', unit = '', urgency = '', scope = '', ...words] = line.split('|')
  return { kind, subject, county: county === '' ? null : county, unit, urgency, scope, text: words.join('|') }
}

const casesOf = (tables: readonly string[]): readonly Case[] =>
  tables
    .flatMap((table) => table.split('\n'))
    .filter((line) => line !== '')
    .map(caseOf)

const ownCases = casesOf([townCases, lifeCases, landCases, graveCases, beyondCases, moreCases])

/** Every other one: rules are looked at on the others, and measured on these. The same hand wrote both, and the rules. */
export const testCases = ownCases.filter((_, at) => at % 2 === 1)
/** The same hand again, but later than the rules. */
export const unseenCases = casesOf([lateCases])
