import { answering } from '../assignments.ts'
import type { WorkOrder } from '../state.ts'
import { inNewRound, unchanged, withClocks, type Meanings } from './meaning.ts'

/** 13-3a: new facts open a new round at the unit that answered; what was answered on the spot is taken up anew. */
const reopened = (order: WorkOrder): WorkOrder => {
  const [unit] = answering(order)
  const again = { ...order, closure: null, requesterLeft: false }
  if (unit !== undefined) return inNewRound(again, unit)
  return {
    ...again,
    status: 'recorded',
    round: order.round + 1,
    followUp: null,
    urgency: 'ordinary',
    acts: undefined,
    incidentId: undefined,
  }
}

/** How an order ends by other ways than satisfaction, and what may follow its end. */
export const ending: Meanings<
  | 'explained'
  | 'rating-disputed'
  | 'rating-screened'
  | 'marked'
  | 'reopened'
  | 'repeat-linked'
  | 'termination-proposed'
  | 'termination-refused'
  | 'opinion-explained'
> = {
  explained: (order, { reason }, { by }) =>
    order.followUp === null ? order : { ...order, followUp: { ...order.followUp, explained: { reason, by } } },
  'rating-disputed': (order, { assignmentId }, { by }) => ({ ...order, dispute: { assignmentId, by, decision: null } }),
  'rating-screened': (order, { isOut }) =>
    order.dispute === undefined ? order : { ...order, dispute: { ...order.dispute, decision: isOut ? 'out' : 'stands' } },
  marked: (order, { mark }) => ({ ...order, mark: mark ?? undefined }),
  reopened: (order, { clocks }) => withClocks(reopened(order), clocks),
  'repeat-linked': (order, { ofOrderId }) => ({ ...order, repeatOf: ofOrderId }),
  'termination-proposed': (order, { assignmentId, opinionText }, { by }) => ({
    ...order,
    pendingTermination: { assignmentId, by, opinionText },
  }),
  'termination-refused': (order) => ({ ...order, pendingTermination: undefined }),
  'opinion-explained': unchanged,
}
