import { kindsMeant, subjectsMeant, type Scored } from '@open12345/domain/intake'
import type { Kind } from '@open12345/domain/vocabulary'
import type { App } from '../../app.ts'

/** What it comes from: a model that this authority's own orders taught, by its version, or the words of the rules. */
export type Source = { readonly by: 'model'; readonly version: number } | { readonly by: 'rules' }

/** The surest first; empty where nothing is said for anything. */
export type Suggestion<Value extends string = string> = { readonly from: Source; readonly ranked: readonly Scored<Value>[] }

export type Suggested = {
  readonly kind: Suggestion<Kind>
  /** Codes of the subject catalogue. */
  readonly subject: Suggestion
  /** Units that answered such matters; the rules know none, the responsibility catalogue speaks first. */
  readonly unit: Suggestion
}
export type Suggest = (text: string) => Suggested

const byRules = { by: 'rules' } as const

/** Reads what is in use now; the answer reads words without asking anybody. */
export const suggestFrom = async (_app: App): Promise<Suggest> => {
  return (text) => ({
    kind: { from: byRules, ranked: kindsMeant(text) },
    subject: { from: byRules, ranked: subjectsMeant(text) },
    unit: { from: byRules, ranked: [] },
  })
}
