import { accept, type Decision } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard, type Steps } from '../action.ts'
import { centreAsk } from '../asks.ts'
import { isActive } from '../assignments.ts'
import { isOpen, type Clock, type ClockStart } from '../clock.ts'
import type { Context } from '../context.ts'
import { notClosed, notInConflict, ofAnsweringUnit } from '../guards.ts'
import type { Assignment, Extension, WorkOrder } from '../state.ts'
import { onAssignment } from './on-assignment.ts'

/** Working days beyond the due time; the reason is written for the requester, who is told. */
export type AskExtension = { readonly days: number; readonly reasonText: string }
export type DecideExtension =
  | { readonly assignmentId: string; readonly granted: true; readonly days: number; readonly exceptionText: string | null }
  | { readonly assignmentId: string; readonly granted: false; readonly reasonText: string }

const mainClock = (order: WorkOrder, assignmentId: string): Clock | undefined =>
  order.clocks.findLast((clock) => clock.assignmentId === assignmentId && (clock.kind === 'handle' || clock.kind === 'redo'))

const granted = ({ assignments }: WorkOrder): boolean => assignments.some(({ extension }) => extension?.status === 'granted')

/**
 * 第十二条（三） 延时申请: asked before the time has run out, with the reason. It stops no clock: undecided at expiry the breach stands until the decision.
 * @clause 12-3
 */
export const askExtension = onAssignment<AskExtension>({
  right: 'order.ask-extension',
  clause: '12-3',
  wanted: ['in-hand', 'awaiting-review', 'approved'],
  by: ofAnsweringUnit,
  guards: [
    ({ id }, order, { now }) => {
      const clock = mainClock(order, id)
      if (clock === undefined) return refused('extension.no-clock', '12-3')
      return isOpen(clock) && now < clock.dueAt ? undefined : refused('extension.expired', '12-3')
    },
    ({ extension }) => (extension?.status === 'asked' ? refused('extension.pending', '12-3') : undefined),
    (_assignment, order) => (granted(order) ? refused('extension.once', '12-3') : undefined),
  ],
  decide: ({ id }, { days, reasonText }, order, context) => {
    const clockId = mainClock(order, id)?.id ?? ''
    const ask = centreAsk(order, context, 'extension-decision', { id: order.version, assignmentId: id })
    const clocks = startClocks([ask], order, context)
    return clocks.ok ? accept([{ type: 'extension-asked', assignmentId: id, clockId, days, reasonText, clocks: clocks.value }]) : clocks
  },
})

/** The same clock with its later end: counted from the old due time, by working days, whatever day the consent came. @clause 12-3 */
export const extended = (
  order: WorkOrder,
  clock: Pick<Clock, 'id' | 'kind' | 'whose' | 'round' | 'assignmentId' | 'startAt' | 'dueAt'>,
  { days, isException }: { readonly days: number; readonly isException: boolean },
  context: Context,
): Decision<ClockStart> => {
  const { id, kind, whose, round, assignmentId, startAt, dueAt } = clock
  const later = context.startClock(
    { id, kind: 'extension', whose, round, assignmentId, startAt: dueAt, grantedDays: days, isException },
    order,
  )
  return later.ok ? accept({ ...later.value, kind, startAt }) : later
}

const asked = (order: WorkOrder, assignmentId: string): (Assignment & { readonly extension: Extension }) | undefined =>
  order.assignments.find(
    (one): one is Assignment & { readonly extension: Extension } =>
      one.id === assignmentId && isActive(one) && one.extension?.status === 'asked',
  )
const somebodyAsks: Guard = ({ assignments }) =>
  assignments.some((one) => isActive(one) && one.extension?.status === 'asked') ? undefined : refused('extension.none-pending', '12-3')

/** 12-3: “in principle” and “in general” are the manager's alone to go beyond, in writing. */
const excepting = (exceptionText: string | null, { actor, mayRole }: Context): boolean =>
  exceptionText !== null && actor.kind === 'staff' && mayRole(actor.roles, 'order.except')

const grant = (order: WorkOrder, clock: Clock, command: Extract<DecideExtension, { granted: true }>, context: Context): Steps => {
  const { assignmentId, days, exceptionText } = command
  const isException = excepting(exceptionText, context)
  const noneInPrinciple = order.kind !== null && (context.settings?.extensionInPrincipleNoneFor.value.includes(order.kind) ?? false)
  if (noneInPrinciple && !isException) return refuseStep('extension.in-principle-none', '12-3')
  const later = extended(order, clock, { days, isException }, context)
  return later.ok ? accept([{ type: 'extension-granted', assignmentId, days, exceptionText, clocks: [later.value] }]) : later
}

/**
 * 第十二条（三） 经热线中心同意: once in all. Consent turns what became late meanwhile to in time; a refusal leaves it late.
 * @clause 12-3
 */
export const decideExtension: Action<DecideExtension> = {
  right: 'order.decide-extension',
  clause: '12-3',
  guard: all(notInConflict, notClosed, somebodyAsks),
  decide: (order, command, context) => {
    const assignment = asked(order, command.assignmentId)
    const clock = order.clocks.find(({ id }) => id === assignment?.extension.clockId)
    if (assignment === undefined || clock === undefined) return refuseStep('extension.none-pending', '12-3')
    if (!command.granted) return accept([{ type: 'extension-refused', assignmentId: assignment.id, refusalText: command.reasonText }])
    return granted(order) ? refuseStep('extension.once', '12-3') : grant(order, clock, command, context)
  },
}
