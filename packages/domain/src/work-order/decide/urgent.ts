import { accept } from '../../kernel/index.ts'
import { all, refused, type Action, type Guard } from '../action.ts'
import { isOpen, type ClockKind } from '../clock.ts'
import { assignmentIs, notInConflict, ofHandlingUnit } from '../guards.ts'

export type FirstResponse = { readonly responseText: string }
export type Progress = { readonly progressText: string }

const awaits =
  (...kinds: readonly ClockKind[]): Guard =>
  (order) => {
    const clock = order.clocks.find(({ kind }) => kinds.includes(kind))
    if (clock === undefined) return refused('assignment.not-urgent', '12-4a')
    return isOpen(clock) ? undefined : refused('assignment.clock-met', '12-4a')
  }
const atWork: Guard = all(notInConflict, assignmentIs('awaiting-sign', 'in-hand', 'awaiting-review', 'approved'), ofHandlingUnit)

/** 第十二条（四） 初步响应: what the unit does first about a special or emergency order. */
export const giveFirstResponse: Action<FirstResponse> = {
  right: 'order.draft',
  clause: '12-4a',
  guard: all(atWork, awaits('special-response', 'emergency-response')),
  decide: (order, { responseText }) => accept([{ type: 'first-response-given', assignmentId: order.assignment?.id ?? '', responseText }]),
}

/** 第十二条（四） 处理进度: how far it has come. */
export const reportProgress: Action<Progress> = {
  right: 'order.draft',
  clause: '12-4a',
  guard: all(atWork, awaits('special-progress', 'emergency-progress')),
  decide: (order, { progressText }) => accept([{ type: 'progress-reported', assignmentId: order.assignment?.id ?? '', progressText }]),
}
