import type { ClockKind } from './clock.ts'
import type { ClockAsk, Context } from './context.ts'
import type { WorkOrder } from './state.ts'

/** 13-3a: a new round has its own clocks, one for the unit and one for the requester. */
export const newRoundAsks = (order: WorkOrder, assignmentId: string, { now }: Context): readonly ClockAsk[] => {
  const round = order.round + 1
  const common = { kind: 'redo', round, startAt: now } as const
  return [
    { id: `redo-${round}`, ...common, whose: 'unit', assignmentId },
    { id: `requester-${round}`, ...common, whose: 'requester', assignmentId: null },
  ]
}

/** A clock of the centre that starts now; `assignmentId` where it is about one unit's part. */
export const centreAsk = (
  { round }: WorkOrder,
  { now }: Context,
  kind: ClockKind,
  { id, assignmentId = null }: { readonly id: string | number; readonly assignmentId?: string | null },
): ClockAsk => ({ id: `${kind}-${id}`, kind, whose: 'centre', round, assignmentId, startAt: now })
