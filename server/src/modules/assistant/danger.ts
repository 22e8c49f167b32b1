import type { Urgency } from '@open12345/domain/vocabulary'
import { isDistant, readUrgency } from '@open12345/domain/intake'
import { learn, read, type Example, type Model } from '@open12345/language/learning'
import { chanceFrom, fill, templates } from '../simulation/index.ts'
import { dangers } from './lessons/dangers.ts'
import { lookalikes } from './lessons/lookalikes.ts'

const ordinary = 'ordinary'
const asOrdinary = (text: string): Example => ({ label: ordinary, text })
const linesOf = (table: string): readonly string[] => table.split('\n').filter((line) => line !== '')

const lessons = (): readonly Example[] => {
  const chance = chanceFrom(1)
  const grave = linesOf(dangers).map((line) => {
    const [label = '', text = ''] = line.split('|')
    return { label, text }
  })
  const everyday = templates.filter(([kind, , sentence]) => kind !== 'report' && readUrgency(sentence).urgency === ordinary)
  return [...grave, ...linesOf(lookalikes).map(asOrdinary), ...everyday.map(([, , sentence]) => asOrdinary(fill(chance, sentence)))]
}

let learned: Model | undefined

/** More likely than not: a false alarm costs a look, a missed one may cost a life. */
const heardFrom = 0.5

export type Danger = { readonly urgency: Urgency; readonly reasons: readonly string[] }

/**
 * What words tell of danger without naming it, learned from lessons of the product's own when it is first asked; undefined for what is ordinary, over,
 * or only asked about. It only speaks up. @clause 12-4b
 */
export const dangerIn = (text: string): Danger | undefined => {
  if (isDistant(text)) return undefined
  learned ??= learn(lessons())
  const answers = read(learned, text, 3)
  const safe = answers.find(({ label }) => label === ordinary)?.confidence ?? 0
  const worst = answers.find(({ label }) => label !== ordinary)
  return worst === undefined || 1 - safe < heardFrom ? undefined : { urgency: worst.label as Urgency, reasons: worst.reasons }
}
