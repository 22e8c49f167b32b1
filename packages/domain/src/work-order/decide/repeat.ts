import { accept } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard } from '../action.ts'
import { newRoundAsks } from '../asks.ts'
import { answering } from '../assignments.ts'
import type { Context } from '../context.ts'
import { nobodyAtWork, notClosed, notInConflict, ofAnsweringUnit, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { answersToLead } from '../../vocabulary/index.ts'
import { onAssignment } from './on-assignment.ts'

export type LinkRepeat = { readonly ofOrderId: string }
export type ProposeTermination = { readonly opinionText: string; readonly proofFiles: readonly string[] }
export type ConfirmTermination = { readonly confirmed: true } | { readonly confirmed: false; readonly reasonText: string }
export type ExplainTermination = { readonly ofOrderId: string; readonly explanationText: string }
export type Reopen = { readonly factsText: string }

/** 13-4: the earlier order that is named is the same person's. */
const samePerson = (ofOrderId: string, { related }: Context): boolean => related(ofOrderId)?.isSameRequester === true

/**
 * 第十三条（四） 同一诉求人就同一事项多次反映: found by the centre; nothing follows from it by itself.
 * @clause 13-4
 */
export const linkRepeat: Action<LinkRepeat> = {
  right: 'order.link-repeat',
  clause: '13-4',
  guard: all(notInConflict, notClosed, ({ repeatOf }) => (repeatOf === undefined ? undefined : refused('repeat.linked', '13-4'))),
  decide: (_order, { ofOrderId }, context) =>
    samePerson(ofOrderId, context) ? accept([{ type: 'repeat-linked', ofOrderId }]) : refuseStep('repeat.not-same-person', '13-4'),
}

/**
 * 第十三条（四） 认定终结办理: by the handling unit, with a detailed written opinion, for a repeated request only.
 * @clause 13-4
 */
export const proposeTermination = onAssignment<ProposeTermination>({
  right: 'order.terminate',
  clause: '13-4',
  wanted: ['in-hand', 'awaiting-review', 'approved'],
  by: ofAnsweringUnit,
  guards: [
    (_assignment, { repeatOf }) => (repeatOf === undefined ? refused('termination.not-repeated', '13-4') : undefined),
    (_assignment, { pendingTermination }) => (pendingTermination === undefined ? undefined : refused('termination.pending', '13-4')),
    ({ role }, order) =>
      answersToLead(role) || order.status !== 'in-hand' || answering(order).length > 1
        ? refused('acceptance.units-at-work', '13-4')
        : undefined,
  ],
  decide: ({ id }, command) => accept([{ type: 'termination-proposed', assignmentId: id, ...command }]),
})

const proposedByAnother: Guard = ({ pendingTermination }, { actor }) => {
  if (pendingTermination === undefined) return refused('termination.none-pending', '13-4')
  return actor.kind === 'staff' && actor.accountId !== pendingTermination.by ? undefined : refused('termination.second-person', '13-4')
}

/**
 * 第十三条（四）: the centre checks form and law, and may send it back.
 * @clause 13-4
 */
export const confirmTermination: Action<ConfirmTermination> = {
  right: 'order.confirm-termination',
  clause: '13-4',
  guard: all(notInConflict, notClosed, proposedByAnother),
  decide: (order, command) =>
    accept(
      command.confirmed
        ? [{ type: 'closed', kind: 'terminated', noAnswer: false, basisText: order.pendingTermination?.opinionText ?? null }]
        : [{ type: 'termination-refused', assignmentId: order.pendingTermination?.assignmentId ?? '', refusalText: command.reasonText }],
    ),
}

/**
 * 第十三条（四） 不再重复办理，并做好解释: a later request about a terminated matter gets the opinion explained and is recorded; with new facts it is a request like any.
 * @clause 13-4
 */
export const explainTermination: Action<ExplainTermination> = {
  right: 'order.link-repeat',
  clause: '13-4',
  guard: all(notInConflict, statusIs('recorded', 'awaiting-dispatch'), nobodyAtWork),
  decide: (_order, { ofOrderId, explanationText }, context) => {
    if (!samePerson(ofOrderId, context)) return refuseStep('repeat.not-same-person', '13-4')
    if (context.related(ofOrderId)?.closure !== 'terminated') return refuseStep('repeat.not-terminated', '13-4')
    return accept([
      { type: 'repeat-linked', ofOrderId },
      { type: 'opinion-explained', ofOrderId, explanationText },
      { type: 'closed', kind: 'explained-again', noAnswer: false, basisText: null },
    ])
  },
}

const wasHandled: Guard = ({ closure }) => {
  if (closure === null) return refused('reopen.not-closed', '13-3a')
  return ['satisfied', 'lawful-reply', 'noted', 'answered-directly'].includes(closure.kind)
    ? undefined
    : refused('reopen.not-handled', '13-3a')
}

const reopenUntil = (order: WorkOrder, context: Context) =>
  context.startClock(
    {
      id: 'reopen',
      kind: 'reopen',
      whose: 'requester',
      round: order.round,
      assignmentId: null,
      startAt: order.closure?.at ?? context.now,
    },
    order,
  )

/**
 * 第十三条（三）: within the pack's days new facts reopen the same order, as a new round with its own clocks; later they are a new request.
 * @clause 13-3a
 */
export const reopen: Action<Reopen> = {
  right: 'order.record',
  clause: '13-3a',
  guard: all(notInConflict, wasHandled),
  decide: (order, { factsText }, context) => {
    const until = reopenUntil(order, context)
    if (!until.ok) return until
    if (context.now >= until.value.dueAt) return refuseStep('reopen.too-late', '13-3a', { until: until.value.dueOn })
    const [unit] = answering(order)
    const clocks = startClocks(unit === undefined ? [] : newRoundAsks(order, unit.id, context), order, context)
    return clocks.ok ? accept([{ type: 'reopened', factsText, clocks: clocks.value }]) : clocks
  },
}
