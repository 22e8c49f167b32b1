import { accept } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard, type Steps } from '../action.ts'
import { newRoundAsks } from '../asks.ts'
import { answering } from '../assignments.ts'
import type { Context } from '../context.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { FollowUpStatus, WorkOrder } from '../state.ts'
import {
  isDissatisfied,
  ratings,
  redoReasons,
  type DissatisfactionReason,
  type FollowUpChannel,
  type FollowUpOutcome,
  type Rating,
} from '../../vocabulary/index.ts'

export type Rate = {
  readonly channel: FollowUpChannel
  readonly service: Rating | null
  readonly result: Rating
  readonly wordsText: string | null
}
export type FollowUpByPerson = {
  readonly outcome: FollowUpOutcome
  readonly service: Rating | null
  readonly reason: DissatisfactionReason | null
  readonly noteText: string | null
}
/** `assignmentId`: which of several units has to do it again. */
export type OrderRedo = { readonly assignmentId?: string | null; readonly reason: DissatisfactionReason; readonly instructionText: string }
export type CloseLawful = { readonly basisText: string | null }

const followUpIs =
  (...wanted: readonly FollowUpStatus[]): Guard =>
  (order) =>
    order.followUp !== null && wanted.includes(order.followUp.status) ? undefined : refused('follow-up.none-open', '13-1')

const awaiting = all(notInConflict, statusIs('awaiting-follow-up'))
const closedSatisfied = { type: 'closed', kind: 'satisfied', noAnswer: false, basisText: null } as const

/**
 * 第十三条（一）（二）: the requester's own rating, by SMS or on the tracking page; service and result apart. Satisfied with both closes; dissatisfied
 * with either goes to a person.
 * @clause 13-1
 * @clause 13-2
 */
export const rate: Action<Rate> = {
  right: 'order.follow-up',
  clause: '13-2',
  guard: all(awaiting, followUpIs('opened', 'asked', 'manual', 'check')),
  decide: (_order, command) =>
    accept(
      isDissatisfied(command.service, command.result) ? [{ type: 'rated', ...command }] : [{ type: 'rated', ...command }, closedSatisfied],
    ),
}

const callsForRedo = (reason: DissatisfactionReason | null | undefined): boolean => redoReasons.some((one) => one === reason)

/** Whoever confirmed that a redo is due does not talk it away alone. */
const softensOwnFinding = (order: WorkOrder, { outcome, reason }: FollowUpByPerson, { actor }: Context): boolean => {
  const confirmed = order.followUp?.confirmed
  if (outcome !== 'dissatisfied' || !callsForRedo(confirmed?.reason) || callsForRedo(reason)) return false
  return actor.kind === 'staff' && actor.accountId === confirmed?.by
}

/**
 * 第十三条（三） 人工回访: a person asks. Dissatisfied with service or result needs its reason; nobody reached is a try, never satisfaction.
 * @clause 13-3a
 */
export const followUpByPerson: Action<FollowUpByPerson> = {
  right: 'order.follow-up',
  clause: '13-3a',
  guard: all(awaiting, followUpIs('manual', 'check')),
  decide: (order, command, context) => {
    const { outcome, service, reason } = command
    const unhappy = isDissatisfied(service, outcome)
    if (unhappy && reason === null) return refuseStep('follow-up.reason-needed', '13-3a')
    if (softensOwnFinding(order, command, context)) return refuseStep('follow-up.reason-by-another', '13-3a')
    const followed = { type: 'followed-up', ...command } as const
    return accept(!unhappy && ratings.some((rating) => rating === outcome) ? [followed, closedSatisfied] : [followed])
  },
}

/** Confirmed by a person, not by a text message alone. */
const confirmedDissatisfied: Guard = ({ followUp }) =>
  followUp?.confirmed !== undefined || (followUp !== null && followUp.tries > 0 && followUp.lastOutcome === 'dissatisfied')
    ? undefined
    : refused('follow-up.not-dissatisfied', '13-3a')

/**
 * 第十三条（三） 退回重办: should have been done, or reasonable; a new round with its own clocks for unit and requester.
 * @clause 13-3a
 */
const redo = (order: WorkOrder, { assignmentId = null, ...command }: OrderRedo, context: Context): Steps => {
  const found = order.followUp?.confirmed?.reason
  if (!callsForRedo(command.reason) || (found !== undefined && !callsForRedo(found))) return refuseStep('redo.unreasonable', '13-3a')
  const units = answering(order)
  if (units.length > 1 && assignmentId === null) return refuseStep('redo.which-unit', '11-3a')
  const unit = assignmentId === null ? units[0] : units.find(({ id }) => id === assignmentId)
  if (unit === undefined) return refuseStep('assignment.none-active', '13-3a')
  const clocks = startClocks(newRoundAsks(order, unit.id, context), order, context)
  return clocks.ok ? accept([{ type: 'redo-ordered', assignmentId: unit.id, ...command, clocks: clocks.value }]) : clocks
}
export const orderRedo: Action<OrderRedo> = {
  right: 'order.redo',
  clause: '13-3a',
  guard: all(awaiting, followUpIs('manual'), confirmedDissatisfied),
  decide: redo,
}

const spaced = (tries: readonly string[], hours: number): number => {
  let counted = 0
  let next = ''
  for (const at of tries) {
    if (at < next) continue
    counted += 1
    next = Temporal.Instant.from(at).add({ hours }).toString({ smallestUnit: 'millisecond' })
  }
  return counted
}

/** 13-2: nobody is taken as not answering after one call: tries at different times, as the pack says; whoever left no number cannot be tried. */
const triedEnough = ({ followUp, reachable }: WorkOrder, { settings }: Context): boolean =>
  !reachable || spaced(followUp?.triedAt ?? [], settings?.manualTriesApart.value.count ?? 0) >= (settings?.manualTries.value ?? 1)

/** A person asked and got an answer, tried often enough, or the reminder stayed unanswered (`check`). */
const followedUpFirst: Guard = (order, context) => {
  const { followUp } = order
  if (followUp?.status === 'check') return undefined
  if (followUp?.status !== 'manual' || followUp.tries === 0) return refused('close.follow-up-first', '13-2')
  const answered = followUp.dissatisfied === true || ratings.some((rating) => rating === followUp.lastOutcome)
  return answered || triedEnough(order, context) ? undefined : refused('close.try-again', '13-2')
}
const noRedoDue: Guard = (order) => (callsForRedo(order.followUp?.confirmed?.reason) ? refused('close.redo-due', '13-3a') : undefined)
const secondPerson: Guard = (order, { actor }) =>
  actor.kind === 'staff' && order.assignments.some(({ approvedBy }) => approvedBy === actor.accountId)
    ? refused('close.second-person', '13-2')
    : undefined

/**
 * 第十三条（二） 答复内容符合法律、法规和政策规定的，该事项办结: checked at the centre, with its basis where somebody was not satisfied; silence is counted apart.
 * @clause 13-2
 */
export const closeLawful: Action<CloseLawful> = {
  right: 'order.close',
  clause: '13-2',
  guard: all(awaiting, followedUpFirst, noRedoDue, secondPerson),
  decide: (order, { basisText }) => {
    const outcome = order.followUp?.lastOutcome ?? null
    const rated = order.followUp?.dissatisfied === true || ratings.some((rating) => rating === outcome)
    if (rated && basisText === null) return refuseStep('close.basis-needed', '13-2')
    return accept([{ type: 'closed', kind: 'lawful-reply', noAnswer: !rated, basisText }])
  },
}
