import { accept, refuse, type Decision, type Refusal } from '../../kernel/index.ts'
import { all, refused, refuseStep, startClocks, type Action, type Guard, type Steps } from '../action.ts'
import { answering, assisting, isActive } from '../assignments.ts'
import type { ClockAsk, Context, UnitFacts } from '../context.ts'
import type { Dispatched } from '../events/index.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { isNamedOf } from './seal.ts'
import { answersToLead, type AssignmentRole, type Principle } from '../../vocabulary/index.ts'

export type Part = {
  readonly unitId: string
  readonly role: AssignmentRole
  readonly principle: Principle
  readonly noteText: string | null
}
export type Dispatch = Omit<Part, 'role'>
export type DispatchJointly = { readonly parts: readonly Part[] }

/** 20c: the accused unit and those below it, with who may have it instead; of a sealed order every unit that nobody who is named works for. */
export const keptFrom = ({ relations, knownTo }: WorkOrder, { path, unitId }: UnitFacts, context: Context): Refusal | undefined => {
  if (relations.accusedUnitId !== null && path.includes(relations.accusedUnitId)) {
    const { superior } = context
    return superior === undefined ? refused('dispatch.unit-accused', '20c') : refused('dispatch.unit-accused-instead', '20c', { superior })
  }
  return knownTo === undefined || isNamedOf(unitId, knownTo, context) ? undefined : refused('dispatch.unit-unnamed', '20c')
}

/**
 * What keeps any of it from a unit. 不得把部门职责推给乡镇: where the catalogue makes it a department's duty, the township below is not given it.
 * @clause 12-2c
 */
export const barred = (order: WorkOrder, unit: UnitFacts, context: Context): Refusal | undefined =>
  keptFrom(order, unit, context) ??
  (unit.isTownship && context.responsible?.isDepartment === true ? refused('dispatch.pushed-down', '12-2c') : undefined)

/**
 * Whether this unit may be given the order, or a part of it.
 * 20c: never the accused unit nor one below it; the respondent may be asked to state its side.
 * @clause 11-2
 * @clause 12-2c
 */
export const unfit = (order: WorkOrder, unitId: string, context: Context): Refusal | undefined => {
  const unit = context.unit(unitId)
  if (unit === undefined || !unit.open) return refused('dispatch.unit-unknown', '11-2')
  const bar = barred(order, unit, context)
  if (bar !== undefined) return bar
  const before = order.assignments.filter((one) => one.unitId === unitId)
  if (before.some(isActive)) return refused('dispatch.unit-already', '11-3a')
  return before.some(({ status }) => status === 'returned') ? refused('dispatch.unit-returned', '12-2c') : undefined
}

const urgentKinds = {
  special: ['special-response', 'special-progress'],
  emergency: ['emergency-response', 'emergency-progress'],
  ordinary: [],
} as const

/** 11-3b: assistants answer ahead of the lead, who has had the order since then. */
const assistAsk = (order: WorkOrder, { now }: Context) => ({ kind: 'assist', leadStartAt: answering(order)[0]?.receivedAt ?? now }) as const

const asksOf = (order: WorkOrder, role: AssignmentRole, number: number, context: Context): readonly ClockAsk[] => {
  const { round } = order
  const common = { whose: 'unit', round, assignmentId: `assignment-${number}`, startAt: context.now } as const
  const sign = { id: `sign-${number}`, kind: 'sign', ...common } as const
  const back = { id: `return-${number}`, kind: 'return', ...common } as const
  if (answersToLead(role)) return [sign, back, { id: `assist-${number}`, ...assistAsk(order, context), ...common }]
  const handle = round === 1 ? { id: `handle-${number}`, kind: 'handle' } : { id: `redo-${round}-${number}`, kind: 'redo' }
  return [
    sign,
    back,
    { ...handle, ...common } as ClockAsk,
    ...urgentKinds[order.urgency].map((kind) => ({ id: `${kind}-${number}`, kind, ...common })),
  ]
}

type Given = Part & { readonly bound?: boolean }

/** One unit's part: its clocks run from receipt, not from signing. @clause 12-2a @clause 12-2b */
export const given = (
  order: WorkOrder,
  { unitId, role, principle, noteText, bound }: Given,
  number: number,
  context: Context,
): Decision<Dispatched> => {
  const clocks = startClocks(asksOf(order, role, number, context), order, context)
  if (!clocks.ok) return clocks
  const designated = bound === true ? { bound } : {}
  return accept({
    type: 'dispatched',
    assignmentId: `assignment-${number}`,
    unitId,
    role,
    principle,
    noteText,
    ...designated,
    clocks: clocks.value,
  })
}

/** Whoever comes to others that are at work already: beside those of a co-sign order, or before the assistants of a lead. */
const roleBeside = (order: WorkOrder): AssignmentRole => {
  if (assisting(order).length > 0) return 'lead'
  return answering(order).length > 0 ? 'co-sign' : 'sole'
}

/**
 * 第十一条（二）、第十二条: to the unit that place, duty or industry makes responsible.
 * @clause 11-2
 * @clause 12-1
 */
export const dispatch: Action<Dispatch> = {
  right: 'order.dispatch',
  clause: '11-2',
  guard: all(notInConflict, statusIs('awaiting-dispatch')),
  decide: (order, command, context) => {
    const hindered = unfit(order, command.unitId, context)
    if (hindered !== undefined) return refuse(hindered)
    const part = given(order, { ...command, role: roleBeside(order) }, order.assignments.length + 1, context)
    return part.ok ? accept([part.value]) : part
  },
}

const isCoSign = (parts: readonly Part[]): boolean => parts.length > 1 && parts.every(({ role }) => role === 'co-sign')
const isLed = (parts: readonly Part[]): boolean =>
  parts.length > 1 &&
  parts.filter(({ role }) => role === 'lead').length === 1 &&
  parts.filter(({ role }) => role === 'principal').length <= 1 &&
  parts.every(({ role }) => role === 'lead' || answersToLead(role))

const nobodyYet: Guard = ({ assignments }) => (assignments.some(isActive) ? refused('dispatch.units-at-work', '11-3a') : undefined)

const jointly = (order: WorkOrder, { parts }: DispatchJointly, context: Context): Steps => {
  if (!isCoSign(parts) && !isLed(parts)) return refuseStep('dispatch.roles-unclear', '11-3b')
  if (new Set(parts.map(({ unitId }) => unitId)).size < parts.length) return refuseStep('dispatch.unit-already', '11-3a')
  const hindered = parts.map(({ unitId }) => unfit(order, unitId, context)).find((refusal) => refusal !== undefined)
  if (hindered !== undefined) return refuse(hindered)
  const events: Dispatched[] = []
  const leadFirst = parts.toSorted((one, other) => Number(answersToLead(one.role)) - Number(answersToLead(other.role)))
  for (const part of leadFirst) {
    const event = given(order, part, order.assignments.length + events.length + 1, context)
    if (!event.ok) return event
    events.push(event.value)
  }
  return accept(events)
}

/**
 * 第十一条（三）: clear but of several units: a co-sign order, of which each handles its part. Unclear or crossing: a lead, with principal and assistants.
 * @clause 11-3a
 * @clause 11-3b
 */
export const dispatchJointly: Action<DispatchJointly> = {
  right: 'order.dispatch',
  clause: '11-3a',
  guard: all(notInConflict, statusIs('awaiting-dispatch'), nobodyYet),
  decide: jointly,
}
