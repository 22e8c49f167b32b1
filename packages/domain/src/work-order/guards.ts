import { scopeOf } from '../authority/index.ts'
import type { Guard } from './action.ts'
import { refused } from './action.ts'
import type { WorkActor } from './context.ts'
import { assignmentFor, isActive } from './assignments.ts'
import { isThroughCentre, type Assignment, type WorkOrder } from './state.ts'
import type { AssignmentStatus, Status } from '../vocabulary/index.ts'

export const isOfCentre = (actor: WorkActor): boolean => actor.kind === 'staff' && scopeOf(actor.roles) === 'centre'

/** The order is in one of these; else the sentence names where it stands. */
export const statusIs =
  (...wanted: readonly Status[]): Guard =>
  (order) =>
    wanted.includes(order.status)
      ? undefined
      : order.status === 'closed'
        ? refused('work-order.closed')
        : refused('work-order.wrong-status', undefined, { status: order.status })

/** 第九条、第十一条（一）: an error that is found after acceptance is mended by the centre; the seat that accepted it asks there. */
export const centreOnceAccepted: Guard = (order, { actor }) =>
  order.status === 'recorded' || isOfCentre(actor) ? undefined : refused('acceptance.by-centre', '9-guide')

export const notClosed: Guard = (order) => (order.status === 'closed' ? refused('work-order.closed') : undefined)

export const assignmentIs =
  (...wanted: readonly AssignmentStatus[]): Guard =>
  (order, { actor }) => {
    if (order.status === 'closed') return refused('work-order.closed')
    const status = assignmentFor(order, actor, wanted)?.status
    return status !== undefined && wanted.includes(status)
      ? undefined
      : refused('assignment.wrong-status', undefined, { status: status ?? order.status })
  }

/** 12-0 谁承办、谁答复、谁负责: only the handling unit's people, and those within it to whom it was passed on. */
export const ofHandlingUnit =
  (...wanted: readonly AssignmentStatus[]): Guard =>
  (order, { actor }) => {
    const assignment = assignmentFor(order, actor, wanted)
    return assignment !== undefined && isOfUnit(assignment, actor) ? undefined : refused('assignment.not-your-unit', '12-0')
  }

/** Of the unit itself or of one above it; with `below`, of the one within it to whom the order was passed on as well. */
export const isOfUnit = ({ unitId, passedOn }: Assignment, actor: WorkActor, below = true): boolean =>
  actor.kind === 'staff' && (actor.unitIds.includes(unitId) || (below && passedOn !== undefined && actor.unitIds.includes(passedOn.unitId)))

/** 第七条（一）: the unit answers for what it does; whoever got the order from it drafts and reports back, no more. */
export const ofAnsweringUnit =
  (...wanted: readonly AssignmentStatus[]): Guard =>
  (order, { actor }) => {
    const assignment = assignmentFor(order, actor, wanted)
    return assignment !== undefined && isOfUnit(assignment, actor, false) ? undefined : refused('assignment.not-your-unit', '12-0')
  }

/** 11-3: while another unit is at work, the centre neither declines nor answers the whole. */
export const nobodyAtWork: Guard = ({ assignments }) =>
  assignments.some(isActive) ? refused('acceptance.units-at-work', '11-3a') : undefined

/** 20c: where the unit may not know who asks, the centre stands between; everywhere else only the handling unit's people. */
export const ofUnitOrBetween =
  (...wanted: readonly AssignmentStatus[]): Guard =>
  (order, context) =>
    isOfCentre(context.actor) && isThroughCentre(order) ? undefined : ofAnsweringUnit(...wanted)(order, context)

/** 20c: who stands back from it by themself, or is complained of in person. */
export const barredAccounts = ({ relations, recused = [] }: WorkOrder): readonly string[] =>
  [relations.respondentAccountId, relations.accusedAccountId, ...recused].filter((id) => id !== null)

/** 20c: the person complained of neither handles, reviews nor sees the order; whoever is accused, nor their unit, even knows of it. */
export const notBarred: Guard = (order, { actor }) => {
  if (actor.kind !== 'staff') return undefined
  const { accusedUnitId } = order.relations
  const inPerson = barredAccounts(order).includes(actor.accountId)
  const byUnit = accusedUnitId !== null && actor.unitPathIds.includes(accusedUnitId)
  return inPerson || byUnit ? refused('work-order.not-found') : undefined
}

/** 20c: of a sealed order nobody knows but who is named. */
export const isNamed = ({ knownTo }: WorkOrder, actor: WorkActor): boolean =>
  knownTo === undefined || actor.kind !== 'staff' || knownTo.includes(actor.accountId)

/** Neither barred from it nor, where it is sealed, left out of it. @clause 20c */
export const notInConflict: Guard = (order, context) =>
  isNamed(order, context.actor) ? notBarred(order, context) : refused('work-order.not-found')
