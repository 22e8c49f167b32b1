import { isActive, type Assignment, type Clock, type Happened, type WorkOrder, type WorkOrderEvent } from '@open12345/domain/work-order'
import type { Actor } from '../../../db/actor.ts'

/**
 * What a reader may see of the inside of an order. Units do not read what another unit asks, notes and drafts among itself, and learn of no
 * accusation; who is only asked whether it is theirs learns of nobody.
 */
export type Sight = {
  /** Of a unit that the reader works for. */
  readonly isOwn: (assignment: Assignment) => boolean
  /** The unit's own people's, the centre's, or an answer that was given. */
  readonly seesDraft: (assignment: Assignment) => boolean
  readonly isTold: (happened: Happened) => boolean
  readonly mayRead: (role: string, event: WorkOrderEvent) => boolean
  readonly seesClock: (clock: Clock) => boolean
}

const hiddenRoles: Readonly<Record<Actor['scope'], readonly string[]>> = {
  centre: [],
  system: [],
  seat: ['internal', 'inner-note', 'coordination-record', 'office-report'],
  unit: ['basis', 'centre-note', 'clearing', 'coordination', 'coordination-record', 'office-report'],
  requester: [],
  none: [],
}
/** What of another unit's steps is for all who take part: what it was asked for, what it answered, what the centre ruled. */
const forAll: readonly string[] = ['response', 'progress', 'ruling', 'ruling-basis']
/** 20c: a unit that stood accused by mistake never learns of it, even where it gets the order afterwards. */
const clearing: readonly WorkOrderEvent['type'][] = ['clearing-proposed', 'clearing-refused', 'accused-cleared']
/** A unit's own business until the centre has decided. */
const ownBusiness: readonly WorkOrderEvent['type'][] = [
  'return-asked',
  'extension-asked',
  'extension-refused',
  'passed-on',
  'reported-back',
]
const ownClocks: readonly Clock['kind'][] = ['return', 'return-decision', 'extension-decision', 'sub-handle']

const given: readonly Assignment['status'][] = ['approved', 'delivered', 'answered']

const assignmentIdOf = (event: WorkOrderEvent): string | null => ('assignmentId' in event ? (event.assignmentId ?? null) : null)

const sightOfUnit = (order: WorkOrder, { unitIds }: Actor): Sight => {
  const isOwn = ({ unitId, passedOn }: Assignment): boolean =>
    unitIds.includes(unitId) || (passedOn !== undefined && unitIds.includes(passedOn.unitId))
  const own = new Set(order.assignments.filter(isOwn).map(({ id }) => id))
  const isOthers = (assignmentId: string | null): boolean =>
    order.assignments.some(({ id }) => id === assignmentId) && !own.has(assignmentId ?? '')
  const seesClock = ({ assignmentId, kind }: Clock): boolean => !isOthers(assignmentId) || !ownClocks.includes(kind)
  const seesDraft = (assignment: Assignment): boolean => isOwn(assignment) || (isActive(assignment) && given.includes(assignment.status))
  const isGiven = (event: WorkOrderEvent): boolean =>
    event.type === 'reply-drafted' &&
    order.assignments.some((one) => one.id === event.assignmentId && seesDraft(one) && one.draft?.replyText === event.replyText)
  const isTold = ({ event }: Happened): boolean => {
    if (clearing.includes(event.type)) return false
    if (event.type === 'clock-warned' || event.type === 'clock-breached')
      return order.clocks.some((clock) => clock.id === event.clockId && seesClock(clock))
    return !isOthers(assignmentIdOf(event)) || !ownBusiness.includes(event.type)
  }
  const mayRead = (role: string, event: WorkOrderEvent): boolean => {
    if (hiddenRoles.unit.includes(role)) return false
    if (!isOthers(assignmentIdOf(event)) || forAll.includes(role)) return true
    return (role === 'reply' && isGiven(event)) || (role === 'note' && event.type === 'dispatched')
  }
  return { isOwn, seesDraft, isTold, mayRead, seesClock }
}

const always = (): boolean => true

export const sightOf = (order: WorkOrder, actor: Actor): Sight =>
  actor.scope === 'unit'
    ? sightOfUnit(order, actor)
    : {
        isOwn: () => false,
        seesDraft: always,
        isTold: always,
        seesClock: always,
        mayRead: (role) => !hiddenRoles[actor.scope].includes(role),
      }
