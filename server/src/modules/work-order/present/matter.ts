import { stageOf, type WorkOrder } from '@open12345/domain/work-order'
import type { Names } from './names.ts'

export type Matter = { readonly orderId: string; readonly number: string; readonly order: WorkOrder; readonly names: Names }

/** What a work list and an order's own page both say of an order. */
export const matterOf = ({ order, names, orderId, number }: Matter) => ({
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
})
