import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { runCommand } from './write/command.ts'

const batch = 200

/**
 * Looks at every order whose clocks want attention: near due, over due, a reminder to send, an answer that did not come. Costs by what is
 * due, not by what is open. What fell due while the program was down is found at the next look, once.
 */
export const sweepClocks = async (app: App): Promise<number> => {
  const at = app.clock.now()
  let swept = 0
  let stuck = 0
  for (;;) {
    const { rows } = await sql<{
      authority_id: string
      order_id: string
    }>`select * from app.orders_wanting_attention(${at}, ${batch}, ${stuck})`.execute(app.database)
    for (const { authority_id, order_id } of rows) {
      const done = await runCommand(app, { actor: systemActor(authority_id), outsourced: false }, order_id, () => ({ name: 'tick' }), {
        at,
      })
      if (done.ok) continue
      // Passed over, so that it keeps nobody else waiting.
      stuck += 1
      app.log.warn({ order: order_id, code: done.refusal.code }, 'a clock could not be looked at')
    }
    swept += rows.length
    if (rows.length < batch) return swept
  }
}
