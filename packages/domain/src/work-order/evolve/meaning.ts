import { isOpen, met, recomputed, started, waived, type Clock, type ClockKind, type ClockStart } from '../clock.ts'
import { gradeOfKind, stricter } from '../confidence.ts'
import type { EventType, WorkOrderEvent } from '../events/index.ts'
import type { Assignment, WorkOrder } from '../state.ts'
import type { Grade, Kind } from '../../vocabulary/index.ts'

/** When it happened and who did it. */
export type Moment = { readonly at: string; readonly by: string }
/** What one type of event makes of an order. */
export type Meaning<T extends EventType> = (
  order: WorkOrder,
  event: Extract<WorkOrderEvent, { readonly type: T }>,
  moment: Moment,
) => WorkOrder
export type Meanings<T extends EventType> = { readonly [Type in T]: Meaning<Type> }

/** A start with the id of a clock that already runs recomputes it (same start, new due); any other begins a new one. */
export const withClocks = (order: WorkOrder, starts: readonly ClockStart[]): WorkOrder => {
  const running = order.clocks.map((clock) => {
    const again = starts.find(({ id }) => id === clock.id)
    return again === undefined || again.dueAt === clock.dueAt ? clock : recomputed(clock, again)
  })
  const fresh = starts.filter(({ id }) => !order.clocks.some((clock) => clock.id === id))
  return { ...order, clocks: [...running, ...fresh.map(started)] }
}

type Which = (clock: Clock) => boolean
export const ofKinds =
  (...kinds: readonly ClockKind[]): Which =>
  ({ kind }) =>
    kinds.includes(kind)
/** The requester's own, of the first round and of every redo. */
export const ofRequester: Which = ({ whose }) => whose === 'requester'
/** Clocks of one assignment, of these kinds; of any kind where none is named. */
export const ofAssignment =
  (assignmentId: string, ...kinds: readonly ClockKind[]): Which =>
  (clock) =>
    clock.assignmentId === assignmentId && (kinds.length === 0 || kinds.includes(clock.kind))

export const settle = (order: WorkOrder, which: Which, at: string, how: (clock: Clock, at: string) => Clock = met): WorkOrder => ({
  ...order,
  clocks: order.clocks.map((clock) => (which(clock) ? how(clock, at) : clock)),
})
export const waiveOpen = (order: WorkOrder, at: string): WorkOrder => settle(order, isOpen, at, waived)

export const assign = (order: WorkOrder, assignmentId: string, change: Partial<Assignment>): WorkOrder => ({
  ...order,
  assignments: order.assignments.map((one) => (one.id === assignmentId ? { ...one, ...change } : one)),
})

/** 13-3a: the unit begins anew in a new round; who drafted before is remembered. */
export const inNewRound = (order: WorkOrder, { id, draft, earlierDrafters }: Assignment): WorkOrder => {
  const round = order.round + 1
  return assign({ ...order, status: 'in-hand', round, followUp: null }, id, {
    status: 'in-hand',
    round,
    draft: null,
    approvedBy: null,
    earlierDrafters: draft === null ? earlierDrafters : [...earlierDrafters, draft.by],
  })
}

/** 20c: confidentiality only grows, and what was once a report hides who made it for ever. */
export const named = (order: WorkOrder, kind: Kind, grade: Grade = order.grade): WorkOrder => ({
  ...order,
  kind,
  grade: stricter(stricter(order.grade, grade), gradeOfKind(kind)),
  reported: order.reported || kind === 'report',
})

export const unchanged = (order: WorkOrder): WorkOrder => order
