import { accept, refuse } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard } from '../action.ts'
import { centreAsk } from '../asks.ts'
import { answering, isActive } from '../assignments.ts'
import type { ClockAsk, Context } from '../context.ts'
import { notClosed, notInConflict, ofAnsweringUnit } from '../guards.ts'
import type { Assignment, WorkOrder } from '../state.ts'
import { onAssignment } from './on-assignment.ts'

/** 12-2c: reason, basis and the unit whose duty it is; without them there is no return. */
export type ReturnOrder = { readonly reasonText: string; readonly basisText: string; readonly suggestedUnitId: string }
export type AcceptReturn = { readonly assignmentId: string; readonly noteText: string | null }
export type RefuseReturn = { readonly assignmentId: string; readonly rulingText: string; readonly basisText: string }

/**
 * 第十二条（二） 退回: not this unit's duty. A late return is taken, and counts as an overdue item; the unit's clocks run on until the centre has decided.
 * A return after a ruling or a designation is refused, and so is one of an order that the unit has answered before.
 * @clause 12-2c
 */
export const returnOrder = onAssignment<ReturnOrder>({
  right: 'order.return',
  clause: '12-2c',
  wanted: ['awaiting-sign', 'in-hand'],
  by: ofAnsweringUnit,
  guards: [
    ({ bound }) => (bound === true ? refused('return.bound', '12-2c') : undefined),
    ({ pendingReturn }) => (pendingReturn === undefined ? undefined : refused('return.pending', '12-2c')),
    ({ round, earlierDrafters }) => (round > 1 && earlierDrafters.length > 0 ? refused('return.answered-before', '12-2c') : undefined),
  ],
  decide: ({ id, unitId }, command, order, context) => {
    const suggested = context.unit(command.suggestedUnitId)
    if (suggested === undefined || !suggested.open) return refuseStep('dispatch.unit-unknown', '12-2c')
    if (command.suggestedUnitId === unitId) return refuseStep('return.suggests-itself', '12-2c')
    const window = order.clocks.find(({ kind, assignmentId }) => kind === 'return' && assignmentId === id)
    const decision = centreAsk(order, context, 'return-decision', { id: `${id}-${order.version}`, assignmentId: id })
    const clocks = startClocks([decision], order, context)
    if (!clocks.ok) return clocks
    const late = window !== undefined && context.now >= window.dueAt
    return accept([{ type: 'return-asked', assignmentId: id, ...command, late, clocks: clocks.value }])
  },
})

/** 12-1: after an accepted return the same three working hours for the next dispatch. */
export const redispatchAsk = (order: WorkOrder, context: Context): ClockAsk =>
  centreAsk(order, context, 'redispatch', { id: order.version })

const returned = (order: WorkOrder, assignmentId: string): Assignment | undefined =>
  order.assignments.find((one) => one.id === assignmentId && isActive(one) && one.pendingReturn !== undefined)
const somebodyReturns: Guard = ({ assignments }) =>
  assignments.some((one) => isActive(one) && one.pendingReturn !== undefined) ? undefined : refused('return.none-pending', '12-2c')

const ruling = { right: 'order.rule', clause: '12-2c', guard: all(notInConflict, notClosed, somebodyReturns) } as const

/**
 * 第十二条（二） 同意退回: the unit is free of it, and the order waits for its next dispatch.
 * @clause 12-2c
 * @clause 12-1
 */
export const acceptReturn: Action<AcceptReturn> = {
  ...ruling,
  decide: (order, { assignmentId, noteText }, context) => {
    if (returned(order, assignmentId) === undefined) return refuseStep('return.none-pending', '12-2c')
    const answers = answering(order).some(({ id }) => id === assignmentId)
    const clocks = startClocks(answers ? [redispatchAsk(order, context)] : [], order, context)
    return clocks.ok ? accept([{ type: 'return-accepted', assignmentId, noteText, clocks: clocks.value }]) : clocks
  },
}

/**
 * 第十二条（二） 不同意退回: a reasoned ruling; it binds, and is found again as a precedent.
 * @clause 12-2c
 */
export const refuseReturn: Action<RefuseReturn> = {
  ...ruling,
  decide: (order, command) =>
    returned(order, command.assignmentId) === undefined
      ? refuse(refused('return.none-pending', '12-2c'))
      : accept([{ type: 'return-refused', ...command }]),
}
