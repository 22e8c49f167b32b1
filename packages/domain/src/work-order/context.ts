import type { Decision } from '../kernel/index.ts'
import type { ClockKind, ClockStart, Whose } from './clock.ts'
import type { Channel, Kind, Urgency } from '../vocabulary/index.ts'

export type WorkActor =
  | {
      readonly kind: 'staff'
      readonly accountId: string
      readonly roles: readonly string[]
      /** Own units and all below. */
      readonly unitIds: readonly string[]
      /** Own units and all above. */
      readonly unitPathIds: readonly string[]
    }
  | { readonly kind: 'requester' }
  | { readonly kind: 'system' }

export type ClockAsk = {
  readonly id: string
  readonly kind: ClockKind
  readonly whose: Whose
  readonly round: number
  readonly assignmentId: string | null
  readonly startAt: string
}
/** What the limits depend on besides the clock itself. */
export type Matter = { readonly kind: Kind | null; readonly subject: string | null; readonly urgency: Urgency; readonly channel: Channel }

/** Everything a decision may know besides the order. */
export type Context = {
  /** RFC 3339, UTC, milliseconds. */
  readonly now: string
  readonly actor: WorkActor
  /** The clock as the pack in force at its start counts it; refused with `policy.none-in-force` where there is none. */
  readonly startClock: (ask: ClockAsk, matter: Matter) => Decision<ClockStart>
  /** 20c, 12-2b: a unit with its path upwards (itself among them); undefined when there is none; `open` is false once it is dissolved. */
  readonly unit: (unitId: string) => { readonly path: readonly string[]; readonly open: boolean } | undefined
  readonly mayRole: (roles: readonly string[], right: string) => boolean
}
