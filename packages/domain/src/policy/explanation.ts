import type { MadeUpDay, ProvisionalReason, SkippedDay, Words } from '../calendar/index.ts'
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
export type Explanation = {
  readonly clock: ClockName
  readonly kind: Kind | null
  readonly source: string | null
  readonly subject: string | null
  readonly urgency: Urgency | null
  /** Instants are written in Asia/Shanghai, dates are of Asia/Shanghai. */
  readonly receivedAt: string
  readonly authority: string
  /** `7wd`; null where a source named the last day itself. */
  readonly span: string | null
  /** The last date with an instant in time. */
  readonly dueOn: string
  /** The first instant that is late. */
  readonly dueAt: string
  readonly clause: ClauseId
  readonly article: string
  readonly pack: string
  readonly packVersion: string
  readonly inheritedFrom: string | null
  readonly calendar: string
  readonly provisional: boolean
  readonly provisionalReasons: readonly ProvisionalReason[]
  readonly days: readonly string[]
  readonly skipped: readonly SkippedDay[]
  readonly madeUp: readonly MadeUpDay[]
  readonly candidates: readonly WeighedLimit[]
  readonly silentDefaults: readonly RestsOn[]
  /** The arithmetic in plain sentences. */
  readonly sentences: { readonly zh: readonly string[]; readonly en: readonly string[] }
}
