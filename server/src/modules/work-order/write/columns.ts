import { isIdentityHidden, isOpen, nextAttentionAt, stageOf, type Clock, type WorkOrder } from '@open12345/domain/work-order'
import type { Explanation } from '@open12345/domain/policy'
import type { Stage } from '@open12345/domain/vocabulary'

const never = '9999-12-31T00:00:00.000Z'

/** Whose clock the people at a stage look at. */
const clocksOfStage: Readonly<Record<Stage, readonly Clock['kind'][]>> = {
  'to-accept': ['dispatch'],
  'to-dispatch': ['dispatch'],
  'to-sign': ['sign'],
  'in-hand': ['emergency-response', 'special-response', 'emergency-progress', 'special-progress', 'handle', 'redo'],
  'to-review': ['handle', 'redo'],
  'to-deliver': ['handle', 'redo'],
  asked: ['reminder', 'no-answer', 'follow-up'],
  'manual-follow-up': ['follow-up'],
  'reply-check': [],
  closed: [],
}

export const stageClock = (order: WorkOrder): Clock | undefined => {
  const kinds = clocksOfStage[stageOf(order)]
  return order.clocks.filter((clock) => isOpen(clock) && kinds.includes(clock.kind)).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
}

/** What lists and searches look for. */
const found = (order: WorkOrder) => ({
  kind: order.kind,
  subject: order.subject,
  county: order.place?.county ?? null,
  township: order.place?.township ?? null,
  unit_id: order.assignment?.unitId ?? null,
  requester_id: order.requesterId,
  contact_id: order.contactId,
  taken_by: order.takenBy,
})

const closed = ({ closure }: WorkOrder) => ({
  closed_at: closure?.at ?? null,
  closure_kind: closure?.kind ?? null,
  no_answer: closure?.noAnswer ?? false,
})

/** 20c: what row-level security keeps from whom. */
const hidden = ({ relations }: WorkOrder) => ({
  accused_unit_ids: relations.accusedUnitId === null ? [] : [relations.accusedUnitId],
  barred_account_ids: [relations.respondentAccountId, relations.accusedAccountId].filter((id) => id !== null),
})

/** The columns of the state row: the state itself, and what lists, policies and the sweep look for. */
export const columnsOf = (order: WorkOrder) => ({
  version: order.version,
  status: order.status,
  stage: stageOf(order),
  channel: order.channel,
  ...found(order),
  ...hidden(order),
  ...closed(order),
  grade: order.grade,
  identity_hidden: isIdentityHidden(order),
  urgency: order.urgency,
  opened_at: order.recordedAt,
  accepted_at: order.acceptedAt,
  round: order.round,
  withdrawal_requested: order.withdrawalRequested,
  correction_pending: order.pendingCorrection !== null,
  stage_due_at: stageClock(order)?.dueAt ?? never,
  attention_at: nextAttentionAt(order),
  state: order,
})

/** Rows of the clocks that a step started or changed. A clock that was not explained now keeps the explanation that it has. */
export const clockRows = (before: WorkOrder | null, after: WorkOrder, explanations: ReadonlyMap<string, Explanation>) =>
  after.clocks
    .filter((clock) => before?.clocks.find(({ id }) => id === clock.id) !== clock)
    .map((clock) => ({
      clock_id: clock.id,
      kind: clock.kind,
      whose: clock.whose,
      round: clock.round,
      assignment_id: clock.assignmentId,
      clause: clock.clause,
      pack: clock.pack,
      calendar: clock.calendar,
      start_at: clock.startAt,
      due_at: clock.dueAt,
      due_on: clock.dueOn,
      warn_at: clock.warnAt,
      warned: clock.warned,
      provisional: clock.provisional,
      outcome: clock.outcome,
      met_at: clock.metAt,
      earlier_due: clock.earlierDue,
      explanation: explanations.get(clock.id) ?? {},
    }))
