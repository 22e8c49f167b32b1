import { accept } from '../../kernel/index.ts'
import { startClocks, type Steps } from '../action.ts'
import type { Context } from '../context.ts'
import type { Recorded } from '../events/index.ts'
import { isWritten } from '../../vocabulary/index.ts'

export type Record = Omit<Recorded, 'type' | 'clocks' | 'takenBy'>

/**
 * 第十条 统一受理: one matter of one requester becomes an order. What was not asked stays empty.
 * Through a written door the requester's clock and 12-1's both start at the instant of submission, so that nothing waits unseen before acceptance.
 * @clause 10-record
 * @clause 2-channels
 */
export const record = (command: Record, context: Context): Steps => {
  const takenBy = context.actor.kind === 'staff' ? context.actor.accountId : null
  const matter = { kind: command.kind, subject: command.subject, urgency: 'ordinary', channel: command.channel } as const
  const written = isWritten(command.channel)
  const centre = { id: 'dispatch-1', kind: 'dispatch', whose: 'centre', round: 1, assignmentId: null, startAt: context.now } as const
  const truth = { id: 'requester-1', kind: 'requester', whose: 'requester', round: 1, assignmentId: null, startAt: context.now } as const
  const asks = !written ? [] : command.kind === null ? [centre] : [centre, truth]
  const clocks = startClocks(asks, matter, context)
  if (!clocks.ok) return clocks
  return accept([{ type: 'recorded', ...command, takenBy, clocks: clocks.value }])
}
