import { accept } from '../../kernel/index.ts'
import { all, type Action } from '../action.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { AttemptOutcome } from '../../vocabulary/index.ts'

export type Clarify = { readonly outcome: AttemptOutcome; readonly noteText: string | null }

/**
 * 第九条（五）: an attempt to learn what the requester means, recorded before anything is declined as unclear.
 * @clause 9-5
 */
export const clarify: Action<Clarify> = {
  right: 'order.record',
  clause: '9-5',
  guard: all(notInConflict, statusIs('recorded', 'awaiting-dispatch')),
  decide: (_order, { outcome, noteText }) => accept([{ type: 'clarification-attempted', outcome, noteText }]),
}
