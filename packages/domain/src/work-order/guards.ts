import { scopeOf } from '../authority/index.ts'
import type { Guard } from './action.ts'
import { refused } from './action.ts'
import type { WorkActor } from './context.ts'
import { isThroughCentre } from './state.ts'
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
  (order) => {
    if (order.status === 'closed') return refused('work-order.closed')
    const status = order.assignment?.status
    return status !== undefined && wanted.includes(status)
      ? undefined
      : refused('assignment.wrong-status', undefined, { status: status ?? order.status })
  }

/** 12-0 谁承办、谁答复、谁负责: only the handling unit's people. */
export const ofHandlingUnit: Guard = (order, { actor }) =>
  actor.kind === 'staff' && order.assignment !== null && actor.unitIds.includes(order.assignment.unitId)
    ? undefined
    : refused('assignment.not-your-unit', '12-0')

/** 20c: where the unit may not know who asks, the centre stands between; everywhere else only the handling unit's people. */
export const ofUnitOrBetween: Guard = (order, context) =>
  isOfCentre(context.actor) && isThroughCentre(order) ? undefined : ofHandlingUnit(order, context)

/** 20c: the person complained of neither handles, reviews nor sees the order; whoever is accused, nor their unit, even knows of it. */
export const notInConflict: Guard = ({ relations }, { actor }) => {
  if (actor.kind !== 'staff') return undefined
  const inPerson = actor.accountId === relations.respondentAccountId || actor.accountId === relations.accusedAccountId
  const byUnit = relations.accusedUnitId !== null && actor.unitPathIds.includes(relations.accusedUnitId)
  return inPerson || byUnit ? refused('work-order.not-found') : undefined
}
