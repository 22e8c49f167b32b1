import { isOpen, met, recomputed, started, waived, type Clock, type ClockKind, type ClockStart } from './clock.ts'
import { gradeOfKind, keptRelations, stricter } from './confidence.ts'
import type { FollowedUp, Happened, Recorded, WorkOrderEvent } from './events.ts'
import type { Assignment, FollowUp, WorkOrder } from './state.ts'
import { isDissatisfied, type Grade, type Kind } from '../vocabulary/index.ts'

type Moment = { readonly at: string; readonly by: string }

/** A start with the id of a clock that already runs recomputes it (same start, new due); any other begins a new one. */
const withClocks = (order: WorkOrder, starts: readonly ClockStart[]): WorkOrder => {
  const running = order.clocks.map((clock) => {
    const again = starts.find(({ id }) => id === clock.id)
    return again === undefined || again.dueAt === clock.dueAt ? clock : recomputed(clock, again)
  })
  const fresh = starts.filter(({ id }) => !order.clocks.some((clock) => clock.id === id))
  return { ...order, clocks: [...running, ...fresh.map(started)] }
}
const settle = (order: WorkOrder, kinds: readonly ClockKind[], at: string, how: (clock: Clock, at: string) => Clock = met): WorkOrder => ({
  ...order,
  clocks: order.clocks.map((clock) => (kinds.includes(clock.kind) ? how(clock, at) : clock)),
})
const waiveOpen = (order: WorkOrder, at: string): WorkOrder => ({
  ...order,
  clocks: order.clocks.map((clock) => (isOpen(clock) ? waived(clock, at) : clock)),
})
const assign = (order: WorkOrder, change: Partial<Assignment>): WorkOrder =>
  order.assignment === null ? order : { ...order, assignment: { ...order.assignment, ...change } }
const follow = (order: WorkOrder, change: Partial<FollowUp>): WorkOrder =>
  order.followUp === null ? order : { ...order, followUp: { ...order.followUp, ...change } }

/** 20c: confidentiality only grows, and what was once a report hides who made it for ever. */
const named = (order: WorkOrder, kind: Kind, grade: Grade = order.grade): WorkOrder => ({
  ...order,
  kind,
  grade: stricter(stricter(order.grade, grade), gradeOfKind(kind)),
  reported: order.reported || kind === 'report',
})

const opened = (event: Recorded, at: string): WorkOrder => ({
  version: 0,
  status: 'recorded',
  channel: event.channel,
  contactId: event.contactId,
  requesterId: event.requesterId,
  reachable: event.reachable,
  ...(event.hasMobile === undefined ? {} : { hasMobile: event.hasMobile }),
  requesterLeft: false,
  grade: stricter(event.grade, gradeOfKind(event.kind)),
  reported: event.kind === 'report',
  urgency: 'ordinary',
  relations: event.relations,
  kind: event.kind,
  subject: event.subject,
  place: event.place,
  recordedAt: at,
  acceptedAt: null,
  takenBy: event.takenBy,
  clarifications: 0,
  assignment: null,
  followUp: null,
  round: 1,
  pendingCorrection: null,
  withdrawalRequested: false,
  closure: null,
  clocks: event.clocks.map(started),
})

/** A written request belongs to the seat that first deals with it, as a call belongs to the one that answered. */
const taken = (order: WorkOrder, by: string): WorkOrder => ({ ...order, takenBy: order.takenBy ?? by })

