import { accept, refuse } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard } from '../action.ts'
import { answering } from '../assignments.ts'
import { isOpen, isReportClock, type ClockKind, type ClockStart } from '../clock.ts'
import type { ClockAsk } from '../context.ts'
import { notClosed, notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { urgencies, type UnitCallOutcome, type Urgency } from '../../vocabulary/index.ts'
import { accusedOf } from './dispatch.ts'

export type MarkUrgent = { readonly urgency: Exclude<Urgency, 'ordinary'>; readonly reasonText: string }
export type ReportToOffice = { readonly reportText: string }
export type AcknowledgeReport = { readonly instructionText: string | null }
export type CallUnit = {
  readonly unitId: string
  readonly rank: number
  readonly outcome: UnitCallOutcome
  readonly noteText: string | null
}

/** 12-4: special matters are passed on at once; the three working hours of 12-1 are not for them. */
export const actLimit = { ordinary: 'dispatch', special: 'special-act', emergency: 'emergency-act' } as const satisfies Record<
  Urgency,
  ClockKind
>
/** However long it is, it is the centre's clock until dispatch. */
export const asDispatch = (start: ClockStart): ClockStart => (start.id.startsWith('dispatch-') ? { ...start, kind: 'dispatch' } : start)

/** 第十二条（四）: the report to the office and the call to the unit, each with its minutes; the third act is the dispatch. */
export const actAsks = (urgency: Urgency, suffix: string, startAt: string): readonly ClockAsk[] =>
  urgency === 'ordinary'
    ? []
    : (['report', 'call'] as const).map((act) => ({
        id: `${act}-${suffix}`,
        kind: actLimit[urgency],
        whose: 'centre',
        round: 1,
        assignmentId: null,
        startAt,
      }))

const responses = { special: ['special-response', 'special-progress'], emergency: ['emergency-response', 'emergency-progress'] } as const

/** What marking starts: the dispatch at once where there was none, the acts, and at the units at work the response and the progress. */
const asksOf = (order: WorkOrder, urgency: Exclude<Urgency, 'ordinary'>, startAt: string): readonly ClockAsk[] => {
  const { version, round } = order
  const dispatch = { id: `dispatch-v${version}`, kind: actLimit[urgency], whose: 'centre', round, assignmentId: null, startAt } as const
  const units = answering(order).filter(({ status }) => status !== 'delivered')
  return [
    ...(order.status === 'awaiting-dispatch' ? [dispatch] : []),
    ...actAsks(urgency, `v${version}`, startAt),
    ...units.flatMap(({ id: assignmentId }) =>
      responses[urgency].map((kind) => ({ id: `${kind}-${assignmentId}`, kind, whose: 'unit', round, assignmentId, startAt }) as const),
    ),
  ]
}

/**
 * 第十二条（四） 特殊事项、特殊紧急事项 found out after acceptance: only ever more urgent.
 * @clause 12-4a
 * @clause 12-4b
 */
export const markUrgent: Action<MarkUrgent> = {
  right: 'order.mark-urgent',
  clause: '12-4a',
  guard: all(notInConflict, statusIs('awaiting-dispatch', 'in-hand', 'with-incident'), ({ urgency }) =>
    urgency === 'emergency' ? refused('urgent.already', '12-4b') : undefined,
  ),
  decide: (order, { urgency, reasonText }, context) => {
    if (urgencies.indexOf(urgency) <= urgencies.indexOf(order.urgency)) return refuseStep('urgent.already', '12-4a')
    const clocks = startClocks(asksOf(order, urgency, context.now), { ...order, urgency }, context)
    return clocks.ok ? accept([{ type: 'marked-urgent', urgency, reasonText, clocks: clocks.value.map(asDispatch) }]) : clocks
  },
}

const isUrgent: Guard = ({ urgency }) => (urgency === 'ordinary' ? refused('assignment.not-urgent', '12-4a') : undefined)
const acting = all(notInConflict, notClosed, isUrgent)

/**
 * 第十二条（四） 第一时间向州政府办公室报告.
 * @clause 12-4a
 */
export const reportToOffice: Action<ReportToOffice> = {
  right: 'order.act',
  clause: '12-4a',
  guard: all(acting, ({ clocks }) =>
    clocks.some((clock) => isOpen(clock) && isReportClock(clock)) ? undefined : refused('urgent.reported', '12-4a'),
  ),
  decide: (_order, { reportText }) => accept([{ type: 'reported-to-office', reportText }]),
}

/** 第四条: the office has it, and may say what is to be done. @clause 4-office */
export const acknowledgeReport: Action<AcknowledgeReport> = {
  right: 'order.coordinate',
  clause: '4-office',
  guard: all(acting, ({ acts }) =>
    (acts?.reportedAt ?? null) !== null && acts?.acknowledgedAt === null ? undefined : refused('urgent.no-report', '4-office'),
  ),
  decide: (_order, { instructionText }) => accept([{ type: 'report-acknowledged', instructionText }]),
}

/**
 * 第十二条（四） 电话告知相关承办部门: each call is a record; where nobody confirms the next contact is called. Only a confirmation is the act.
 * @clause 12-4a
 */
export const callUnit: Action<CallUnit> = {
  right: 'order.act',
  clause: '12-4a',
  guard: acting,
  decide: (order, command, context) => {
    const unit = context.unit(command.unitId)
    if (unit === undefined) return refuseStep('dispatch.unit-unknown', '12-4a')
    const bar = accusedOf(order, unit, context)
    return bar === undefined ? accept([{ type: 'unit-called', ...command }]) : refuse(bar)
  },
}
