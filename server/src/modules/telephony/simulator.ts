import { legId, parseLeg, type LegId, type RoomId, type TelephonyEvent, type TelephonyPort } from '@open12345/domain/telephony'
import type { Clock } from '../../time/clock.ts'

export type SimulatedSwitch = TelephonyPort & {
  /** A citizen calls; `call` names the call. */
  readonly callIn: (call: string, from: string) => LegId
  /** The other party hangs up. */
  readonly partyHangsUp: (leg: LegId) => void
}

/**
 * A switch that exists in memory only. Trap: with several processes each has one, so a leg that is not known here was let in by another and is
 * taken on; what counts is kept by the contacts, not by the switch.
 */
export const simulatedSwitch = (clock: Clock): SimulatedSwitch => {
  const legs = new Map<LegId, { up: boolean }>()
  const rooms = new Map<RoomId, Set<LegId>>()
  const ears = new Set<(event: TelephonyEvent) => void>()
  let dialled = 0

  const tell = (event: TelephonyEvent): void => ears.forEach((heard) => heard(event))
  const leave = (leg: LegId): void => rooms.forEach((room) => room.delete(leg))
  const end = (leg: LegId, by: 'party' | 'us'): void => {
    leave(leg)
    if (legs.delete(leg)) tell({ type: 'ended', at: clock.now(), leg, reason: 'normal', by })
  }
  const bringUp = (leg: LegId): void => {
    if (legs.get(leg)?.up === true) return
    legs.set(leg, { up: true })
    tell({ type: 'answered', at: clock.now(), leg })
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
    partyHangsUp: (leg) => end(leg, 'party'),
    answer: async (leg) => bringUp(leg),
    dial: async ({ call, role }) => {
      const leg = legId(call, role, ++dialled)
      bringUp(leg)
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
    snapshot: async () => ({
      legs: [...legs].flatMap(([leg, { up }]) => {
        const parsed = parseLeg(leg)
        return parsed === undefined ? [] : [{ leg, ...parsed, up }]
      }),
      rooms: [...rooms].map(([room, inside]) => ({ room, legs: [...inside] })),
    }),
  }
}
