import { accept } from '../../kernel/index.ts'
import { all, refused, startClocks, type Action } from '../action.ts'
import { nobodyAtWork, notInConflict, statusIs } from '../guards.ts'
import { isIdentityHidden } from '../state.ts'
import { openFollowUp } from './deliver.ts'
import { redispatchAsk } from './return-order.ts'

export type JoinIncident = { readonly incidentId: string }
export type LeaveIncident = { readonly reasonText: string }
export type AnswerFromIncident = { readonly answerText: string }

/**
 * 第十二条（四）: several requests about one incident make one unit task. Each stays its own: who may see what does not change, the incident's unit sees none of
 * those that joined, and 20c: whoever reports, or wants to stay unknown, is not gathered with others.
 * @clause 12-4a
 * @clause 20c
 */
export const joinIncident: Action<JoinIncident> = {
  right: 'order.dispatch',
  clause: '12-4a',
  guard: all(notInConflict, statusIs('awaiting-dispatch'), nobodyAtWork, (order) =>
    isIdentityHidden(order) || order.grade !== 'open' || order.relations.accusedUnitId !== null
      ? refused('incident.confidential', '20c')
      : undefined,
  ),
  decide: (_order, { incidentId }) => accept([{ type: 'joined-incident', incidentId }]),
}

const joined = all(notInConflict, statusIs('with-incident'))

/** It was another matter after all: dispatched by itself, with its own clock. @clause 12-4a */
export const leaveIncident: Action<LeaveIncident> = {
  right: 'order.dispatch',
  clause: '12-4a',
  guard: joined,
  decide: (order, { reasonText }, context) => {
    const clocks = startClocks([redispatchAsk(order, context)], order, context)
    const incidentId = order.incidentId ?? ''
    return clocks.ok ? accept([{ type: 'left-incident', incidentId, reasonText, clocks: clocks.value }]) : clocks
  },
}

/**
 * The incident is over: everybody who asked about it is answered, and asked whether they are satisfied.
 * @clause 12-4a
 * @clause 13-1
 */
export const answerFromIncident: Action<AnswerFromIncident> = {
  right: 'system',
  clause: '12-4a',
  guard: all(joined, (_order, { actor }) => (actor.kind === 'system' ? undefined : refused('command.not-for-you'))),
  decide: (order, { answerText }, context) => {
    const followUp = openFollowUp(order, context)
    const answered = { type: 'incident-answered', incidentId: order.incidentId ?? '', answerText } as const
    return followUp.ok ? accept([answered, ...followUp.value]) : followUp
  },
}
