/**
 * What the hotline needs of a switch, in words of legs and rooms: a leg is one party's line, a room is where legs hear each other. Instants are
 * the switch's own. Transfer, three-way and consultation are all dial, join and hang up: no command of their own.
 */
export type LegId = string
export type RoomId = string
export type LegRole = 'citizen' | 'agent' | 'expert' | 'external'
export type EndReason = 'normal' | 'busy' | 'rejected' | 'no-answer' | 'unreachable' | 'cancelled' | 'failed' | 'lost'
export type Target = { readonly seat: string } | { readonly number: string }

export type TelephonyEvent =
  | { readonly type: 'inbound'; readonly at: Temporal.Instant; readonly leg: LegId; readonly from: string; readonly to: string }
  | { readonly type: 'answered'; readonly at: Temporal.Instant; readonly leg: LegId }
  | {
      readonly type: 'ended'
      readonly at: Temporal.Instant
      readonly leg: LegId
      readonly reason: EndReason
      readonly by: 'party' | 'us' | 'switch'
    }

export type Dial = { readonly call: string; readonly role: LegRole; readonly to: Target; readonly timeoutMs: number }
export type Snapshot = {
  readonly legs: readonly { readonly leg: LegId; readonly role: LegRole; readonly call: string; readonly up: boolean }[]
  readonly rooms: readonly { readonly room: RoomId; readonly legs: readonly LegId[] }[]
}

export type TelephonyPort = {
  readonly name: 'simulator' | 'asterisk'
  /** The answer stops hearing. Every leg ends exactly once. */
  readonly on: (heard: (event: TelephonyEvent) => void) => () => void
  readonly answer: (leg: LegId) => Promise<void>
  readonly dial: (dial: Dial) => Promise<LegId>
  /** Puts legs into a room, made if need be, out of wherever they are. */
  readonly join: (room: RoomId, legs: readonly LegId[]) => Promise<void>
  /** A leg that is gone already is no fault. */
  readonly hangUp: (leg: LegId) => Promise<void>
  readonly closeRoom: (room: RoomId) => Promise<void>
  readonly snapshot: () => Promise<Snapshot>
}

/** Leg ids carry call and role, so that a restarted process can read them back from the switch. */
export const legId = (call: string, role: LegRole, n: number): LegId => `${call}.${role}.${n}`

export const parseLeg = (leg: LegId): { readonly call: string; readonly role: LegRole } | undefined => {
  const parts = /^(?<call>.+)\.(?<role>citizen|agent|expert|external)\.\d+$/.exec(leg)?.groups
  return parts === undefined ? undefined : { call: parts['call'] ?? '', role: parts['role'] as LegRole }
}
