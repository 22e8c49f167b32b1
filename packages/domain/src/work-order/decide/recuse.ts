import { accept } from '../../kernel/index.ts'
import { all, type Action } from '../action.ts'
import { notClosed, notInConflict } from '../guards.ts'

export type Recuse = { readonly reasonText: string }

/**
 * 回避: whoever is close to those in the matter says so, and from then on neither handles nor sees it. It is not taken back: another does the work.
 * @clause 20c
 */
export const recuse: Action<Recuse> = {
  right: 'order.recuse',
  clause: '20c',
  guard: all(notInConflict, notClosed),
  decide: (_order, { reasonText }) => accept([{ type: 'recused', reasonText }]),
}
