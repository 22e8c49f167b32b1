import { beyondCases } from './cases-beyond.ts'
import { graveCases } from './cases-grave.ts'
import { landCases } from './cases-land.ts'
import { lifeCases } from './cases-life.ts'
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

export const ownCases: readonly Case[] = [townCases, lifeCases, landCases, graveCases, beyondCases]
  .flatMap((table) => table.split('\n'))
  .filter((line) => line !== '')
  .map(caseOf)

/** Every other one of each table: rules are looked at on these, and measured on the rest. */
export const devCases = ownCases.filter((_, at) => at % 2 === 0)
export const testCases = ownCases.filter((_, at) => at % 2 === 1)
