import type { Span } from '@open12345/domain/identity'
import type { Happened, WorkOrder, WorkOrderEvent } from '@open12345/domain/work-order'
import { sql } from 'kysely'
import type { Tx } from '../../../db/transaction.ts'
import type { UnitKind } from '../../organisation/index.ts'
import type { Explanations } from '../present/clocks.ts'
import type { Marks } from '../../../keys/marks.ts'

type EventRow = {
  readonly version: number
  readonly at: string
  readonly author: 'staff' | 'requester' | 'system'
  readonly accountId: string | null
  readonly name: string | null
  readonly event: WorkOrderEvent
}
type UnitRow = { readonly name: string; readonly kind: UnitKind; readonly path: readonly string[]; readonly open: boolean }

/** An order whole, as the actor may see it: what `app.order_page` (migration 0027) answers. Keys and sealed words are base64. */
export type PageRow = {
  readonly number: string
  readonly order: WorkOrder
  readonly key: string | null
  readonly marks: Marks | null
  readonly history: readonly EventRow[]
  readonly texts: readonly { readonly id: string; readonly role: string; readonly sealed: string; readonly spans: readonly Span[] | null }[]
  readonly explanations: Readonly<Record<string, Explanations extends ReadonlyMap<string, infer One> ? One : never>>
  readonly units: Readonly<Record<string, UnitRow>>
  readonly places: Readonly<Record<string, string>>
  readonly hasFiles: boolean
  readonly masks: { readonly key: string; readonly sealed: string | null; readonly anonymous: boolean } | null
}

/** Nothing for whoever may not see the order. */
export const pageRow = async (tx: Tx, orderId: string, on: Temporal.PlainDate): Promise<PageRow | undefined> => {
  const { rows } = await sql<{ page: PageRow | null }>`select app.order_page(${orderId}, ${on}) as page`.execute(tx)
  return rows[0]?.page ?? undefined
}

export const happenedIn = ({ history }: PageRow): readonly Happened[] =>
  history.map(({ version, at, author, accountId, event }) => ({
    version,
    at,
    author: author === 'staff' ? { kind: 'staff', accountId: accountId ?? '' } : { kind: author },
    event,
  }))
