import { answering } from './assignments.ts'
import type { Clock } from './clock.ts'
import type { Dispatched, EventType, WorkOrderEvent } from './events/index.ts'
import type { WorkOrder } from './state.ts'
import { noteReasons, type ClosureKind } from '../vocabulary/index.ts'

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
  | 'request-reassigning'
  | 'extension-granted'
  | 'unit-verify'
  | 'unit-return-decided'
  | 'unit-extension-decided'
  | 'unit-order-withdrawn'
  | 'unit-passed-on'
  | 'unit-reported-back'
  | 'unit-opinion-in'
  | 'unit-explain'
  | 'unit-dispute-decided'
  | 'unit-termination-refused'
  | 'request-with-incident'
  | 'request-terminated'
  | 'unit-reopened'
  | 'request-reopened'
export type Message =
  | { readonly template: Template; readonly to: 'requester' }
  | { readonly template: Template; readonly to: 'unit' | 'unit-deputy'; readonly unitId: string }

type ToUnits = 'unit' | 'unit-deputy'
const toAssignment = (order: WorkOrder, assignmentId: string | null, template: Template, to: ToUnits = 'unit'): readonly Message[] => {
  const assignment = order.assignments.find(({ id }) => id === assignmentId)
  return assignment === undefined ? [] : [{ template, to, unitId: assignment.unitId }]
}

/** The requester is told where there is a number that takes an SMS and they have not left. */
const toRequester = (order: WorkOrder, template: Template): readonly Message[] =>
  order.reachable && order.hasMobile !== false && !order.requesterLeft ? [{ template, to: 'requester' }] : []

/** 9-guide, 7-1: whose clock it is where it is not the assignment's own unit. */
const clockUnit = (order: WorkOrder, { kind, assignmentId }: Clock): string | undefined => {
  const assignment = order.assignments.find(({ id }) => id === assignmentId)
  if (kind === 'verify') return order.verification?.unitId
  return kind === 'sub-handle' ? assignment?.passedOn?.unitId : assignment?.unitId
}

/** 12-2a: the clerk is reminded before the signing clock is due and the deputy after it; every other clock of a unit reminds its clerk. */
const clockReminder = (order: WorkOrder, clockId: string, breached: boolean): readonly Message[] => {
  const clock = order.clocks.find(({ id }) => id === clockId)
  const unitId = clock?.whose === 'unit' ? clockUnit(order, clock) : undefined
  if (clock === undefined || unitId === undefined) return []
  if (clock.kind === 'sign')
    return [breached ? { template: 'unit-overdue', to: 'unit-deputy', unitId } : { template: 'unit-sign-warning', to: 'unit', unitId }]
  return [{ template: breached ? 'unit-overdue' : 'unit-due-warning', to: 'unit', unitId }]
}

/** The requester is told of the first unit; that others take part too is on their page. */
const onDispatch = (order: WorkOrder, { assignmentId }: Dispatched): readonly Message[] => [
  ...toAssignment(order, assignmentId, order.urgency === 'ordinary' ? 'unit-order-arrived' : 'unit-order-urgent'),
  ...(answering(order)[0]?.id === assignmentId ? toRequester(order, 'request-dispatched') : []),
]

const onClosing: { readonly [Kind in ClosureKind]?: Template } = {
  withdrawn: 'withdrawal-done',
  terminated: 'request-terminated',
  'explained-again': 'request-terminated',
}

type Reaction<T extends EventType> = (order: WorkOrder, event: Extract<WorkOrderEvent, { readonly type: T }>) => readonly Message[]

/** One readable map from an event to what is sent because of it; `order` is the state after the event. */
const reactions: { readonly [T in EventType]?: Reaction<T> } = {
  recorded: (order) => (order.channel === 'phone' ? [] : toRequester(order, 'request-received')),
  accepted: (order) => toRequester(order, 'request-accepted'),
  declined: (order) => toRequester(order, 'request-declined'),
  'answered-directly': (order) => (order.channel === 'phone' ? [] : toRequester(order, 'request-answered')),
  'verification-asked': (_order, { unitId }) => [{ template: 'unit-verify', to: 'unit', unitId }],
  dispatched: onDispatch,
  'return-accepted': (order, { assignmentId, clocks }) => [
    ...toAssignment(order, assignmentId, 'unit-return-decided'),
    ...(clocks.length > 0 ? toRequester(order, 'request-reassigning') : []),
  ],
  'return-refused': (order, { assignmentId }) => toAssignment(order, assignmentId, 'unit-return-decided'),
  'extension-granted': (order, { assignmentId }) => [
    ...toAssignment(order, assignmentId, 'unit-extension-decided'),
    ...toRequester(order, 'extension-granted'),
  ],
  'extension-refused': (order, { assignmentId }) => toAssignment(order, assignmentId, 'unit-extension-decided'),
  'opinion-given': (order) => toAssignment(order, answering(order)[0]?.id ?? null, 'unit-opinion-in'),
  'unit-withdrawn': (order, { assignmentId }) => toAssignment(order, assignmentId, 'unit-order-withdrawn'),
  'marked-urgent': (order) => answering(order).flatMap(({ id }) => toAssignment(order, id, 'unit-order-urgent')),
  'joined-incident': (order) => toRequester(order, 'request-with-incident'),
  'incident-answered': (order) => toRequester(order, 'reply-ready'),
  'followed-up': (order, { reason }) =>
    noteReasons.some((one) => one === reason) ? answering(order).flatMap(({ id }) => toAssignment(order, id, 'unit-explain')) : [],
  'rating-screened': (order) => toAssignment(order, order.dispute?.assignmentId ?? null, 'unit-dispute-decided'),
  'termination-refused': (order, { assignmentId }) => toAssignment(order, assignmentId, 'unit-termination-refused'),
  reopened: (order) => [
    ...toAssignment(order, answering(order)[0]?.id ?? null, 'unit-reopened'),
    ...toRequester(order, 'request-reopened'),
  ],
  'passed-on': (_order, { unitId }) => [{ template: 'unit-passed-on', to: 'unit', unitId }],
  'reported-back': (order, { assignmentId }) => toAssignment(order, assignmentId, 'unit-reported-back'),
  'reply-delivered': (order, { way }) => (way === 'tracking-page' || way === 'sms' ? toRequester(order, 'reply-ready') : []),
  'follow-up-opened': (order, { by }) => (by === 'sms' ? toRequester(order, 'follow-up') : []),
  'follow-up-reminded': (order) => toRequester(order, 'follow-up-reminder'),
  'redo-ordered': (order, { assignmentId = null }) => [
    ...toAssignment(order, assignmentId ?? answering(order)[0]?.id ?? null, 'unit-redo'),
    ...toRequester(order, 'redo-started'),
  ],
  closed: (order, { kind }) => {
    const template = onClosing[kind]
    return template === undefined ? [] : toRequester(order, template)
  },
  'clock-warned': (order, { clockId }) => clockReminder(order, clockId, false),
  'clock-breached': (order, { clockId }) => clockReminder(order, clockId, true),
}

export const messagesOf = (event: WorkOrderEvent, order: WorkOrder): readonly Message[] =>
  (reactions[event.type] as Reaction<typeof event.type> | undefined)?.(order, event as never) ?? []
