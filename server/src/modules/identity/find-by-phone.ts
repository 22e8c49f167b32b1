import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { openMasks, type MaskRow, type Masks } from './masks.ts'
import { readPhone } from '../organisation/index.ts'
import { phoneHash } from './phone-hash.ts'

export type FindPurpose = 'incoming-contact' | 'history' | 'screening'
export type KnownRequester = Masks & { readonly createdAt: Temporal.Instant }

/** Who has called from this number before, newest first, at most fifty. The look-up is an audit record. Scopes: centre, seat, system. @clause 20b */
export const findByPhone = async (tx: Tx, app: App, phone: string, purpose: FindPurpose): Promise<readonly KnownRequester[]> => {
  const number = await readPhone(tx, phone)
  if (number === undefined) return []
  const { rows } = await sql<MaskRow & { readonly created_at: Temporal.Instant }>`
    select * from vault.requesters_by_phone(${phoneHash(app, number)}, ${purpose}, ${app.clock.now()})`.execute(tx)
  return rows.map((row) => ({ ...openMasks(app, row), createdAt: row.created_at }))
}
