import { accept } from '../../kernel/index.ts'
import { all, type Action } from '../action.ts'
import { assignmentIs, notInConflict, ofHandlingUnit } from '../guards.ts'

export type Sign = Readonly<Record<never, never>>

/**
 * 第十二条（二） 签收: within one working day of receipt. A late signing is accepted and recorded late.
 * @clause 12-2a
 */
export const sign: Action<Sign> = {
  right: 'order.sign',
  clause: '12-2a',
  guard: all(notInConflict, assignmentIs('awaiting-sign'), ofHandlingUnit),
  decide: (order, _command, { now }) => {
    const due = order.clocks.find(({ id }) => id === 'sign-1')?.dueAt
    return accept([{ type: 'signed', assignmentId: order.assignment?.id ?? '', late: due !== undefined && now >= due }])
  },
}
