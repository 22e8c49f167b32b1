import { mayJoin } from '@open12345/domain/incident'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Command } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import { instantText } from './context.ts'

type Joining = Extract<Command, { readonly name: 'join-incident' }>

/** 12-4: only what lasts is joined; held until the step is written, so that it does not end beside it. */
const checkJoined = async (tx: Tx, orderId: string, { incidentId }: Joining): Promise<Decision<unknown>> => {
  const { rows } = await sql<{ main_order_id: string; over_at: Temporal.Instant | null }>`
    select main_order_id, over_at from incident where authority_id = app.authority() and incident_id = ${incidentId} for share`.execute(tx)
  const [row] = rows
  const known = row && { mainOrderId: row.main_order_id, overAt: row.over_at === null ? null : instantText(row.over_at) }
  return mayJoin(known, orderId)
}

/** 20c: what others are told of, and joined to, is not sealed while it lasts. */
const checkMain = async (tx: Tx, orderId: string): Promise<Decision<unknown>> => {
  const { rows } = await sql`
    select from incident where authority_id = app.authority() and main_order_id = ${orderId} and over_at is null`.execute(tx)
  return rows.length === 0 ? accept(undefined) : refuse({ code: 'seal.with-incident', clause: '20c' })
}

export const checkIncident = async (tx: Tx, orderId: string | null, commands: readonly Command[]): Promise<Decision<unknown>> => {
  if (orderId === null) return accept(undefined)
  const joining = commands.find((command) => command.name === 'join-incident')
  if (joining !== undefined) return checkJoined(tx, orderId, joining)
  return commands.some(({ name }) => name === 'seal') ? checkMain(tx, orderId) : accept(undefined)
}
