import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { openerOf } from './envelope.ts'

export type SendingPurpose = 'notice' | 'follow-up' | 'bridge-call'

/** The number to which the relay sends or the bridge dials; no person is shown it. Scope: system. */
export const phoneForSending = async (
  tx: Tx,
  app: App,
  asked: { readonly requesterId: string; readonly orderId?: string; readonly purpose: SendingPurpose },
): Promise<string | undefined> => {
  const { rows } = await sql<{ wrapped_key: Buffer; phone_sealed: Buffer }>`
    select * from vault.phone_for_sending(${asked.requesterId}, ${asked.orderId ?? null}, ${asked.purpose}, ${app.clock.now()})`.execute(tx)
  const row = rows[0]
  return row === undefined ? undefined : openerOf(app, row.wrapped_key, asked.requesterId)('phone', row.phone_sealed)
}

/** Destroys the requester's key: what was sealed under it is unreadable from then on, here and in every backup of the sealed fields. Scope: system. */
export const forgetRequester = async (
  tx: Tx,
  app: App,
  requesterId: string,
  purpose: 'retention-ended' | 'lawful-request',
): Promise<void> => {
  await sql`select vault.forget(${requesterId}, ${purpose}, ${app.clock.now()})`.execute(tx)
}
