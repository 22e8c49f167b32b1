import { rejudged, waived } from '../clock.ts'
import { answering, isActive } from '../assignments.ts'
import type { Dispatched } from '../events/index.ts'
import type { Assignment, WorkOrder } from '../state.ts'
import { answersToLead } from '../../vocabulary/index.ts'
import { assign, ofAssignment, ofKinds, settle, unchanged, withClocks, type Meanings } from './meaning.ts'

const begun = ({ assignmentId, unitId, role = 'sole', bound }: Dispatched, round: number, at: string): Assignment => ({
  id: assignmentId,
  unitId,
  role,
  ...(bound === true ? { bound } : {}),
  status: 'awaiting-sign',
  round,
  receivedAt: at,
  signedAt: null,
  draft: null,
  approvedBy: null,
  earlierDrafters: [],
})

/** 11-3: whoever was alone leads the one that comes to assist, or co-signs with the one that comes beside. */
const beside = ({ assignments }: WorkOrder, { role = 'sole' }: Dispatched): readonly Assignment[] =>
  role === 'sole'
    ? assignments
    : assignments.map((one) => (one.role === 'sole' && isActive(one) ? { ...one, role: answersToLead(role) ? 'lead' : 'co-sign' } : one))

/** 11-2: with the unit that answers to the requester the order is in hand; an assistant alone does not end the search for one. */
const inHand = (order: WorkOrder, { role = 'sole' }: Dispatched): WorkOrder =>
  answersToLead(role) ? order : { ...order, status: 'in-hand' }

/** 13-4: what a unit determined leaves with it. */
const withoutTermination = ({ pendingTermination }: WorkOrder, assignmentId: string): Partial<WorkOrder> =>
  pendingTermination?.assignmentId === assignmentId ? { pendingTermination: undefined } : {}

const without = (order: WorkOrder, assignmentId: string, status: 'returned' | 'withdrawn', at: string): WorkOrder => {
  const settled = { ...settle(order, ofAssignment(assignmentId), at, waived), ...withoutTermination(order, assignmentId) }
  const left = assign(settled, assignmentId, { status, pendingReturn: undefined })
  const wasAnswering = answering(order).some(({ id }) => id === assignmentId)
  return status === 'returned' && wasAnswering ? { ...left, status: 'awaiting-dispatch' } : left
}

const change = (order: WorkOrder, assignmentId: string, of: (assignment: Assignment) => Partial<Assignment>): WorkOrder => {
  const assignment = order.assignments.find(({ id }) => id === assignmentId)
  return assignment === undefined ? order : assign(order, assignmentId, of(assignment))
}

export const handling: Meanings<
  | 'dispatched'
  | 'signed'
  | 'first-response-given'
  | 'progress-reported'
  | 'reply-drafted'
  | 'reply-sent-back'
  | 'reply-approved'
  | 'opinion-given'
  | 'attempt-recorded'
  | 'reply-delivered'
  | 'return-asked'
  | 'return-accepted'
  | 'return-refused'
  | 'extension-asked'
  | 'extension-granted'
  | 'extension-refused'
  | 'unit-withdrawn'
  | 'passed-on'
  | 'reported-back'
  | 'coordination-asked'
  | 'coordination-held'
  | 'designated'