/** Total over events: a new event type does not compile until it is given a meaning here. */
const apply = (order: WorkOrder, event: Exclude<WorkOrderEvent, Recorded>, { at, by }: Moment): WorkOrder => {
  switch (event.type) {
    case 'clarification-attempted':
      return { ...taken(order, by), clarifications: order.clarifications + 1 }
    case 'handed-over':
    case 'correction-refused':
    case 'withdrawal-refused':
    case 'clearing-refused':
    case 'accused-cleared':
    case 'facts-added':
    case 'attempt-recorded':
      return besides(order, event)
    case 'declined':
      return taken(order, by)
    case 'answered-directly':
      return named(taken(settle(order, ['requester'], at), by), event.kind)
    case 'accepted': {
      const { kind, subject, place, grade, urgency } = event
      const relations = keptRelations(order.relations, event.relations)
      return withClocks(
        { ...named(taken(order, by), kind, grade), status: 'awaiting-dispatch', acceptedAt: at, subject, place, urgency, relations },
        event.clocks,
      )
    }
    case 'dispatched':
      return withClocks(settle(dispatched(order, event.assignmentId, event.unitId, at), ['dispatch'], at), event.clocks)
    case 'signed':
      return assign(settle(order, ['sign'], at), { status: 'in-hand', signedAt: at })
    case 'first-response-given':
      return settle(order, ['special-response', 'emergency-response'], at)
    case 'progress-reported':
      return settle(order, ['special-progress', 'emergency-progress'], at)
    case 'reply-drafted': {
      const { replyText, internalText, proofFiles } = event
      return assign(order, { status: 'awaiting-review', draft: { replyText, internalText, proofFiles, by } })
    }
    case 'reply-sent-back':
      return assign(order, { status: 'in-hand' })
    case 'reply-approved':
      return assign(order, { status: 'approved', approvedBy: by })
    case 'reply-delivered':
      return { ...assign(settle(order, deliveryMeets, at), { status: 'delivered' }), status: 'awaiting-follow-up' }
    case 'follow-up-opened':
      return withClocks(
        {
          ...order,
          followUp: { round: event.round, status: event.by === 'sms' ? 'opened' : event.by, askedAt: null, tries: 0, lastOutcome: null },
        },
        event.clocks,
      )
    default:
      return afterDelivery(order, event, { at, by })
  }
}

/** 12-0: the approved answer, delivered, meets the unit's clock and the requester's; an answer that came first also was the response and the progress. */
const deliveryMeets: readonly ClockKind[] = [
  'handle',
  'redo',
  'requester',
  'special-response',
  'special-progress',
  'emergency-response',
  'emergency-progress',
]

const dispatched = (order: WorkOrder, id: string, unitId: string, at: string): WorkOrder => ({
  ...order,
  status: 'in-hand',
  assignment: {
    id,
    unitId,
    status: 'awaiting-sign',
    round: order.round,
    receivedAt: at,
    signedAt: null,
    draft: null,
    approvedBy: null,
    earlierDrafters: [],
  },
})

const withoutClearing = (order: WorkOrder): WorkOrder => ({ ...order, pendingClearing: undefined })

const besides = (order: WorkOrder, event: WorkOrderEvent): WorkOrder => {
  if (event.type === 'correction-refused') return { ...order, pendingCorrection: null }
  if (event.type === 'withdrawal-refused') return { ...order, withdrawalRequested: false }
  if (event.type === 'clearing-refused') return withoutClearing(order)
  if (event.type === 'accused-cleared')
    return { ...withoutClearing(order), relations: { ...order.relations, accusedUnitId: null, accusedAccountId: null } }
  return order
}

type Late = Extract<
  WorkOrderEvent,
  {
    type:
      | 'follow-up-asked'
      | 'follow-up-unsendable'
      | 'follow-up-reminded'
      | 'follow-up-unanswered'
      | 'rated'
      | 'followed-up'
      | 'redo-ordered'
      | 'correction-proposed'
      | 'corrected'
      | 'withdrawal-requested'
      | 'requester-left'
      | 'clearing-proposed'
      | 'clock-warned'
      | 'clock-breached'
      | 'closed'
  }
>

