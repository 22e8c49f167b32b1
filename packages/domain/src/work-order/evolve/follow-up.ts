import { waived } from '../clock.ts'
import { assisting, principalOf } from '../assignments.ts'
import type { RedoOrdered } from '../events/index.ts'
import type { FollowUp, WorkOrder } from '../state.ts'
import { isDissatisfied, ratings, type FollowUpOutcome } from '../../vocabulary/index.ts'
import { assign, inNewRound, ofAssignment, ofKinds, ofRequester, settle, waiveOpen, withClocks, type Meanings } from './meaning.ts'

const follow = (order: WorkOrder, change: Partial<FollowUp>): WorkOrder =>
  order.followUp === null ? order : { ...order, followUp: { ...order.followUp, ...change } }

const isRating = (outcome: FollowUpOutcome): boolean => ratings.some((rating) => rating === outcome)

/** 11-3b: an assistant who let the time pass is waited for no more; that it was late stays. */
const withoutLaggards = (order: WorkOrder, at: string): WorkOrder =>
  assisting(order)
    .filter(({ status }) => status !== 'answered')
    .reduce((left, { id }) => assign(settle(left, ofAssignment(id), at), id, { status: 'withdrawn', pendingReturn: undefined }), order)

/** Once said, it holds for the round: a later call that nobody answers takes nothing back. */
const unhappiness = (said: boolean): Partial<FollowUp> => (said ? { dissatisfied: true } : {})

const asked = (order: WorkOrder, at: string): WorkOrder =>
  settle(settle(order, ofKinds('follow-up'), at), ofKinds('reminder', 'no-answer'), at, waived)

/** 13-3a: a new round with its own clocks; the first round's outcome stays in its clocks and events. */
const redone = (order: WorkOrder, { assignmentId }: RedoOrdered): WorkOrder => {
  const assignment = order.assignments.find(({ id }) => id === assignmentId) ?? principalOf(order)
  return assignment === undefined ? order : inNewRound(order, assignment)
}

export const followingUp: Meanings<
  | 'follow-up-opened'
  | 'follow-up-asked'
  | 'follow-up-unsendable'
  | 'follow-up-reminded'
  | 'follow-up-unanswered'
  | 'rated'
  | 'followed-up'
  | 'redo-ordered'
> = {
  /** 12-0, 11-3a: whoever had to answer has; that meets the requester's clock. */
  'follow-up-opened': (order, { round, by, clocks }, { at }) =>
    withClocks(
      {
        ...withoutLaggards(settle(order, ofRequester, at), at),
        status: 'awaiting-follow-up',
        followUp: { round, status: by === 'sms' ? 'opened' : by, askedAt: null, tries: 0, lastOutcome: null },
      },
      clocks,
    ),
  'follow-up-asked': (order, { clocks }, { at }) =>
    withClocks(settle(follow(order, { status: 'asked', askedAt: at }), ofKinds('follow-up'), at), clocks),
  'follow-up-unsendable': (order) => follow(order, { status: 'manual' }),
  'follow-up-reminded': (order, { clocks }, { at }) => withClocks(settle(order, ofKinds('reminder'), at), clocks),
  'follow-up-unanswered': (order, _event, { at }) =>
    follow(settle(order, ofKinds('no-answer'), at), { status: 'check', lastOutcome: 'no-answer' }),
  rated: (order, { service, result }, { at }) =>
    follow(asked(order, at), {
      status: isDissatisfied(service, result) ? 'manual' : 'rated',
      lastOutcome: result,
      ...unhappiness(isDissatisfied(service, result)),
    }),
  'followed-up': (order, { outcome, service, reason }, { at, by }) =>
    follow(asked(order, at), {
      status: 'manual',
      tries: (order.followUp?.tries ?? 0) + 1,
      lastOutcome: outcome,
      ...unhappiness(isDissatisfied(service, outcome)),
      ...(isRating(outcome) ? {} : { triedAt: [...(order.followUp?.triedAt ?? []), at] }),
      ...(outcome === 'dissatisfied' && reason !== null ? { confirmed: { reason, by } } : {}),
    }),
  'redo-ordered': (order, event, { at }) => withClocks(redone(waiveOpen(order, at), event), event.clocks),
}
