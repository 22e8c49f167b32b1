import type { TelephonyPort } from '@open12345/domain/telephony'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { callOf } from './hear.ts'
import { heldRow, moveTo } from './store.ts'

/** Longer than both sides may ring. */
const toldWithinSeconds = 120

/**
 * Calls that the program was stopped in: one that has no line left on the switch is over, and what came of it is unknown unless both had talked.
 * May be killed anywhere and run again.
 */
export const settleBridges = async (app: App, telephony: TelephonyPort): Promise<void> => {
  const at = app.clock.now()
  const { rows } = await sql<{ authority_id: string; bridge_id: string }>`
    select * from app.bridges_to_settle(${at.subtract({ seconds: toldWithinSeconds })})`.execute(app.database)
  if (rows.length === 0) return
  const { legs } = await telephony.snapshot()
  for (const { authority_id: authorityId, bridge_id: bridgeId } of rows) {
    const sides = legs.filter(({ call }) => call === callOf(bridgeId))
    if (sides.filter(({ up }) => up).length === 2) continue
    for (const { leg } of sides) await telephony.hangUp(leg)
    await asActor(app.database, systemActor(authorityId), async (tx) => {
      const row = await heldRow(tx, bridgeId)
      if (row?.ended_at === null) await moveTo(tx, bridgeId, row.state === 'talking' ? 'ended' : 'unknown', at)
    })
  }
}
