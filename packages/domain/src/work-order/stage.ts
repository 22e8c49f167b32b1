import { isOpen, type Clock, type ClockKind } from './clock.ts'
import { isActive, principalOf } from './assignments.ts'
import { isThroughCentre, type Assignment, type FollowUp, type WorkOrder } from './state.ts'
import { noteReasons, waitings, type Stage, type Waiting } from '../vocabulary/index.ts'

/** Which queue of the centre it stands in. */
export const stageOf = (order: WorkOrder): Stage => {
  switch (order.status) {
    case 'recorded':
      return 'to-accept'
    case 'awaiting-dispatch':
      return 'to-dispatch'
    case 'coordination':
    case 'with-incident':
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
  'with-incident': ['requester'],
  'to-explain': [],
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

/** 13-3b: follow-up found that no more can be done; the unit explains that. */
const owesExplanation = ({ followUp }: WorkOrder): boolean =>
  followUp?.explained === undefined && noteReasons.some((reason) => reason === followUp?.confirmed?.reason)

const unitStage = (order: WorkOrder, assignment: Assignment): Stage => {
  if (order.status === 'closed') return 'closed'
  if (order.status === 'awaiting-follow-up' && owesExplanation(order)) return 'to-explain'
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

const undecided = (order: WorkOrder): boolean => order.dispute !== undefined && order.dispute.decision === null
const someActive =
  (is: (assignment: Assignment) => boolean) =>
  (order: WorkOrder): boolean =>
    order.assignments.some((assignment) => isActive(assignment) && is(assignment))
const someApproved = someActive(({ status }) => status === 'approved')

const waits: Readonly<Record<Waiting, (order: WorkOrder) => boolean>> = {
  withdrawal: (order) => order.withdrawalRequested,
  correction: (order) => order.pendingCorrection !== null,
  clearing: (order) => order.pendingClearing !== undefined,
  delivery: (order) => order.status === 'in-hand' && isThroughCentre(order) && someApproved(order),
  verified: (order) => order.status === 'recorded' && (order.verification?.answer ?? null) !== null,
  return: someActive(({ pendingReturn }) => pendingReturn !== undefined),
  extension: someActive(({ extension }) => extension?.status === 'asked'),
  acts: (order) => order.clocks.some((clock) => isOpen(clock) && clock.kind.endsWith('-act')),
  report: ({ acts }) => acts !== undefined && acts.reportedAt !== null && acts.acknowledgedAt === null,
  termination: (order) => order.pendingTermination !== undefined,
  dispute: undecided,
}

/** What of it waits for a decision of the centre, whatever else it waits for; of a closed order a disputed rating only. */
export const waitingsOf = (order: WorkOrder): readonly Waiting[] =>
  order.status === 'closed'
    ? waitings.filter((one) => one === 'dispute' && undecided(order))
    : waitings.filter((waiting) => waits[waiting](order))
