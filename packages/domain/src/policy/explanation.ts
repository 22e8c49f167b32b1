import type { Arithmetic, Sentences, Words } from '../calendar/index.ts'
import type { ClauseId } from '../clauses/index.ts'
import type { Kind, Urgency } from '../vocabulary/index.ts'
import type { ClockName } from './clock-name.ts'
import type { SilentDefaultId } from './pack.ts'

/** A limit that was weighed, and what became of it (12-5). */
export type WeighedLimit = {
  readonly basis: 'pack' | 'statutory' | 'source'
  /** `7wd`; null where a source named the last day itself. */
  readonly span: string | null
  readonly dueOn: string
  readonly dueAt: string
  readonly clause: ClauseId
  readonly article: string
  readonly governs: boolean
  readonly reason: Words
}

/** An assumption that the answer rests on (第二十七条). */
export type RestsOn = { readonly id: SilentDefaultId; readonly assumption: Words; readonly confirmed: boolean }

/** Everything about one due time, as plain data: stored with the clock, shown in the console, answered by the API. */
export type Explanation = Arithmetic & {
  readonly clock: ClockName
  readonly kind: Kind | null
  readonly source: string | null
  readonly subject: string | null
  readonly urgency: Urgency | null
  readonly receivedAt: string
  readonly authority: string
  /** `7wd`; null where a source named the last day itself. */
  readonly span: string | null
  readonly clause: ClauseId
  readonly article: string
  readonly pack: string
  readonly packVersion: string
  readonly inheritedFrom: string | null
  readonly candidates: readonly WeighedLimit[]
  readonly silentDefaults: readonly RestsOn[]
  readonly sentences: Sentences
}

/** A span counted on a calendar alone: no norm is asked, so no clause and no pack stand behind it. */
export type SpanExplanation = Arithmetic & {
  readonly receivedAt: string
  readonly span: string
  readonly clause: null
  readonly pack: null
  readonly sentences: Sentences
}
