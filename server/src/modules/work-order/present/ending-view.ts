import type { OrderView } from '@open12345/contract/work-order'
import { handlingModeOf, type Happened } from '@open12345/domain/work-order'
import { textOf, type Page } from './page.ts'
import type { Sight } from './sight.ts'

type Ending = Pick<OrderView, 'acts' | 'incidentId' | 'dispute' | 'mark' | 'mode' | 'repeatOf' | 'pendingTermination'>

const last = <T extends Happened['event']['type']>({ history }: Page, type: T) =>
  history.findLast((happened): happened is Happened & { event: Extract<Happened['event'], { type: T }> } => happened.event.type === type)
    ?.event

const actsView = ({ order, names }: Page): OrderView['acts'] => {
  if (order.urgency === 'ordinary') return null
  const { reportedAt = null, acknowledgedAt = null, calls = [] } = order.acts ?? {}
  return { reportedAt, acknowledgedAt, calls: calls.map((call) => ({ ...call, unitName: names.unit(call.unitId) })) }
}

/** What one unit disputes or determines is for its own people and the centre. */
const mayKnow = ({ order, doer }: Page, sight: Sight, assignmentId: string): boolean =>
  doer.actor.scope !== 'unit' || order.assignments.some((one) => one.id === assignmentId && sight.isOwn(one))

const disputeView = (page: Page, sight: Sight): OrderView['dispute'] => {
  const { order, names } = page
  if (order.dispute === undefined || !mayKnow(page, sight, order.dispute.assignmentId)) return null
  const unitId = order.assignments.find(({ id }) => id === order.dispute?.assignmentId)?.unitId
  const grounds = textOf(page, last(page, 'rating-disputed')?.groundsText ?? '')
  return { unitName: unitId === undefined ? '' : names.unit(unitId), grounds, decision: order.dispute.decision }
}

const terminationView = (page: Page, sight: Sight): OrderView['pendingTermination'] => {
  const termination = page.order.pendingTermination
  return termination === undefined || !mayKnow(page, sight, termination.assignmentId)
    ? null
    : { opinion: textOf(page, termination.opinionText), by: page.names.person(termination.by) }
}

/** What is special about it and how it may end. A unit learns of no incident's other requests and of no earlier order. */
export const endingView = (page: Page, sight: Sight): Ending => {
  const { order, doer } = page
  const isUnit = doer.actor.scope === 'unit'
  return {
    acts: actsView(page),
    incidentId: isUnit ? null : (order.incidentId ?? null),
    dispute: disputeView(page, sight),
    mark: order.mark ?? null,
    mode: handlingModeOf(order) ?? null,
    repeatOf: order.repeatOf === undefined ? null : { orderId: order.repeatOf, number: page.repeatOfNumber },
    pendingTermination: terminationView(page, sight),
  }
}
