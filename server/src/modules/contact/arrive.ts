import { sql } from 'kysely'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { announceContact } from '../live/index.ts'
import { insertContact } from './doors.ts'
import { knownNumber } from './phone.ts'
import { callerOf } from './sealing.ts'

export type Call = {
  /** The call's name at the switch becomes the contact's id. */
  readonly contactId: string
  readonly leg: string
  /** As the network showed it; empty where it showed none. */
  readonly from: string
  readonly at: Temporal.Instant
  /** The seat that is to get it if it is free. */
  readonly preferredSeat: string | null
}

// One after the other: two calls must not find the same seat free.
const freeSeat = async (tx: Tx, { preferredSeat, at }: Call): Promise<string | null> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('contact.ring/' || app.authority(), 0))`.execute(tx)
  const { rows } = await sql<{ seat: string | null }>`select app.free_seat(${preferredSeat}::uuid, ${at}) as seat`.execute(tx)
  return rows[0]?.seat ?? null
}

/** Lets a call ring at the free seat that has waited longest. Refuses `contact.no-seat-free`. @clause 2-channels */
export const arrive = async (app: App, call: Call): Promise<Decision<{ readonly accountId: string }>> => {
  const accountId = await asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const seat = await freeSeat(tx, call)
    if (seat === null) return null
    const { phone, hash, requesterIds } = await knownNumber(tx, app, call.from)
    const { contactId, at, leg, from } = call
    await insertContact(tx, app, {
      contactId,
      channel: 'phone',
      at,
      state: 'ringing',
      accountId: seat,
      requesterIds,
      caller: callerOf(from, phone),
      phoneHash: hash,
      leg,
      raw: JSON.stringify({ leg, from, to: '12345', at: at.toString() }),
    })
    return seat
  })
  if (accountId === null) return refuse({ code: 'contact.no-seat-free', clause: '10-answer' })
  announceContact(app, accountId)
  return accept({ accountId })
}
