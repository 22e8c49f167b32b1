import { accept, refuse } from '../../kernel/index.ts'
import { refused, refuseStep, startClocks } from '../action.ts'
import { isOfUnit, ofAnsweringUnit } from '../guards.ts'
import { barred } from './dispatch.ts'
import { onAssignment } from './on-assignment.ts'

export type PassOn = { readonly unitId: string; readonly noteText: string | null }
export type ReportBack = { readonly reportText: string }

/**
 * 第七条（一） 单位内部交办: to a section, or a township of the county, with a time that ends inside the unit's own. The unit still answers for it.
 * @clause 7-1
 */
export const passOn = onAssignment<PassOn>({
  right: 'order.pass-on',
  clause: '7-1',
  wanted: ['in-hand'],
  by: ofAnsweringUnit,
  guards: [({ pendingReturn }) => (pendingReturn === undefined ? undefined : refused('return.pending', '12-2c'))],
  decide: ({ id, unitId, receivedAt }, command, order, context) => {
    const below = context.unit(command.unitId)
    if (below === undefined || !below.open) return refuseStep('dispatch.unit-unknown', '7-1')
    if (command.unitId === unitId || !below.path.includes(unitId)) return refuseStep('pass-on.not-below', '7-1')
    const bar = barred(order, below, context)
    if (bar !== undefined) return refuse(bar)
    const ask = {
      id: `sub-handle-${order.version}`,
      kind: 'sub-handle',
      whose: 'unit',
      round: order.round,
      assignmentId: id,
      startAt: context.now,
      leadStartAt: receivedAt,
    } as const
    const clocks = startClocks([ask], order, context)
    return clocks.ok ? accept([{ type: 'passed-on', assignmentId: id, ...command, clocks: clocks.value }]) : clocks
  },
})

/** 第七条（一）: what the section or township has done, for the unit that answers. */
export const reportBack = onAssignment<ReportBack>({
  right: 'order.draft',
  clause: '7-1',
  wanted: ['in-hand', 'awaiting-review'],
  guards: [
    (assignment, _order, { actor }) =>
      assignment.passedOn === undefined ||
      assignment.passedOn.answered ||
      !isOfUnit({ ...assignment, unitId: assignment.passedOn.unitId }, actor)
        ? refused('pass-on.none', '7-1')
        : undefined,
  ],
  decide: ({ id }, { reportText }) => accept([{ type: 'reported-back', assignmentId: id, reportText }]),
})
