import { accept } from '../../kernel/index.ts'
import { all, refuseStep, startClocks, type Action, type Steps } from '../action.ts'
import type { ClockAsk, Context } from '../context.ts'
import type { Classification, Relations } from '../events/index.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { actAsks, actLimit, asDispatch } from './urgent-acts.ts'
import { isWritten, type Grade, type Urgency } from '../../vocabulary/index.ts'

export type Accept = Classification & {
  readonly grade: Grade
  readonly urgency: Urgency
  readonly relations: Relations
  readonly noneAccused?: true
}

/**
 * 第十条、第十二条（一）: accepted with kind, subject and place; from here the centre has 3 working hours to dispatch (special matters: minutes, by 12-4) and the
 * requester's clock runs.
 * A written request's clocks run since its submission: where the centre corrects the kind that the requester chose, the promise is recomputed
 * from that same start.
 * @clause 12-1
 * @clause 10-record
 */
const decide = (order: WorkOrder, command: Accept, context: Context): Steps => {
  const { respondentUnitId, accusedUnitId } = command.relations
  if ([respondentUnitId, accusedUnitId].some((unitId) => unitId !== null && context.unit(unitId) === undefined))
    return refuseStep('relations.unit-unknown', '20c')
  const { round } = order
  const startAt = isWritten(order.channel) && round === 1 ? order.recordedAt : context.now
  const asks: readonly ClockAsk[] = [
    { id: `dispatch-${round}`, kind: actLimit[command.urgency], whose: 'centre', round, assignmentId: null, startAt },
    { id: `requester-${round}`, kind: 'requester', whose: 'requester', round, assignmentId: null, startAt },
    ...actAsks(command.urgency, `${round}`, startAt),
  ]
  const { kind, subject, urgency } = command
  const clocks = startClocks(asks, { kind, subject, urgency, channel: order.channel }, context)
  return clocks.ok ? accept([{ type: 'accepted', ...command, clocks: clocks.value.map(asDispatch) }]) : clocks
}

export const acceptOrder: Action<Accept> = {
  right: 'order.accept',
  clause: '10-record',
  guard: all(notInConflict, statusIs('recorded')),
  decide,
}
