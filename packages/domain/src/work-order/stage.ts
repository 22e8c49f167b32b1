import { isOpen, type Clock, type ClockKind } from './clock.ts'
import { isActive, principalOf } from './assignments.ts'
import { isThroughCentre, type Assignment, type FollowUp, type WorkOrder } from './state.ts'
import type { Stage, Waiting } from '../vocabulary/index.ts'

/** Which queue of the centre it stands in. */
export const stageOf = (order: WorkOrder): Stage => {
  switch (order.status) {
    case 'recorded':
      return 'to-accept'
    case 'awaiting-dispatch':
      return 'to-dispatch'
    case 'coordination':
    case 'closed':
      return order.status
    case 'in-hand':
      return assignmentStage(principalOf(order))
    case 'awaiting-follow-up':
      return followUpStage(order.followUp)
  }
}

const assignmentStage = (assignment: Assignment | undefined): Stage => {
  switch (assignment?.status) {
    case 'awaiting-review':
      return 'to-review'
    case 'approved':
      return 'to-deliver'
    case 'in-hand':
      return 'in-hand'
    default:
      return 'to-sign'
  }
}

const followUpStage = (followUp: FollowUp | null): Stage => {
  switch (followUp?.status) {
    case 'check':
      return 'reply-check'
    case 'manual':
      return 'manual-follow-up'
    default:
      return 'asked'
  }
}

/** One unit's part in an order, as it stands in that unit's own list. */
export type UnitTask = { readonly id: string; readonly unitId: string; readonly stage: Stage; readonly dueAt: string | null }

/** Whose clock the people at a stage look at. */
const clocksOfStage: Readonly<Record<Stage, readonly ClockKind[]>> = {
  'to-accept': ['dispatch'],
  'to-verify': ['verify'],
  'to-dispatch': ['dispatch', 'redispatch'],
  coordination: ['dispatch', 'redispatch'],
  'to-sign': ['emergency-response', 'special-response', 'sign'],
  'in-hand': ['emergency-response', 'special-response', 'emergency-progress', 'special-progress', 'handle', 'redo', 'assist', 'sub-handle'],
  'to-review': ['handle', 'redo', 'assist'],
  'to-deliver': ['handle', 'redo'],
  asked: ['reminder', 'no-answer', 'follow-up'],
  'manual-follow-up': ['follow-up'],
  'reply-check': [],
  closed: [],
}

const soonest = (clocks: readonly Clock[]): Clock | undefined =>
  clocks.reduce<Clock | undefined>((first, clock) => (first === undefined || clock.dueAt < first.dueAt ? clock : first), undefined)

const openAt = (order: WorkOrder, stage: Stage): readonly Clock[] =>
  order.clocks.filter((clock) => isOpen(clock) && clocksOfStage[stage].includes(clock.kind))

/** The open clock that whoever the order's stage waits for looks at. */
export const stageClock = (order: WorkOrder): Clock | undefined => soonest(openAt(order, stageOf(order)))

const unitStage = (order: WorkOrder, assignment: Assignment): Stage => {
  if (order.status === 'closed') return 'closed'
  if (assignment.status === 'delivered' || assignment.status === 'answered') return order.status === 'in-hand' ? 'asked' : stageOf(order)
  return assignmentStage(assignment)
}

const tasksOfAssignment = (order: WorkOrder, assignment: Assignment): readonly UnitTask[] => {
  const { id, unitId, passedOn } = assignment
  const stage = unitStage(order, assignment)
  const own = openAt(order, stage).filter(({ assignmentId }) => assignmentId === id)
  const task = { id, unitId, stage, dueAt: soonest(own.filter(({ kind }) => kind !== 'sub-handle'))?.dueAt ?? null }
  if (passedOn === undefined) return [task]
  const below = stage === 'in-hand' && passedOn.answered ? 'asked' : stage
  const due = soonest(own.filter(({ kind }) => kind === 'sub-handle'))?.dueAt ?? null
  return [task, { id: `${id}-below`, unitId: passedOn.unitId, stage: below, dueAt: due }]
}

/** Every unit's part in it: what each finds in its own list, and, together, who may see the order at all. */
export const unitTasksOf = (order: WorkOrder): readonly UnitTask[] => {
  const { verification } = order
  const asked =
    verification === undefined || verification.answer !== null || order.status !== 'recorded'
      ? []
      : [
          {
            id: verification.id,
            unitId: verification.unitId,
            stage: 'to-verify',
            dueAt: soonest(openAt(order, 'to-verify'))?.dueAt ?? null,
          } as const,
        ]
  return [...asked, ...order.assignments.filter(isActive).flatMap((assignment) => tasksOfAssignment(order, assignment))]
}

/** What of it waits for a decision of the centre, whatever else it waits for. */
export const waitingsOf = (order: WorkOrder): readonly Waiting[] => {
  if (order.status === 'closed') return []
  const active = order.assignments.filter(isActive)
  const waits: Readonly<Record<Waiting, boolean>> = {
    withdrawal: order.withdrawalRequested,
    correction: order.pendingCorrection !== null,
    clearing: order.pendingClearing !== undefined,
    delivery: order.status === 'in-hand' && isThroughCentre(order) && active.some(({ status }) => status === 'approved'),
    verified: order.status === 'recorded' && (order.verification?.answer ?? null) !== null,
    return: active.some(({ pendingReturn }) => pendingReturn !== undefined),
    extension: active.some(({ extension }) => extension?.status === 'asked'),
  }
  return (Object.keys(waits) as Waiting[]).filter((waiting) => waits[waiting])
}
