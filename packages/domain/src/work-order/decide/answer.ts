import { accept } from '../../kernel/index.ts'
import { all, refuseStep, type Action } from '../action.ts'
import { centreOnceAccepted, nobodyAtWork, notInConflict, statusIs } from '../guards.ts'
import type { AnswerMode, Kind } from '../../vocabulary/index.ts'
import type { WorkActor } from '../context.ts'
import type { WorkOrder } from '../state.ts'

export type Answer = {
  readonly answerText: string
  readonly kind: Kind
  readonly knowledge: { readonly itemId: string; readonly version: number } | null
  /** Not given: on the spot. */
  readonly mode?: AnswerMode
  /** The caller agreed to the line or the expert who joined. */
  readonly consented?: boolean
  /** Why it was accepted before; null where it was not. */
  readonly reasonText?: string | null
}

/** An expert seat is asked by a colleague, who has the caller's consent. */
const isExpert = (actor: WorkActor): boolean => actor.kind === 'staff' && actor.roles.includes('expert') && !actor.roles.includes('seat')

/** Nobody joins a call to whom the caller did not agree; what was written is answered by whoever knows. */
const wantsConsent = ({ channel }: WorkOrder, mode: AnswerMode): boolean => channel === 'phone' && mode !== 'direct'

/**
 * 第十一条（一） 直接解答: what can be answered is answered on the spot; the version of the knowledge item that was quoted is kept.
 * What was accepted first is answered by the centre, with the reason.
 * @clause 11-1
 * @clause 11-modes
 */
export const answer: Action<Answer> = {
  right: 'order.answer',
  clause: '11-1',
  guard: all(notInConflict, statusIs('recorded', 'awaiting-dispatch'), centreOnceAccepted, nobodyAtWork),
  decide: (order, { consented = false, mode: told = 'direct', ...command }, { actor }) => {
    if (order.status !== 'recorded' && (command.reasonText ?? null) === null) return refuseStep('acceptance.reason-needed', '11-1')
    const mode = isExpert(actor) ? 'expert' : told
    if (wantsConsent(order, mode) && !isExpert(actor) && !consented) return refuseStep('answer.consent-needed', '11-1')
    return accept([
      { type: 'answered-directly', ...command, mode },
      { type: 'closed', kind: 'answered-directly', noAnswer: false, basisText: null },
    ])
  },
}
