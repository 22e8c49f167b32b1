import { accept, refuse } from '../../kernel/index.ts'
import { refused, startClocks, type Steps } from '../action.ts'
import { centreAsk } from '../asks.ts'
import { allAnswered } from '../assignments.ts'
import type { Context } from '../context.ts'
import { isOfCentre, ofUnitOrBetween } from '../guards.ts'
import { onAssignment } from './on-assignment.ts'
import { isThroughCentre, type WorkOrder } from '../state.ts'
import type { AttemptOutcome, DeliveryWay } from '../../vocabulary/index.ts'

export type Attempt = { readonly way: DeliveryWay; readonly outcome: AttemptOutcome; readonly noteText: string | null }
/** By phone the delivery is the attempt that reached the requester. */
export type Deliver = { readonly way: DeliveryWay; readonly noteText: string | null }

const needsPhone: readonly DeliveryWay[] = ['phone', 'sms']
/** Ways for which somebody has to know who the requester is; an SMS is sent by the program. */
const needsIdentity: readonly DeliveryWay[] = ['phone', 'letter']

const hindrance = (order: WorkOrder, way: DeliveryWay, { actor }: Context) => {
  if (!order.reachable && needsPhone.includes(way)) return refused('delivery.not-reachable', '12-0')
  if (order.hasMobile === false && way === 'sms') return refused('delivery.no-mobile', '12-0')
  return isThroughCentre(order) && needsIdentity.includes(way) && !isOfCentre(actor) ? refused('delivery.through-centre', '20c') : undefined
}

/**
 * 第七条（二）、第十二条: each attempt to reach the requester is a record; the number stays masked.
 * @clause 12-0
 */
export const recordAttempt = onAssignment<Attempt>({
  right: 'order.attempt',
  clause: '12-0',
  wanted: ['in-hand', 'awaiting-review', 'approved'],
  by: ofUnitOrBetween,
  decide: ({ id }, command) => accept([{ type: 'attempt-recorded', assignmentId: id, ...command }]),
})

/** 13-1: asked at once, by SMS where there is a number; with none by a person; whoever left the matter is not asked. */
export const openFollowUp = (order: WorkOrder, context: Context): Steps => {
  const takesSms = order.reachable && order.hasMobile !== false
  const by = order.requesterLeft || order.requesterId === null ? 'check' : takesSms ? 'sms' : 'manual'
  const ask = centreAsk(order, context, 'follow-up', { id: order.round })
  const clocks = startClocks(by === 'check' ? [] : [ask], order, context)
  return clocks.ok ? accept([{ type: 'follow-up-opened', round: order.round, by, clocks: clocks.value }]) : clocks
}

/**
 * 第十二条 谁承办、谁答复、谁负责: the approved reply reaches the requester by a recorded way, which meets the unit's clock; once everybody who answers
 * has, the requester's too, and they are asked.
 * 20c: where the unit may not know who asks, whoever speaks or writes to them is of the centre.
 * @clause 7-2
 * @clause 12-0
 * @clause 12-2b
 * @clause 13-1
 * @clause 11-3a
 */
export const deliver = onAssignment<Deliver>({
  right: 'order.deliver',
  clause: '12-0',
  wanted: ['approved'],
  by: ofUnitOrBetween,
  guards: [
    (_assignment, { pendingTermination }) => (pendingTermination === undefined ? undefined : refused('termination.pending', '13-4')),
  ],
  decide: ({ id }, { way, noteText }, order, context) => {
    const refusal = hindrance(order, way, context)
    if (refusal !== undefined) return refuse(refusal)
    const reached = way === 'phone' ? [{ type: 'attempt-recorded', assignmentId: id, way, outcome: 'reached', noteText } as const] : []
    const answered = [...reached, { type: 'reply-delivered', assignmentId: id, way } as const]
    if (order.status !== 'in-hand' || !allAnswered(order, id)) return accept(answered)
    const followUp = openFollowUp(order, context)
    return followUp.ok ? accept([...answered, ...followUp.value]) : followUp
  },
})
