import {
  barredAccounts,
  isIdentityHidden,
  nextAttentionAt,
  principalOf,
  stageClock,
  stageOf,
  unitTasksOf,
  waitingsOf,
  type WorkOrder,
} from '@open12345/domain/work-order'
import type { Explanation } from '@open12345/domain/policy'
import { isPassedOn } from '../standing.ts'

const never = '9999-12-31T00:00:00.000Z'

/** The units that take part now; they see the order. */
export const unitIdsOf = (order: WorkOrder): readonly string[] => [...new Set(unitTasksOf(order).map(({ unitId }) => unitId))]

/** What lists and searches look for. */
const found = (order: WorkOrder) => ({
  kind: order.kind,
  subject: order.subject,
  county: order.place?.county ?? null,
  township: order.place?.township ?? null,
  unit_id: principalOf(order)?.unitId ?? null,
  unit_ids: unitIdsOf(order),
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
const hidden = (order: WorkOrder) => ({
  accused_unit_ids: order.relations.accusedUnitId === null ? [] : [order.relations.accusedUnitId],
  barred_account_ids: barredAccounts(order),
  known_account_ids: order.knownTo ?? null,
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
  waiting: waitingsOf(order),
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

const ranks = { emergency: 0, special: 1, ordinary: 2 } as const

/** 12-4: in its unit's list a part stands where the urgency of its order puts it. */
const taskRows = (order: WorkOrder) =>
  unitTasksOf(order).map((task) => ({
    task_id: task.id,
    unit_id: task.unitId,
    passed_on: isPassedOn(task),
    stage: task.stage,
    list_rank: ranks[order.urgency],
    due_at: task.dueAt ?? never,
  }))

/** Parts of units that a step began or changed, and those that are no more. */
export const changedTasks = (before: WorkOrder | null, after: WorkOrder) => {
  const [old, now] = [before === null ? [] : taskRows(before), taskRows(after)]
  const known = new Map(old.map((task) => [task.task_id, JSON.stringify(task)]))
  const left = new Set(now.map(({ task_id }) => task_id))
  return {
    tasks: now.filter((task) => known.get(task.task_id) !== JSON.stringify(task)),
    tasksGone: [...known.keys()].filter((id) => !left.has(id)),
  }
}
