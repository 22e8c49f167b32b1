import { accept, refuse } from '../../kernel/index.ts'
import { all, refused, startClocks, type Action, type Steps } from '../action.ts'
import type { Context } from '../context.ts'
import { assignmentIs, isOfCentre, notInConflict, ofUnitOrBetween } from '../guards.ts'
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
export const recordAttempt: Action<Attempt> = {
  right: 'order.attempt',
  clause: '12-0',
  guard: all(notInConflict, assignmentIs('in-hand', 'awaiting-review', 'approved'), ofUnitOrBetween),
  decide: (order, command) => accept([{ type: 'attempt-recorded', assignmentId: order.assignment?.id ?? '', ...command }]),
}

/**
 * 第十二条 谁承办、谁答复、谁负责: the approved reply reaches the requester by a recorded way, which meets the unit's clock and the requester's.
 * 20c: where the unit may not know who asks, whoever speaks or writes to them is of the centre.
 * 13-1: follow-up begins at once, by SMS where there is a number; with none in the manual queue; whoever left the matter is not asked.
 * @clause 12-0
 * @clause 12-2b
 * @clause 13-1
 */
const decide = (order: WorkOrder, { way, noteText }: Deliver, context: Context): Steps => {
  const refusal = hindrance(order, way, context)
  if (refusal !== undefined) return refuse(refusal)
  const assignmentId = order.assignment?.id ?? ''
  const reached = way === 'phone' ? [{ type: 'attempt-recorded', assignmentId, way, outcome: 'reached', noteText } as const] : []
  const by = order.requesterLeft || order.requesterId === null ? 'check' : order.reachable ? 'sms' : 'manual'
  const ask = {
    id: `follow-up-${order.round}`,
    kind: 'follow-up',
    whose: 'centre',
    round: order.round,
    assignmentId: null,
    startAt: context.now,
  } as const
  const clocks = startClocks(by === 'check' ? [] : [ask], order, context)
  if (!clocks.ok) return clocks
  return accept([
    ...reached,
    { type: 'reply-delivered', assignmentId, way },
    { type: 'follow-up-opened', round: order.round, by, clocks: clocks.value },
  ])
}

export const deliver: Action<Deliver> = {
  right: 'order.deliver',
  clause: '12-0',
  guard: all(notInConflict, assignmentIs('approved'), ofUnitOrBetween),
  decide,
}
