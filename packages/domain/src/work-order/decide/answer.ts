import { accept } from '../../kernel/index.ts'
import { all, type Action } from '../action.ts'
import { notInConflict, statusIs } from '../guards.ts'
import type { Kind } from '../../vocabulary/index.ts'

export type Answer = {
  readonly answerText: string
  readonly kind: Kind
  readonly knowledge: { readonly itemId: string; readonly version: number } | null
}

/**
 * 第十一条（一） 直接解答: what can be answered is answered on the spot; the version of the knowledge item that was quoted is kept.
 * @clause 11-1
 */
export const answer: Action<Answer> = {
  right: 'order.answer',
  clause: '11-1',
  guard: all(notInConflict, statusIs('recorded')),
  decide: (_order, command) =>
    accept([
      { type: 'answered-directly', ...command },
      { type: 'closed', kind: 'answered-directly', noAnswer: false, basisText: null },
    ]),
}
