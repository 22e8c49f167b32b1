import { accept } from '../../kernel/index.ts'
import { all, refused, startClocks, type Action, type Steps } from '../action.ts'
import { centreAsk } from '../asks.ts'
import { isWindow, type Clock } from '../clock.ts'
import type { Context } from '../context.ts'
import type { WorkOrderEvent } from '../events/index.ts'
import { notClosed } from '../guards.ts'
import type { WorkOrder } from '../state.ts'

export type Tick = Readonly<Record<never, never>>
export type FollowUpSent = { readonly sent: boolean }

const timers: readonly Clock['kind'][] = ['reminder', 'no-answer']

/** When somebody must look at this order's clocks next, or never. */
export const nextAttentionAt = (order: WorkOrder): string | null => {
  const moments = order.clocks
    .filter((clock) => clock.outcome === 'pending' && !isWindow(clock))
    .map((clock) => (clock.warnAt !== null && !clock.warned && !timers.includes(clock.kind) ? clock.warnAt : clock.dueAt))
  return moments.length === 0 ? null : moments.reduce((earliest, at) => (at < earliest ? at : earliest))
}

const noticed = (clock: Clock, now: string): readonly WorkOrderEvent[] => {
  if (clock.outcome !== 'pending' || timers.includes(clock.kind) || isWindow(clock)) return []
  if (now >= clock.dueAt) return [{ type: 'clock-breached', clockId: clock.id }]
  return clock.warnAt !== null && !clock.warned && now >= clock.warnAt ? [{ type: 'clock-warned', clockId: clock.id }] : []
}

/** 13-2: one reminder; three days after it without an answer the centre checks the reply. */
const timersFired = (order: WorkOrder, context: Context): Steps => {
  const fired = order.clocks.find((clock) => timers.includes(clock.kind) && clock.outcome === 'pending' && context.now >= clock.dueAt)
  if (fired === undefined) return accept([])
  if (fired.kind === 'no-answer') return accept([{ type: 'follow-up-unanswered' }])
  const clocks = startClocks([centreAsk(order, context, 'no-answer', { id: order.round })], order, context)
  return clocks.ok ? accept([{ type: 'follow-up-reminded', clocks: clocks.value }]) : clocks
}

/**
 * 时限提醒与逾期: what is near or over due is noticed once, by the program.
 * @clause 12-2a
 * @clause 13-2
 */
export const tick: Action<Tick> = {
  right: 'system',
  clause: '12-2a',
  guard: all(notClosed, (_order, { actor }) => (actor.kind === 'system' ? undefined : refused('command.not-for-you'))),
  decide: (order, _command, context) => {
    const fired = timersFired(order, context)
    return fired.ok ? accept([...order.clocks.flatMap((clock) => noticed(clock, context.now)), ...fired.value]) : fired
  },
}

/**
 * 第十三条（一） 短信回访: the message went out, or could not; then a person asks.
 * @clause 13-1
 */
export const followUpSent: Action<FollowUpSent> = {
  right: 'system',
  clause: '13-1',
  guard: (order, { actor }) => {
    if (actor.kind !== 'system') return refused('command.not-for-you')
    return order.status === 'awaiting-follow-up' && order.followUp?.status === 'opened' ? undefined : refused('follow-up.none-open', '13-1')
  },
  decide: (order, { sent }, context) => {
    if (!sent) return accept([{ type: 'follow-up-unsendable' }])
    const clocks = startClocks([centreAsk(order, context, 'reminder', { id: order.round })], order, context)
    return clocks.ok ? accept([{ type: 'follow-up-asked', clocks: clocks.value }]) : clocks
  },
}
