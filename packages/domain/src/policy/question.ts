import type { Span } from '../calendar/index.ts'
import type { Kind, Urgency } from '../vocabulary/index.ts'
import type { ClockName } from './clock-name.ts'

/** What a due time depends on, besides the rules. */
export type ClockQuestion = {
  readonly clock: ClockName
  /** When the clock starts; for `extension` the old due time. */
  readonly startAt: Temporal.Instant
  readonly kind?: Kind | null
  /** The platform that an item came from (第八条（二）); `sourceLimit` and `upstreamDueOn` carry what it demands. */
  readonly source?: string | null
  /** A code of the subject catalogue: other law may set its limit (12-5). */
  readonly subject?: string | null
  readonly urgency?: Urgency | null
  /** The source's own limit for this item, from the same start. */
  readonly sourceLimit?: Span | null
  /** The last day that the source has named for this item, `2023-08-24`. */
  readonly upstreamDueOn?: string | null
  /** For `assist`: when the lead received the order, if that was not `startAt`. */
  readonly leadStartAt?: Temporal.Instant | null
  /** For `extension`: the working days granted; the most that the pack allows unless told. */
  readonly grantedDays?: number | null
  /** For `extension`: the manager went beyond what the pack allows in general, in writing (12-3). */
  readonly isException?: boolean | undefined
}
