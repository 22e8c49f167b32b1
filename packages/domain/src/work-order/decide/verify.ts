import { accept, refuse } from '../../kernel/index.ts'
import { all, refused, startClocks, type Action, type Guard } from '../action.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { VerificationFinding } from '../../vocabulary/index.ts'
import { unfit } from './dispatch.ts'

export type AskVerification = { readonly unitId: string; readonly questionText: string }
export type AnswerVerification = { readonly finding: VerificationFinding; readonly answerText: string }

const noneOpen: Guard = ({ verification }) =>
  verification !== undefined && verification.answer === null ? refused('verification.pending', '9-guide') : undefined

/**
 * 第九条 末款 核实: where the seat cannot decide whether a matter is within scope, the department is asked, with its own clock, before anything is decided.
 * @clause 9-guide
 */
export const askVerification: Action<AskVerification> = {
  right: 'order.verify',
  clause: '9-guide',
  guard: all(notInConflict, statusIs('recorded'), noneOpen),
  decide: (order, { unitId, questionText }, context) => {
    const hindered = unfit(order, unitId, context)
    if (hindered !== undefined) return refuse(hindered)
    const verificationId = `verification-${order.version}`
    const ask = { id: verificationId, kind: 'verify', whose: 'unit', round: 1, assignmentId: verificationId, startAt: context.now } as const
    const clocks = startClocks([ask], order, context)
    return clocks.ok ? accept([{ type: 'verification-asked', verificationId, unitId, questionText, clocks: clocks.value }]) : clocks
  },
}

const ofAskedUnit: Guard = ({ verification }, { actor }) => {
  if (verification === undefined || verification.answer !== null) return refused('verification.none-pending', '9-guide')
  return actor.kind === 'staff' && actor.unitIds.includes(verification.unitId) ? undefined : refused('assignment.not-your-unit', '9-guide')
}

/**
 * 第九条 末款: the department says whose matter it is; the seat then guides the requester, or accepts.
 * @clause 9-guide
 */
export const answerVerification: Action<AnswerVerification> = {
  right: 'order.answer-verification',
  clause: '9-guide',
  guard: all(notInConflict, statusIs('recorded'), ofAskedUnit),
  decide: ({ verification }, command) => accept([{ type: 'verification-answered', verificationId: verification?.id ?? '', ...command }]),
}
