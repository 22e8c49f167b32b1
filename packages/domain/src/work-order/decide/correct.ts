import { accept, type Decision } from '../../kernel/index.ts'
import { all, refused, refuseStep, type Action, type Guard, type Steps } from '../action.ts'
import { answering } from '../assignments.ts'
import { isOpen, type Clock, type ClockKind, type ClockStart } from '../clock.ts'
import type { Context } from '../context.ts'
import type { Classification } from '../events/index.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { extended } from './extension.ts'

export type Correct = Classification & { readonly reasonText: string }
export type ConfirmCorrection = { readonly confirmed: boolean; readonly reasonText?: string | null }

const correctable = all(notInConflict, statusIs('awaiting-dispatch', 'in-hand'))

const dependent: readonly ClockKind[] = ['handle', 'requester', 'redo', 'assist', 'sub-handle']

/** One clock again from its own start, with the extension that it was given. */
const anew = (order: WorkOrder, clock: Clock, context: Context): Decision<ClockStart> => {
  const { id, kind, whose, round, assignmentId, startAt } = clock
  const ask = { id, kind, whose, round, assignmentId, startAt }
  const lead = answering(order)[0]?.receivedAt
  const again = context.startClock(lead === undefined ? ask : { ...ask, leadStartAt: lead }, order)
  const extension = order.assignments.find((one) => one.extension?.clockId === id && one.extension.status === 'granted')?.extension
  if (!again.ok || extension === undefined) return again
  return extended(order, again.value, { days: extension.days, isException: true }, context)
}

/** The open clocks whose limit depends on kind or subject, again from the same start. */
const again = (order: WorkOrder, { kind, subject }: Classification, context: Context): Decision<readonly ClockStart[]> => {
  const starts: ClockStart[] = []
  for (const clock of order.clocks) {
    if (!isOpen(clock) || !dependent.includes(clock.kind)) continue
    const start = anew({ ...order, kind, subject }, clock, context)
    if (!start.ok) return start
    starts.push(start.value)
  }
  return accept(starts)
}

const corrected = (order: WorkOrder, next: Correct, context: Context): Steps => {
  const { kind, subject, place, reasonText } = next
  const clocks = again(order, next, context)
  return clocks.ok ? accept([{ type: 'corrected', kind, subject, place, reasonText, clocks: clocks.value }]) : clocks
}

const changesNothing = (order: WorkOrder, { kind, subject, place }: Classification): boolean =>
  kind === order.kind && subject === order.subject && place.county === order.place?.county && place.township === order.place.township

/**
 * 订正类别、事项、地址: due times are recomputed from the same start and the old ones kept. After signing only with a second person, because
 * retyping a complaint as a consultation is this field's known fraud.
 * @clause 12-2b
 */
export const correct: Action<Correct> = {
  right: 'order.correct',
  clause: '12-2b',
  guard: all(correctable, (order) => (order.pendingCorrection === null ? undefined : refused('correction.pending', '12-2b'))),
  decide: (order, command, context) => {
    if (changesNothing(order, command)) return refuseStep('correction.nothing-changed', '12-2b')
    if (order.assignments.every(({ signedAt }) => signedAt === null)) return corrected(order, command, context)
    return accept([{ type: 'correction-proposed', ...command }])
  },
}

const pendingFromAnother: Guard = (order, { actor }) => {
  if (order.pendingCorrection === null) return refused('correction.none-pending', '12-2b')
  return actor.kind === 'staff' && actor.accountId !== order.pendingCorrection.by ? undefined : refused('correction.second-person', '12-2b')
}

/** @clause 12-2b */
export const confirmCorrection: Action<ConfirmCorrection> = {
  right: 'order.correct',
  clause: '12-2b',
  guard: all(correctable, pendingFromAnother),
  decide: (order, { confirmed, reasonText = null }, context) =>
    confirmed && order.pendingCorrection !== null
      ? corrected(order, order.pendingCorrection, context)
      : accept([{ type: 'correction-refused', reasonText }]),
}
