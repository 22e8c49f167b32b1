import { accept } from '../../kernel/index.ts'
import { all, refuseStep, startClocks, type Action, type Steps } from '../action.ts'
import type { ClockAsk, Context } from '../context.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import type { Principle } from '../../vocabulary/index.ts'

export type Dispatch = { readonly unitId: string; readonly principle: Principle; readonly noteText: string | null }

const urgentKinds = {
  special: ['special-response', 'special-progress'],
  emergency: ['emergency-response', 'emergency-progress'],
  ordinary: [],
} as const

/**
 * 第十一条（二）、第十二条: to the unit that place, duty or industry makes responsible. Its clocks run from receipt, not from signing.
 * 20c: never to the accused unit nor to one below it; the respondent may be asked to state its side.
 * @clause 11-2
 * @clause 12-2a
 * @clause 12-2b
 */
const decide = (order: WorkOrder, command: Dispatch, context: Context): Steps => {
  const unit = context.unit(command.unitId)
  if (unit === undefined || !unit.open) return refuseStep('dispatch.unit-unknown', '11-2')
  const accused = order.relations.accusedUnitId
  if (accused !== null && unit.path.includes(accused)) return refuseStep('dispatch.unit-accused', '20c')
  const assignmentId = 'assignment-1'
  const common = { whose: 'unit', round: 1, assignmentId, startAt: context.now } as const
  const asks: readonly ClockAsk[] = [
    { id: 'sign-1', kind: 'sign', ...common },
    { id: 'handle-1', kind: 'handle', ...common },
    ...urgentKinds[order.urgency].map((kind) => ({ id: `${kind}-1`, kind, ...common })),
  ]
  const clocks = startClocks(asks, order, context)
  return clocks.ok ? accept([{ type: 'dispatched', assignmentId, ...command, clocks: clocks.value }]) : clocks
}

export const dispatch: Action<Dispatch> = {
  right: 'order.dispatch',
  clause: '11-2',
  guard: all(notInConflict, statusIs('awaiting-dispatch')),
  decide,
}
