import type { Decision } from '../kernel/index.ts'
import type { ClockKind, ClockStart, Whose } from './clock.ts'
import type { Settings } from '../policy/index.ts'
import type { Channel, ClosureKind, Kind, Urgency } from '../vocabulary/index.ts'

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

export type UnitFacts = {
  readonly unitId: string
  /** Itself and all units above it. */
  readonly path: readonly string[]
  /** False once it is dissolved. */
  readonly open: boolean
  /** 乡镇（街道）: a department's duty is not pushed down to it. */
  readonly isTownship: boolean
  readonly isDepartment: boolean
}

/** Somebody of the staff, as an order for named persons has to know them. */
export type PersonFacts = {
  /** Now in force. */
  readonly roles: readonly string[]
  /** Own units and all below. */
  readonly unitIds: readonly string[]
  /** Own units and all above. */
  readonly unitPathIds: readonly string[]
  readonly outsourced: boolean
}

export type ClockAsk = {
  readonly id: string
  readonly kind: ClockKind
  readonly whose: Whose
  readonly round: number
  readonly assignmentId: string | null
  readonly startAt: string
  /** For an assistant and inside a unit: since when the lead, or the unit, has had it. */
  readonly leadStartAt?: string
  /** For an extension: the working days granted beyond the due time, which `startAt` then is; they may exceed the pack's own for a written reason. */
  readonly grantedDays?: number
  readonly isException?: boolean
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
  /** A unit of the tree; undefined when there is none. */
  readonly unit: (unitId: string) => UnitFacts | undefined
  /** 20c: who is named for a sealed order, or is to be; undefined for who is no more, or was never there. */
  readonly person: (accountId: string) => PersonFacts | undefined
  /** 11-2: the unit that the catalogue of responsibilities names for this subject and place, where it names one. */
  readonly responsible: UnitFacts | undefined
  /** 20c: what the unit that supervises the accused one, or else the one above it, is called: the order may go there. */
  readonly superior?: string | undefined
  /** 13-4: another order that the command names: whether it is the same requester's, and how it ended; undefined where the actor may not see it. */
  readonly related: (orderId: string) => { readonly isSameRequester: boolean; readonly closure: ClosureKind | null } | undefined
  /** The values of the pack that binds the order (that of its acceptance); undefined where none is in force. */
  readonly settings: Settings | undefined
  readonly mayRole: (roles: readonly string[], right: string) => boolean
}