> = {
  dispatched: (order, event, { at }) => {
    const begins = { ...inHand(order, event), assignments: [...beside(order, event), begun(event, order.round, at)] }
    return withClocks(answersToLead(event.role ?? 'sole') ? begins : settle(begins, ofKinds('dispatch', 'redispatch'), at), event.clocks)
  },
  signed: (order, { assignmentId }, { at }) =>
    assign(settle(order, ofAssignment(assignmentId, 'sign'), at), assignmentId, { status: 'in-hand', signedAt: at }),
  'first-response-given': (order, { assignmentId }, { at }) =>
    settle(order, ofAssignment(assignmentId, 'special-response', 'emergency-response'), at),
  'progress-reported': (order, { assignmentId }, { at }) =>
    settle(order, ofAssignment(assignmentId, 'special-progress', 'emergency-progress'), at),
  'reply-drafted': (order, { assignmentId, replyText, internalText, proofFiles }, { by }) =>
    assign(order, assignmentId, { status: 'awaiting-review', draft: { replyText, internalText, proofFiles, by } }),
  'reply-sent-back': (order, { assignmentId }) => assign(order, assignmentId, { status: 'in-hand' }),
  'reply-approved': (order, { assignmentId }, { by }) => assign(order, assignmentId, { status: 'approved', approvedBy: by }),
  'opinion-given': (order, { assignmentId }, { at }) =>
    assign(settle(order, ofAssignment(assignmentId, ...answerMeets, 'assist'), at), assignmentId, { status: 'answered' }),
  'attempt-recorded': unchanged,
  'reply-delivered': (order, { assignmentId }, { at }) =>
    assign(settle(order, ofAssignment(assignmentId, ...answerMeets), at), assignmentId, { status: 'delivered' }),

  'return-asked': (order, { assignmentId, reasonText, basisText, suggestedUnitId, clocks }, { at, by }) =>
    assign(withClocks(settle(order, ofAssignment(assignmentId, 'return'), at), clocks), assignmentId, {
      pendingReturn: { by, at, reasonText, basisText, suggestedUnitId },
    }),
  'return-accepted': (order, { assignmentId, clocks }, { at }) =>
    withClocks(without(settle(order, ofAssignment(assignmentId, 'return-decision'), at), assignmentId, 'returned', at), clocks),
  'return-refused': (order, { assignmentId }, { at }) =>
    assign(settle(order, ofAssignment(assignmentId, 'return-decision'), at), assignmentId, { pendingReturn: undefined, bound: true }),

  'extension-asked': (order, { assignmentId, clockId, days, reasonText, clocks }, { by }) =>
    assign(withClocks(order, clocks), assignmentId, { extension: { status: 'asked', days, by, reasonText, clockId } }),
  'extension-granted': (order, { assignmentId, days, clocks }, { at }) => {
    const decided = settle(order, ofAssignment(assignmentId, 'extension-decision'), at)
    const moved = decided.clocks.map((clock) => {
      const later = clocks.find(({ id }) => id === clock.id)
      return later === undefined ? clock : rejudged(clock, later)
    })
    return change({ ...decided, clocks: moved }, assignmentId, ({ extension }) =>
      extension === undefined ? {} : { extension: { ...extension, days, status: 'granted' } },
    )
  },
  'extension-refused': (order, { assignmentId }, { at }) =>
    change(settle(order, ofAssignment(assignmentId, 'extension-decision'), at), assignmentId, ({ extension }) =>
      extension === undefined ? {} : { extension: { ...extension, status: 'refused' } },
    ),

  'unit-withdrawn': (order, { assignmentId, clocks }, { at }) => {
    const left = without(order, assignmentId, 'withdrawn', at)
    return clocks.length === 0 ? left : withClocks({ ...left, status: 'awaiting-dispatch' }, clocks)
  },
  'passed-on': (order, { assignmentId, unitId, clocks }, { at }) =>
    assign(withClocks(settle(order, ofAssignment(assignmentId, 'sub-handle'), at, waived), clocks), assignmentId, {
      passedOn: { unitId, at, answered: false },
    }),
  'reported-back': (order, { assignmentId }, { at }) =>
    change(settle(order, ofAssignment(assignmentId, 'sub-handle'), at), assignmentId, ({ passedOn }) =>
      passedOn === undefined ? {} : { passedOn: { ...passedOn, answered: true } },
    ),

  'coordination-asked': (order) => ({ ...order, status: 'coordination' }),
  'coordination-held': unchanged,
  designated: unchanged,
}

/** 12-0: the approved answer meets the unit's clock; an answer that came first also was the response and the progress. */
const answerMeets = [
  'handle',
  'redo',
  'sub-handle',
  'special-response',
  'special-progress',
  'emergency-response',
  'emergency-progress',
] as const
