import {
  legId,
  parseLeg,
  type EndReason,
  type LegId,
  type RoomId,
  type Snapshot,
  type TelephonyEvent,
  type TelephonyPort,
} from '@open12345/domain/telephony'
import type { Clock } from '../../time/clock.ts'

/** How a number outside behaves when it is dialled; `rings` goes on until somebody does something. */
export type LineAnswer = 'answers' | 'rings' | 'busy' | 'no-answer' | 'unreachable'

export type SimulatedSwitch = TelephonyPort & {
  /** A citizen calls; `call` names the call. */
  readonly callIn: (call: string, from: string) => LegId
  /** The other party picks up. */
  readonly partyAnswers: (leg: LegId) => void
  /** The other party hangs up. */
  readonly partyHangsUp: (leg: LegId) => void
  /** From now on; numbers of which nothing was said answer. */
  readonly letBehave: (number: string, answer: LineAnswer) => void
}

const snapshotOf = (legs: ReadonlyMap<LegId, { readonly up: boolean }>, rooms: ReadonlyMap<RoomId, ReadonlySet<LegId>>): Snapshot => ({
  legs: [...legs].flatMap(([leg, { up }]) => {
    const parsed = parseLeg(leg)
    return parsed === undefined ? [] : [{ leg, ...parsed, up }]
  }),
  rooms: [...rooms].map(([room, inside]) => ({ room, legs: [...inside] })),
})

/**
 * A switch that exists in memory only. Trap: with several processes each has one, so a leg that is not known here was let in by another and is
 * taken on; what counts is kept by the contacts, not by the switch.
 */
export const simulatedSwitch = (clock: Clock): SimulatedSwitch => {
  const legs = new Map<LegId, { up: boolean }>()
  const rooms = new Map<RoomId, Set<LegId>>()
  const ears = new Set<(event: TelephonyEvent) => void>()
  const behaviour = new Map<string, LineAnswer>()
  let dialled = 0

  const tell = (event: TelephonyEvent): void => ears.forEach((heard) => heard(event))
  const leave = (leg: LegId): void => rooms.forEach((room) => room.delete(leg))
  const end = (leg: LegId, by: 'party' | 'us', reason: EndReason = 'normal'): void => {
    leave(leg)
    if (legs.delete(leg)) tell({ type: 'ended', at: clock.now(), leg, reason, by })
  }
  const bringUp = (leg: LegId): void => {
    if (legs.get(leg)?.up === true) return
    legs.set(leg, { up: true })
    tell({ type: 'answered', at: clock.now(), leg })
  }
  const ring = (leg: LegId, answer: LineAnswer): void => {
    legs.set(leg, { up: false })
    if (answer === 'answers') bringUp(leg)
    else if (answer !== 'rings') end(leg, 'party', answer)
  }
  return {
    name: 'simulator',
    on: (heard) => {
      ears.add(heard)
      return () => void ears.delete(heard)
    },
    callIn: (call, from) => {
      const leg = legId(call, 'citizen', 1)
      legs.set(leg, { up: false })
      tell({ type: 'inbound', at: clock.now(), leg, from, to: '12345' })
      return leg
    },
    partyAnswers: bringUp,
    partyHangsUp: (leg) => end(leg, 'party'),
    letBehave: (number, answer) => void behaviour.set(number, answer),
    answer: async (leg) => bringUp(leg),
    dial: async ({ call, role, to }) => {
      const leg = legId(call, role, ++dialled)
      ring(leg, 'number' in to ? (behaviour.get(to.number) ?? 'answers') : 'answers')
      return leg
    },
    join: async (room, joining) => {
      for (const leg of joining) {
        leave(leg)
        rooms.set(room, (rooms.get(room) ?? new Set<LegId>()).add(leg))
      }
    },
    hangUp: async (leg) => end(leg, 'us'),
    closeRoom: async (room) => {
      for (const leg of rooms.get(room) ?? []) end(leg, 'us')
      rooms.delete(room)
    },
    snapshot: async () => snapshotOf(legs, rooms),
  }
}
