import type { ClosureKind } from '@open12345/domain/vocabulary'
import type { Command } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'

/** Another order that a step names, as the actor may see it. */
export type Related = { readonly isSameRequester: boolean; readonly closure: ClosureKind | null }

const namedBy = (command: Command): readonly string[] =>
  command.name === 'link-repeat' || command.name === 'explain-termination' ? [command.ofOrderId] : []

/** 13-4: the earlier orders that these steps name, by their ids; what the actor may not see is not there. The same person: by keyed hash (migration 0015). */
export const relatedOrders = async (
  tx: Tx,
  orderId: string | null,
  commands: readonly Command[],
): Promise<ReadonlyMap<string, Related>> => {
  const named = commands.flatMap(namedBy)
  if (named.length === 0 || orderId === null) return new Map()
  const { rows } = await sql<{ order_id: string; closure: ClosureKind | null; same: boolean }>`
    select o.order_id, o.closure_kind as closure, app.same_person(${orderId}, o.order_id) as same
    from work_order o where o.authority_id = app.authority() and o.order_id = any(${named}::uuid[]) and o.order_id <> ${orderId}`.execute(
    tx,
  )
  return new Map(rows.map(({ order_id, closure, same }) => [order_id, { isSameRequester: same, closure }]))
}
