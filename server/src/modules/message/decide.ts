import { sql } from 'kysely'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'

type Seen = {
  readonly orderId: string
  readonly state: string
  readonly toHash: Buffer | null
  readonly recipient: string
  readonly attempts: number
}

/** The message as the actor may see it. */
export const seenMessage = (app: App, actor: Actor, messageId: string): Promise<Seen | undefined> =>
  asActor(app.database, actor, async (tx) => {
    const { rows } = await sql<Seen>`
      select order_id as "orderId", state, to_hash as "toHash", recipient, attempts from outbox
      where authority_id = app.authority() and message_id = ${messageId}`.execute(tx)
    return rows[0]
  })

/** A person's word on a message of unknown outcome: once more with the same key, or left for somebody to reach them otherwise. */
export const decideMessage = async (
  app: App,
  actor: Actor,
  messageId: string,
  decision: 'send-again' | 'leave',
): Promise<Decision<Record<never, never>>> => {
  const seen = await seenMessage(app, actor, messageId)
  if (seen === undefined) return refuse({ code: 'message.not-found' })
  const state = decision === 'leave' ? 'manual' : 'waiting'
  // The program's hand, the person's name: the decision and its record stand or fall together.
  return decideAs(app.database, { ...actor, scope: 'system' }, async (tx) => {
    const done = await sql`update outbox set state = ${state}, next_attempt_at = ${app.clock.now()}
      where authority_id = app.authority() and message_id = ${messageId} and state = 'unknown'`.execute(tx)
    if (done.numAffectedRows !== 1n) return refuse({ code: 'message.decided' })
    await writeAudit(tx, app, { action: 'message.decide', orderId: seen.orderId, subjectIds: [messageId], facts: [decision] })
    return accept({})
  })
}
