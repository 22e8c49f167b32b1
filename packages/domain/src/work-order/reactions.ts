import type { WorkOrderEvent } from './events.ts'
import type { WorkOrder } from './state.ts'

/** What leaves the system because of an event. Templates are named here; their words, and the recipient's number, are put in when it is sent. */
export type Template =
  | 'request-received'
  | 'request-accepted'
  | 'request-declined'
  | 'request-answered'
  | 'request-dispatched'
  | 'reply-ready'
  | 'follow-up'
  | 'follow-up-reminder'
  | 'redo-started'
  | 'withdrawal-done'
  | 'unit-order-arrived'
  | 'unit-order-urgent'
  | 'unit-sign-warning'
  | 'unit-due-warning'
  | 'unit-overdue'
  | 'unit-redo'
export type Message =
  | { readonly template: Template; readonly to: 'requester' }
  | { readonly template: Template; readonly to: 'unit' | 'unit-deputy'; readonly unitId: string }

const toUnit = (order: WorkOrder, template: Template, to: 'unit' | 'unit-deputy' = 'unit'): readonly Message[] =>
  order.assignment === null ? [] : [{ template, to, unitId: order.assignment.unitId }]

/** The requester is told where there is a number and they have not left. */
const toRequester = (order: WorkOrder, template: Template): readonly Message[] =>
  order.reachable && !order.requesterLeft ? [{ template, to: 'requester' }] : []

/** 12-2a: the clerk is reminded before the signing clock is due and the deputy after it; every other clock of a unit reminds its clerk. */
const clockReminder = (order: WorkOrder, clockId: string, breached: boolean): readonly Message[] => {
  const clock = order.clocks.find(({ id }) => id === clockId)
  if (clock === undefined || clock.whose !== 'unit') return []
  if (clock.kind === 'sign') return breached ? toUnit(order, 'unit-overdue', 'unit-deputy') : toUnit(order, 'unit-sign-warning')
  return toUnit(order, breached ? 'unit-overdue' : 'unit-due-warning')
}

/** One readable map from an event to what is sent because of it; `order` is the state after the event. */
export const messagesOf = (event: WorkOrderEvent, order: WorkOrder): readonly Message[] => {
  switch (event.type) {
    case 'recorded':
      return order.channel === 'phone' ? [] : toRequester(order, 'request-received')
    case 'accepted':
      return toRequester(order, 'request-accepted')
    case 'declined':
      return toRequester(order, 'request-declined')
    case 'answered-directly':
      return order.channel === 'phone' ? [] : toRequester(order, 'request-answered')
    case 'dispatched':
      return [
        ...toUnit(order, order.urgency === 'ordinary' ? 'unit-order-arrived' : 'unit-order-urgent'),
        ...toRequester(order, 'request-dispatched'),
      ]
    case 'reply-delivered':
      return event.way === 'tracking-page' || event.way === 'sms' ? toRequester(order, 'reply-ready') : []
    case 'follow-up-opened':
      return event.by === 'sms' ? toRequester(order, 'follow-up') : []
    case 'follow-up-reminded':
      return toRequester(order, 'follow-up-reminder')
    case 'redo-ordered':
      return [...toUnit(order, 'unit-redo'), ...toRequester(order, 'redo-started')]
    case 'closed':
      return event.kind === 'withdrawn' ? toRequester(order, 'withdrawal-done') : []
    case 'clock-warned':
      return clockReminder(order, event.clockId, false)
    case 'clock-breached':
      return clockReminder(order, event.clockId, true)
    default:
      return []
  }
}
