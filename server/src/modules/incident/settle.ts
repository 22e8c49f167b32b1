import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor, type Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { runCommand } from '../work-order/index.ts'
import { findRow } from './store.ts'

const batch = 100

const stillJoined = (app: App, actor: Actor, incidentId: string, after: string | null): Promise<readonly string[]> =>
  asActor(app.database, actor, async (tx) => {
    const { rows } = await sql<{ order_id: string }>`
      select order_id from work_order
      where authority_id = app.authority() and incident_id = ${incidentId} and status = 'with-incident'
        ${after === null ? sql`` : sql`and order_id > ${after}`}
      order by order_id limit ${batch}`.execute(tx)
    return rows.map(({ order_id }) => order_id)
  })

/** One after the other, each a step of its own: what was answered before the program was killed is not joined any more. */
const answerAll = async (app: App, actor: Actor, incidentId: string, answer: string): Promise<number> => {
  let stuck = 0
  let after: string | null = null
  for (;;) {
    const orderIds: readonly string[] = await stillJoined(app, actor, incidentId, after)
    for (const orderId of orderIds) {
      const at = app.clock.now()
      const done = await runCommand(
        app,
        { actor, outsourced: false },
        orderId,
        (words) => ({ name: 'answer-from-incident', answerText: words.put('answer', answer) }),
        { at },
      )
      // Taken out or answered in between is as good; anything else is looked at again.
      if (!done.ok && done.refusal.code !== 'work-order.wrong-status') {
        stuck += 1
        app.log.warn({ order: orderId, code: done.refusal.code }, 'an answer from an incident could not be given')
      }
    }
    after = orderIds.at(-1) ?? null
    if (orderIds.length < batch) return stuck
  }
}

/**
 * Answers everybody who asked about an incident that is over. May be killed anywhere and run again.
 * @clause 12-4a
 */
export const settleIncidents = async (app: App): Promise<void> => {
  const { rows } = await sql<{ authority_id: string; incident_id: string }>`select * from app.incidents_to_settle()`.execute(app.database)
  for (const { authority_id, incident_id } of rows) {
    const actor = systemActor(authority_id)
    const row = await asActor(app.database, actor, (tx) => findRow(tx, incident_id))
    const stuck = await answerAll(app, actor, incident_id, row?.final_answer ?? '')
    if (stuck > 0) continue
    await asActor(app.database, actor, (tx) =>
      sql`update incident set settled_at = ${app.clock.now()} where authority_id = app.authority() and incident_id = ${incident_id}`.execute(
        tx,
      ),
    )
  }
}