const afterDelivery = (order: WorkOrder, event: Late, { at, by }: Moment): WorkOrder => {
  switch (event.type) {
    case 'follow-up-asked':
      return withClocks(settle(follow(order, { status: 'asked', askedAt: at }), ['follow-up'], at), event.clocks)
    case 'follow-up-unsendable':
      return follow(order, { status: 'manual' })
    case 'follow-up-reminded':
      return withClocks(settle(order, ['reminder'], at), event.clocks)
    case 'follow-up-unanswered':
      return follow(settle(order, ['no-answer'], at), { status: 'check', lastOutcome: 'no-answer' })
    case 'rated':
      return follow(settle(settle(order, ['follow-up'], at), ['reminder', 'no-answer'], at, waived), {
        status: isDissatisfied(event.service, event.result) ? 'manual' : 'rated',
        lastOutcome: event.result,
        ...unhappiness(isDissatisfied(event.service, event.result)),
      })
    case 'followed-up':
      return followedUp(order, event, { at, by })
    case 'redo-ordered':
      return withClocks(redone(waiveOpen(order, at)), event.clocks)
    case 'correction-proposed': {
      const { kind, subject, place, reasonText } = event
      return { ...order, pendingCorrection: { kind, subject, place, reasonText, by } }
    }
    case 'corrected': {
      const { kind, subject, place } = event
      return withClocks({ ...named(order, kind), subject, place, pendingCorrection: null }, event.clocks)
    }
    case 'withdrawal-requested':
      return { ...order, withdrawalRequested: true }
    case 'clearing-proposed':
      return { ...order, pendingClearing: { by, reasonText: event.reasonText } }
    case 'requester-left':
      return {
        ...settle(order, ['requester', 'follow-up', 'reminder', 'no-answer'], at, waived),
        requesterLeft: true,
        withdrawalRequested: false,
      }
    case 'clock-warned':
      return { ...order, clocks: order.clocks.map((clock) => (clock.id === event.clockId ? { ...clock, warned: true } : clock)) }
    case 'clock-breached':
      return { ...order, clocks: order.clocks.map((clock) => (clock.id === event.clockId ? { ...clock, outcome: 'breached' } : clock)) }
    case 'closed':
      return {
        ...waiveOpen(order, at),
        status: 'closed',
        withdrawalRequested: false,
        pendingCorrection: null,
        closure: { kind: event.kind, at, noAnswer: event.noAnswer },
      }
  }
}

/** Once said, it holds for the round: a later call that nobody answers takes nothing back. */
const unhappiness = (said: boolean): Partial<FollowUp> => (said ? { dissatisfied: true } : {})

const followedUp = (order: WorkOrder, { outcome, service, reason }: FollowedUp, { at, by }: Moment): WorkOrder => {
  const settled = settle(settle(order, ['follow-up'], at), ['reminder', 'no-answer'], at, waived)
  const tries = (order.followUp?.tries ?? 0) + 1
  const confirmed = outcome === 'dissatisfied' && reason !== null ? { confirmed: { reason, by } } : {}
  return follow(settled, {
    status: 'manual',
    tries,
    lastOutcome: outcome,
    ...unhappiness(isDissatisfied(service, outcome)),
    ...confirmed,
  })
}

/** 13-3a: a new round with its own clocks; the first round's outcome stays in its clocks and events. */
const redone = (order: WorkOrder): WorkOrder => {
  const { assignment } = order
  if (assignment === null) return order
  const earlierDrafters = assignment.draft === null ? assignment.earlierDrafters : [...assignment.earlierDrafters, assignment.draft.by]
  const round = order.round + 1
  return {
    ...order,
    status: 'in-hand',
    round,
    followUp: null,
    assignment: { ...assignment, status: 'in-hand', round, draft: null, approvedBy: null, earlierDrafters },
  }
}

/**
 * 第三条: the whole life of a request is one record. The state after one more event; the first must be `recorded`.
 * @clause 3-mechanism
 */
export const evolve = (order: WorkOrder | null, { version, at, author, event }: Happened): WorkOrder => {
  if (event.type === 'recorded') return { ...opened(event, at), version }
  if (order === null) throw new Error(`A history cannot begin with ${event.type}.`)
  return { ...apply(order, event, { at, by: author.kind === 'staff' ? author.accountId : author.kind }), version }
}

export const fold = (history: readonly Happened[]): WorkOrder => {
  const order = history.reduce<WorkOrder | null>(evolve, null)
  if (order === null) throw new Error('An empty history is no order.')
  return order
}
