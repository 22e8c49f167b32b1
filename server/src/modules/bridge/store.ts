import type { BridgeView } from '@open12345/contract/bridge'
import { bridgeLasts, type BridgePurpose, type BridgeState } from '@open12345/domain/telephony'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

/** A row as the actor may see it (migration 0032). */
export type Row = {
  readonly bridge_id: string
  readonly order_id: string
  readonly account_id: string
  readonly by: string
  readonly purpose: BridgePurpose
  readonly state: BridgeState
  readonly at: Temporal.Instant
  readonly talking_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
}

const rowsWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select b.bridge_id, b.order_id, b.account_id, coalesce(a.name, '') as by, b.purpose, b.state, b.at, b.talking_at, b.ended_at
    from bridge_call b left join account a on a.authority_id = b.authority_id and a.account_id = b.account_id
    where b.authority_id = app.authority() and ${condition}`.execute(tx)
  return rows
}

export const findRow = async (tx: Tx, bridgeId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`b.bridge_id = ${bridgeId}`))[0]

/** Held until the end of the transaction, so that nothing moves it meanwhile. */
export const heldRow = async (tx: Tx, bridgeId: string): Promise<Row | undefined> =>
  (await rowsWhere(tx, sql`b.bridge_id = ${bridgeId} for update of b`))[0]

/** The newest first. */
export const rowsOfOrder = (tx: Tx, orderId: string): Promise<readonly Row[]> =>
  rowsWhere(tx, sql`b.order_id = ${orderId} order by b.bridge_id desc limit 20`)

export const isRunning = async (tx: Tx, orderId: string): Promise<boolean> => {
  const { rows } = await sql<{ running: boolean }>`select app.bridge_running(${orderId}) as running`.execute(tx)
  return rows[0]?.running === true
}

type NewBridge = { readonly orderId: string; readonly accountId: string; readonly purpose: BridgePurpose; readonly at: Temporal.Instant }
export const insertBridge = async (tx: Tx, { orderId, accountId, purpose, at }: NewBridge): Promise<string> => {
  const bridgeId = newId(at)
  await sql`insert into bridge_call (authority_id, bridge_id, order_id, account_id, purpose, state, at)
    values (app.authority(), ${bridgeId}, ${orderId}, ${accountId}, ${purpose}, 'calling', ${at})`.execute(tx)
  return bridgeId
}

export const moveTo = async (tx: Tx, bridgeId: string, state: BridgeState, at: Temporal.Instant): Promise<void> => {
  await sql`update bridge_call set state = ${state},
      talking_at = case when ${state} = 'talking' then ${at}::timestamptz else talking_at end,
      ended_at = ${bridgeLasts(state) ? null : at}::timestamptz
    where authority_id = app.authority() and bridge_id = ${bridgeId}`.execute(tx)
}

const text = (at: Temporal.Instant | null): string | null => at?.toString({ smallestUnit: 'millisecond' }) ?? null

export const bridgeViewOf = ({ accountId }: Actor, row: Row): BridgeView => ({
  bridgeId: row.bridge_id,
  orderId: row.order_id,
  purpose: row.purpose,
  state: row.state,
  by: row.by,
  isOwn: row.account_id === accountId,
  isRunning: bridgeLasts(row.state),
  at: row.at.toString({ smallestUnit: 'millisecond' }),
  talkingAt: text(row.talking_at),
  endedAt: text(row.ended_at),
})
