import { accept } from '../../kernel/index.ts'
import { onAssignment } from './on-assignment.ts'

export type Sign = Readonly<Record<never, never>>

/**
 * 第十二条（二） 签收: within one working day of receipt. A late signing is accepted and recorded late.
 * @clause 12-2a
 */
export const sign = onAssignment<Sign>({
  right: 'order.sign',
  clause: '12-2a',
  wanted: ['awaiting-sign'],
  decide: ({ id }, _command, order, { now }) => {
    const due = order.clocks.find(({ kind, assignmentId }) => kind === 'sign' && assignmentId === id)?.dueAt
    return accept([{ type: 'signed', assignmentId: id, late: due !== undefined && now >= due }])
  },
})
