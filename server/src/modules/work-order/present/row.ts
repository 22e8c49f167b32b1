import type { OrderRow } from '@open12345/contract/work-order'
import type { WorkOrder } from '@open12345/domain/work-order'
import type { Actor } from '../../../db/actor.ts'
import { waitingFor } from '../read/waiting.ts'
import { standingFor } from '../standing.ts'
import { matterOf } from './matter.ts'
import type { Names } from './names.ts'

export type RowFacts = { readonly orderId: string; readonly number: string; readonly order: WorkOrder; readonly content: string }

const summaryLength = 60

/** A row of a work list as `actor` may see it; `now` as text that compares with due times. */
export const rowOf = ({ orderId, number, order, content }: RowFacts, names: Names, actor: Actor, now: string): OrderRow => {
  const { clock } = standingFor(order, actor)
  return {
    ...matterOf({ orderId, number, order, names }, actor),
    summary: content.length > summaryLength ? `${content.slice(0, summaryLength)}…` : content,
    due:
      clock === undefined
        ? null
        : { clock: clock.kind, dueAt: clock.dueAt, dueOn: clock.dueOn, startAt: clock.startAt, overdue: now >= clock.dueAt },
    waiting: waitingFor(order, actor),
  }
}
