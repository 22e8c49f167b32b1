import { accept } from '../../kernel/index.ts'
import { all, refuseStep, type Action } from '../action.ts'
import { centreOnceAccepted, nobodyAtWork, notInConflict, statusIs } from '../guards.ts'
import type { Kind } from '../../vocabulary/index.ts'

export type Answer = {
  readonly answerText: string
  readonly kind: Kind
  readonly knowledge: { readonly itemId: string; readonly version: number } | null
  /** Why it was accepted before; null where it was not. */
  readonly reasonText?: string | null
}

/**
 * 第十一条（一） 直接解答: what can be answered is answered on the spot; the version of the knowledge item that was quoted is kept.
 * What was accepted first is answered by the centre, with the reason.
 * @clause 11-1
 */
export const answer: Action<Answer> = {
  right: 'order.answer',
  clause: '11-1',
  guard: all(notInConflict, statusIs('recorded', 'awaiting-dispatch'), centreOnceAccepted, nobodyAtWork),
  decide: (order, command) =>
    order.status !== 'recorded' && (command.reasonText ?? null) === null
      ? refuseStep('acceptance.reason-needed', '11-1')
      : accept([
          { type: 'answered-directly', ...command },
          { type: 'closed', kind: 'answered-directly', noAnswer: false, basisText: null },
        ]),
}
