import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { openerOf } from './envelope.ts'

/** What may stand in a list: 王**, 138****1234. Anonymous requesters have no name here, whatever was recorded. */
export type Masks = { readonly requesterId: string; readonly anonymous: boolean; readonly name?: string; readonly phone?: string }

export type MaskRow = {
  readonly requester_id: string
  readonly wrapped_key: Buffer
  readonly masks_sealed: Buffer | null
  readonly anonymous: boolean
}

type Sealed = { readonly name?: string; readonly phone?: string }

export const openMasks = (app: App, row: MaskRow): Masks => {
  const text = openerOf(app, row.wrapped_key, row.requester_id)('masks', row.masks_sealed)
  const { name, phone }: Sealed = text === undefined ? {} : (JSON.parse(text) as Sealed)
  return {
    requesterId: row.requester_id,
    anonymous: row.anonymous,
    ...(name === undefined || row.anonymous ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  }
}

/**
 * The masks that the actor may see; whom they may not see is missing from the answer. A unit sees those of orders that are open to it,
 * so each requester is asked for with the order for which they are shown.
 * @clause 20a
 */
export const masks = async (
  tx: Tx,
  app: App,
  shown: readonly { readonly requesterId: string; readonly orderId?: string }[],
): Promise<ReadonlyMap<string, Masks>> => {
  if (shown.length === 0) return new Map()
  const requesters = shown.map(({ requesterId }) => requesterId)
  const orders = shown.map(({ orderId }) => orderId ?? null)
  const { rows } = await sql<MaskRow>`select * from vault.masks(${requesters}::uuid[], ${orders}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.requester_id, openMasks(app, row)]))
}
