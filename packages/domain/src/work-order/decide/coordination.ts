import { accept, refuse } from '../../kernel/index.ts'
import { all, refuseStep, type Action } from '../action.ts'
import { nobodyAtWork, notInConflict, statusIs } from '../guards.ts'
import type { Principle } from '../../vocabulary/index.ts'
import { given, unfit } from './dispatch.ts'

export type AskCoordination = { readonly reasonText: string; readonly basisText: string | null }
export type HoldCoordination = { readonly participants: readonly string[]; readonly recordText: string }
export type Designate = {
  readonly unitId: string
  readonly principle: Principle
  readonly groundsText: string
  readonly noteText: string | null
}

/**
 * 第十一条（三） 专题协调: where neither law nor rule says whose duty it is, the centre puts it before 州政府办公室.
 * @clause 11-3c
 */
export const askCoordination: Action<AskCoordination> = {
  right: 'order.dispatch',
  clause: '11-3c',
  guard: all(notInConflict, statusIs('awaiting-dispatch'), nobodyAtWork),
  decide: (_order, command) => accept([{ type: 'coordination-asked', ...command }]),
}

const coordinating = { right: 'order.coordinate', clause: '11-3c', guard: all(notInConflict, statusIs('coordination')) } as const

/** 第十一条（三）: who was convened, and what was said. @clause 11-3c */
export const holdCoordination: Action<HoldCoordination> = {
  ...coordinating,
  decide: (_order, { participants, recordText }, context) =>
    participants.every((unitId) => context.unit(unitId) !== undefined)
      ? accept([{ type: 'coordination-held', participants, recordText }])
      : refuseStep('dispatch.unit-unknown', '11-3c'),
}

/**
 * 第十一条（三） 指定承办单位: the designation binds; the unit does not return it.
 * @clause 11-3c
 */
export const designate: Action<Designate> = {
  ...coordinating,
  decide: (order, { groundsText, ...part }, context) => {
    const hindered = unfit(order, part.unitId, context)
    if (hindered !== undefined && hindered.code !== 'dispatch.unit-returned') return refuse(hindered)
    const dispatched = given(order, { ...part, role: 'sole', bound: true }, order.assignments.length + 1, context)
    return dispatched.ok ? accept([{ type: 'designated', unitId: part.unitId, groundsText }, dispatched.value]) : dispatched
  },
}
