import type { WorkActor } from './context.ts'
import type { Assignment, WorkOrder } from './state.ts'
import { answersToLead, type AssignmentStatus } from '../vocabulary/index.ts'

/** Who returned the order or was withdrawn takes part no more. */
export const isActive = ({ status }: Assignment): boolean => status !== 'returned' && status !== 'withdrawn'

const answered: readonly AssignmentStatus[] = ['delivered', 'answered']
export const isAnswered = ({ status }: Assignment): boolean => answered.includes(status)

/** Who answers to the requester: the only unit, the lead, or each of a co-sign order. */
export const answering = (order: WorkOrder): readonly Assignment[] =>
  order.assignments.filter((one) => isActive(one) && !answersToLead(one.role))

/** 11-3b: the principal and the assistants, who answer to the lead. */
export const assisting = (order: WorkOrder): readonly Assignment[] =>
  order.assignments.filter((one) => isActive(one) && answersToLead(one.role))

const progress: readonly AssignmentStatus[] = ['awaiting-sign', 'in-hand', 'awaiting-review', 'approved', 'delivered']
/** The one unit that stands for an order in a line: of several that answer, the one that is furthest behind. */
export const principalOf = (order: WorkOrder): Assignment | undefined =>
  answering(order).reduce<Assignment | undefined>(
    (behind, one) => (behind === undefined || progress.indexOf(one.status) < progress.indexOf(behind.status) ? one : behind),
    undefined,
  ) ?? order.assignments.at(-1)

/** 11-3a: the order is answered when everybody who answers to the requester has. */
export const allAnswered = (order: WorkOrder, besides: string): boolean =>
  answering(order).every((one) => one.id === besides || isAnswered(one))

/** Of one of these units, or passed on to it. */
export const isTheirs = ({ unitId, passedOn }: Assignment, unitIds: readonly string[]): boolean =>
  unitIds.includes(unitId) || (passedOn !== undefined && unitIds.includes(passedOn.unitId))

/**
 * The assignment that this actor's step is about: of a unit's people their own unit's first, then one below; of others the one that stands for
 * the order. Among several one in a wanted status comes first, so that what may be done to any may be done.
 */
export const assignmentFor = (order: WorkOrder, actor: WorkActor, wanted: readonly AssignmentStatus[]): Assignment | undefined => {
  const active = order.assignments.filter(isActive)
  const standing = principalOf(order)
  const all = standing === undefined ? active : [standing, ...active]
  const ofUnits = (unitIds: readonly string[]) => active.filter((one) => isTheirs(one, unitIds))
  const theirs =
    actor.kind === 'staff' ? [...ofUnits(actor.unitIds.filter((one) => actor.unitPathIds.includes(one))), ...ofUnits(actor.unitIds)] : []
  const pool = theirs.length > 0 ? theirs : all
  return pool.find(({ status }) => wanted.includes(status)) ?? pool[0]
}
