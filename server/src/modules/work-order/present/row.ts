import type { OrderRow } from '@open12345/contract/work-order'
import type { WorkOrder } from '@open12345/domain/work-order'
import { stageOf } from '@open12345/domain/work-order'
import { stageClock } from '../write/columns.ts'
import type { Names } from './names.ts'

export type RowFacts = { readonly orderId: string; readonly number: string; readonly order: WorkOrder; readonly content: string }

const summaryLength = 60

/** A row of a work list; `now` as text that compares with due times. */
export const rowOf = ({ orderId, number, order, content }: RowFacts, names: Names, now: string): OrderRow => {
  const clock = stageClock(order)
  return {
    orderId,
    number,
    version: order.version,
    status: order.status,
    stage: stageOf(order),
    channel: order.channel,
    kind: order.kind,
    subject: order.subject,
    place: order.place,
    placeName: names.place(order.place?.county ?? null, order.place?.township ?? null),
    grade: order.grade,
    urgency: order.urgency,
    unitId: order.assignment?.unitId ?? null,
    unitName: order.assignment === null ? null : names.unit(order.assignment.unitId),
    recordedAt: order.recordedAt,
    acceptedAt: order.acceptedAt,
    closureKind: order.closure?.kind ?? null,
    round: order.round,
    summary: content.length > summaryLength ? `${content.slice(0, summaryLength)}…` : content,
    due:
      clock === undefined
        ? null
        : { clock: clock.kind, dueAt: clock.dueAt, dueOn: clock.dueOn, startAt: clock.startAt, overdue: now >= clock.dueAt },
    withdrawalRequested: order.withdrawalRequested,
    correctionPending: order.pendingCorrection !== null,
  }
}
