/** A refusal names its code and, where the regulation is what forbids, the clause (an id of `clauses`). Sentences live in the noun's refusal table. */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly clause?: string
  /** Facts that the sentence's {placeholders} are filled with. Codes, numbers and dates only; never a person's words. */
  readonly facts?: Readonly<Record<string, string | number>>
}

/**
 * How the border answers: a thing that the asker may not know of (404), a step that is forbidden now (409), a stale version (412),
 * input that cannot be meant (400), a right that is missing (403), nobody signed in (401).
 */
export type RefusalNature =
  'invalid' | 'unauthenticated' | 'not-entitled' | 'not-found' | 'forbidden-step' | 'stale' | 'too-large' | 'unsupported-media' | 'too-many'

export type RefusalText = { readonly nature: RefusalNature; readonly clause?: string; readonly zh: string; readonly en: string }
/** One table per noun: refusal code → sentence in Chinese and English. */
export type RefusalTable = Readonly<Record<string, RefusalText>>
