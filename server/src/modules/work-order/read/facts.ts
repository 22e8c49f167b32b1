import { isIdentityHidden, type WorkOrder } from '@open12345/domain/work-order'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'

export type OrderFacts = {
  readonly number: string
  readonly requesterId: string | null
  readonly awaitsRating: boolean
  readonly identityHidden: boolean
  readonly isSealed: boolean
}

const awaitsRating = ({ status, followUp }: WorkOrder): boolean =>
  status === 'awaiting-follow-up' && followUp !== null && followUp.status !== 'rated'

/** What a message may know of its order. Orders that the transaction's actor may not see are missing. */
export const orderFacts = async (tx: Tx, _app: App, orderIds: readonly string[]): Promise<ReadonlyMap<string, OrderFacts>> => {
  if (orderIds.length === 0) return new Map()
  const rows = await tx.selectFrom('work_order').select(['order_id', 'number', 'state']).where('order_id', 'in', orderIds).execute()
  return new Map(
    rows.map(({ order_id, number, state }) => [
      order_id,
      {
        number,
        requesterId: state.requesterId,
        awaitsRating: awaitsRating(state),
        identityHidden: isIdentityHidden(state),
        isSealed: state.grade === 'sealed',
      },
    ]),
  )
}
