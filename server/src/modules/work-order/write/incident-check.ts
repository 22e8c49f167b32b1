import { mayJoin } from '@open12345/domain/incident'
import { accept, type Decision } from '@open12345/domain/kernel'
import type { Command } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import { instantText } from './context.ts'

/** 12-4: only what lasts is joined; held until the step is written, so that it does not end beside it. */
export const checkIncident = async (tx: Tx, orderId: string | null, commands: readonly Command[]): Promise<Decision<unknown>> => {
  const joining = commands.find((command) => command.name === 'join-incident')
  if (joining === undefined || orderId === null) return accept(undefined)
  const { rows } = await sql<{ main_order_id: string; over_at: Temporal.Instant | null }>`
    select main_order_id, over_at from incident where authority_id = app.authority() and incident_id = ${joining.incidentId} for share`.execute(
    tx,
  )
  const [row] = rows
  const known = row && { mainOrderId: row.main_order_id, overAt: row.over_at === null ? null : instantText(row.over_at) }
  return mayJoin(known, orderId)
}
