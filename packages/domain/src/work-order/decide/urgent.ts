import { accept } from '../../kernel/index.ts'
import { refused } from '../action.ts'
import { isOpen, type ClockKind } from '../clock.ts'
import { onAssignment, type AssignmentGuard } from './on-assignment.ts'

export type FirstResponse = { readonly responseText: string }
export type Progress = { readonly progressText: string }

const awaits =
  (...kinds: readonly ClockKind[]): AssignmentGuard =>
  ({ id }, { clocks }) => {
    const own = clocks.filter(({ kind, assignmentId }) => assignmentId === id && kinds.includes(kind))
    if (own.length === 0) return refused('assignment.not-urgent', '12-4a')
    return own.some(isOpen) ? undefined : refused('assignment.clock-met', '12-4a')
  }
const atWork = ['awaiting-sign', 'in-hand', 'awaiting-review', 'approved'] as const

/** 第十二条（四） 初步响应: what the unit does first about a special or emergency order. */
export const giveFirstResponse = onAssignment<FirstResponse>({
  right: 'order.draft',
  clause: '12-4a',
  wanted: atWork,
  guards: [awaits('special-response', 'emergency-response')],
  decide: ({ id }, { responseText }) => accept([{ type: 'first-response-given', assignmentId: id, responseText }]),
})

/** 第十二条（四） 处理进度: how far it has come. */
export const reportProgress = onAssignment<Progress>({
  right: 'order.draft',
  clause: '12-4a',
  wanted: atWork,
  guards: [awaits('special-progress', 'emergency-progress')],
  decide: ({ id }, { progressText }) => accept([{ type: 'progress-reported', assignmentId: id, progressText }]),
})
