import type { OrderRow } from '@open12345/contract/work-order'
import type { WorkOrder } from '@open12345/domain/work-order'
import { stageClock } from '../write/columns.ts'
import { matterOf } from './matter.ts'
import type { Names } from './names.ts'

export type RowFacts = { readonly orderId: string; readonly number: string; readonly order: WorkOrder; readonly content: string }

const summaryLength = 60

/** A row of a work list; `now` as text that compares with due times. */
export const rowOf = ({ orderId, number, order, content }: RowFacts, names: Names, now: string): OrderRow => {
  const clock = stageClock(order)
  return {
    ...matterOf({ orderId, number, order, names }),
    summary: content.length > summaryLength ? `${content.slice(0, summaryLength)}…` : content,
    due:
      clock === undefined
        ? null
        : { clock: clock.kind, dueAt: clock.dueAt, dueOn: clock.dueOn, startAt: clock.startAt, overdue: now >= clock.dueAt },
    withdrawalRequested: order.withdrawalRequested,
    correctionPending: order.pendingCorrection !== null,
  }
}
