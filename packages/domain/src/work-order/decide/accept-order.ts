import { accept } from '../../kernel/index.ts'
import { all, refuseStep, startClocks, type Action, type Steps } from '../action.ts'
import type { ClockKind, ClockStart } from '../clock.ts'
import type { ClockAsk, Context } from '../context.ts'
import type { Classification, Relations } from '../events.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { isWritten, type Grade, type Urgency } from '../../vocabulary/index.ts'

export type Accept = Classification & { readonly grade: Grade; readonly urgency: Urgency; readonly relations: Relations }

/** 12-4: special matters are passed on at once; the three working hours of 12-1 are not for them. */
const dispatchLimit = { ordinary: 'dispatch', special: 'special-act', emergency: 'emergency-act' } as const satisfies Record<
  Urgency,
  ClockKind
>
/** However long it is, it is the centre's clock until dispatch. */
const asDispatch = (start: ClockStart): ClockStart => (start.whose === 'centre' ? { ...start, kind: 'dispatch' } : start)

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
  const startAt = isWritten(order.channel) ? order.recordedAt : context.now
  const asks: readonly ClockAsk[] = [
    { id: 'dispatch-1', kind: dispatchLimit[command.urgency], whose: 'centre', round: 1, assignmentId: null, startAt },
    { id: 'requester-1', kind: 'requester', whose: 'requester', round: 1, assignmentId: null, startAt },
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
