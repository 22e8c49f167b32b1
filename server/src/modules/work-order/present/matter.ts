import type { WorkOrder } from '@open12345/domain/work-order'
import type { Actor } from '../../../db/actor.ts'
import { standingFor } from '../standing.ts'
import type { Names } from './names.ts'

export type Matter = { readonly orderId: string; readonly number: string; readonly order: WorkOrder; readonly names: Names }

/** What a work list and an order's own page both say of an order. */
export const matterOf = ({ order, names, orderId, number }: Matter, actor: Actor) => {
  const { stage, unitId } = standingFor(order, actor)
  return {
    orderId,
    number,
    version: order.version,
    status: order.status,
    stage,
    channel: order.channel,
    kind: order.kind,
    subject: order.subject,
    place: order.place,
    placeName: names.place(order.place?.county ?? null, order.place?.township ?? null),
    grade: order.grade,
    urgency: order.urgency,
    unitId,
    unitName: unitId === null ? null : names.unit(unitId),
    recordedAt: order.recordedAt,
    acceptedAt: order.acceptedAt,
    closureKind: order.closure?.kind ?? null,
    round: order.round,
  }
}
