import { accept, refuse } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard, type Steps } from '../action.ts'
import { answering, assisting, isActive, isAnswered } from '../assignments.ts'
import type { Context } from '../context.ts'
import type { UnitWithdrawn } from '../events/index.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { Assignment, WorkOrder } from '../state.ts'
import { answersToLead, type AssignmentRole, type Principle } from '../../vocabulary/index.ts'
import { openFollowUp } from './deliver.ts'
import { given, unfit, type Part } from './dispatch.ts'
import { redispatchAsk } from './return-order.ts'

export type AddUnit = Part
export type WithdrawUnit = { readonly assignmentId: string; readonly reasonText: string }
export type ReplaceUnit = WithdrawUnit & { readonly unitId: string; readonly principle: Principle; readonly noteText: string | null }

const atWork: Guard = ({ assignments }) => (assignments.some(isActive) ? undefined : refused('assignment.none-active', '11-3a'))
const noTermination: Guard = ({ pendingTermination }) =>
  pendingTermination === undefined ? undefined : refused('termination.pending', '13-4')
const changing = all(notInConflict, statusIs('in-hand', 'awaiting-dispatch'), atWork, noTermination)

/** A unit is added as what the order already is: one more that co-signs, or one more that assists. */
const fits = (order: WorkOrder, role: AssignmentRole): boolean => {
  if (role === 'principal' && assisting(order).some((one) => one.role === 'principal')) return false
  const roles = answering(order).map((one) => one.role)
  return answersToLead(role) ? roles.every((one) => one !== 'co-sign') : role === 'co-sign' && roles.every((one) => one !== 'lead')
}

/**
 * 第十一条（三）: one more unit in the middle; a unit that was alone becomes the lead of it, or co-signs with it.
 * @clause 11-3a
 * @clause 11-3b
 */
export const addUnit: Action<AddUnit> = {
  right: 'order.dispatch',
  clause: '11-3a',
  guard: changing,
  decide: (order, command, context) => {
    if (!fits(order, command.role)) return refuseStep('dispatch.roles-unclear', '11-3b')
    const hindered = unfit(order, command.unitId, context)
    if (hindered !== undefined) return refuse(hindered)
    const part = given(order, command, order.assignments.length + 1, context)
    return part.ok ? accept([part.value]) : part
  },
}

const changeable = (order: WorkOrder, assignmentId: string): Assignment | undefined =>
  order.assignments.find((one) => one.id === assignmentId && isActive(one) && !isAnswered(one))

const takenBack = (order: WorkOrder, { id, role }: Assignment, reasonText: string, context: Context): Steps => {
  const withdrawn = (clocks: UnitWithdrawn['clocks']) => ({ type: 'unit-withdrawn', assignmentId: id, reasonText, clocks }) as const
  const others = answering(order).filter((one) => one.id !== id)
  if (answersToLead(role) || others.some(({ status }) => status !== 'delivered')) return accept([withdrawn([])])
  if (others.length === 0 || order.status !== 'in-hand') {
    const clocks = startClocks([redispatchAsk(order, context)], order, context)
    return clocks.ok ? accept([withdrawn(clocks.value)]) : clocks
  }
  const followUp = openFollowUp(order, context)
  return followUp.ok ? accept([withdrawn([]), ...followUp.value]) : followUp
}

/**
 * 第十一条（三）: taken back from a unit. With nobody left who answers, the order waits for a dispatch again; where all others have answered, it is answered.
 * @clause 11-3a
 */
export const withdrawUnit: Action<WithdrawUnit> = {
  right: 'order.dispatch',
  clause: '11-3a',
  guard: changing,
  decide: (order, { assignmentId, reasonText }, context) => {
    const assignment = changeable(order, assignmentId)
    return assignment === undefined ? refuseStep('assignment.none-active', '11-3a') : takenBack(order, assignment, reasonText, context)
  },
}

/** Another unit in the place of one, in the same role, with its own clocks. @clause 11-3b */
export const replaceUnit: Action<ReplaceUnit> = {
  right: 'order.dispatch',
  clause: '11-3b',
  guard: all(changing, statusIs('in-hand')),
  decide: (order, { assignmentId, reasonText, unitId, principle, noteText }, context) => {
    const assignment = changeable(order, assignmentId)
    if (assignment === undefined) return refuseStep('assignment.none-active', '11-3a')
    const hindered = unfit(order, unitId, context)
    if (hindered !== undefined) return refuse(hindered)
    const { role } = assignment
    const part = given(order, { unitId, role, principle, noteText }, order.assignments.length + 1, context)
    if (!part.ok) return part
    return accept([{ type: 'unit-withdrawn', assignmentId, reasonText, clocks: [] }, part.value])
  },
}
