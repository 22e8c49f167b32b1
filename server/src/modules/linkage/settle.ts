import type { TelephonyPort } from '@open12345/domain/telephony'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { endTest, lineAnswered } from './hear.ts'
import { findRow, moveTo } from './store.ts'

/** Longer than a line may ring: by then its outcome has been told, unless whoever was to hear it is gone. */
const toldWithinSeconds = 60

type Unsettled = { readonly authority_id: string; readonly linkage_id: string; readonly is_test: boolean }
type Leg = { readonly leg: string; readonly up: boolean }

/** Answers the call that the line is to be let into. */
const settleCall = async (tx: Tx, linkageId: string, leg: Leg | undefined, at: Temporal.Instant): Promise<string | undefined> => {
  const row = await findRow(tx, linkageId)
  if (row?.state === 'joined') await moveTo(tx, linkageId, 'ended', at)
  if (row?.state !== 'calling') return undefined
  if (leg?.up === true) return (await lineAnswered(tx, linkageId, at))?.contact_id
  await moveTo(tx, linkageId, leg === undefined ? 'unknown' : 'no-answer', at)
  return undefined
}

/**
 * Calls whose outcome nobody heard, because the program stopped in between: what the switch still knows is taken from it, the others are unknown
 * and say so. A line that stays joined where the citizen's call is over has ended. May be killed anywhere and run again.
 * @clause 14
 */
export const settleLinkages = async (app: App, telephony: TelephonyPort): Promise<void> => {
  const at = app.clock.now()
  const { rows } = await sql<Unsettled>`
    select * from app.linkages_to_settle(${at.subtract({ seconds: toldWithinSeconds })})`.execute(app.database)
  if (rows.length === 0) return
  const { legs } = await telephony.snapshot()
  for (const { authority_id: authorityId, linkage_id: id, is_test: isTest } of rows) {
    const leg = legs.find(({ call, role }) => call === id && role === 'external')
    const room = await asActor(app.database, systemActor(authorityId), async (tx) => {
      if (!isTest) return settleCall(tx, id, leg, at)
      await endTest(tx, id, leg === undefined ? 'unknown' : leg.up ? 'reached' : 'no-answer')
      return undefined
    })
    if (leg === undefined) continue
    await (room === undefined ? telephony.hangUp(leg.leg) : telephony.join(room, [leg.leg]))
  }
}
