import type { Happened, WorkOrder, WorkOrderEvent } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import type { Explanations } from '../present/clocks.ts'

type EventRow = {
  readonly version: number
  readonly at: string
  readonly author: 'staff' | 'requester' | 'system'
  readonly accountId: string | null
  readonly name: string | null
  readonly event: WorkOrderEvent
}
type UnitRow = { readonly name: string; readonly path: readonly string[]; readonly open: boolean }

/** An order whole, as the actor may see it. `sealed` words are base64 under the order's key. */
export type PageRow = {
  readonly number: string
  readonly state: WorkOrder
  readonly wrapped_key: Buffer | null
  readonly history: readonly EventRow[]
  readonly texts: readonly { readonly id: string; readonly role: string; readonly sealed: string }[]
  readonly explanations: Readonly<Record<string, Explanations extends ReadonlyMap<string, infer One> ? One : never>>
  readonly units: Readonly<Record<string, UnitRow>>
  readonly places: Readonly<Record<string, string>>
  readonly has_files: boolean
}

/** By `app.order_page` (migration 0010), which answers nothing to whoever may not see the order. */
export const pageRow = async (tx: Tx, orderId: string, on: Temporal.PlainDate): Promise<PageRow | undefined> => {
  const { rows } = await sql<PageRow>`select * from app.order_page(${orderId}, ${on})`.execute(tx)
  return rows[0]
}

export const happenedIn = ({ history }: PageRow): readonly Happened[] =>
  history.map(({ version, at, author, accountId, event }) => ({
    version,
    at,
    author: author === 'staff' ? { kind: 'staff', accountId: accountId ?? '' } : { kind: author },
    event,
  }))
