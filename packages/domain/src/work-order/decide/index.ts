import { refuse, type Refusal } from '../../kernel/index.ts'
import { refused, type Action, type Steps } from '../action.ts'
import type { Context } from '../context.ts'
import { isNamed } from '../guards.ts'
import type { WorkOrder } from '../state.ts'
import { acceptOrder } from './accept-order.ts'
import { answer } from './answer.ts'
import { addUnit, replaceUnit, withdrawUnit } from './change-units.ts'
import { clearAccused, confirmClearing } from './clear-accused.ts'
import { recuse } from './recuse.ts'
import { clarify } from './clarify.ts'
import { askCoordination, designate, holdCoordination } from './coordination.ts'
import { confirmCorrection, correct } from './correct.ts'
import { decline } from './decline.ts'
import { deliver, recordAttempt } from './deliver.ts'
import { dispatch, dispatchJointly } from './dispatch.ts'
import { askExtension, decideExtension } from './extension.ts'
import { closeLawful, followUpByPerson, orderRedo, rate } from './follow-up.ts'
import { answerFromIncident, joinIncident, leaveIncident } from './incident.ts'
import { closeNoted, disputeRating, explain, mark, screenRating } from './noted.ts'
import { passOn, reportBack } from './pass-on.ts'
import { confirmTermination, explainTermination, linkRepeat, proposeTermination, reopen } from './repeat.ts'
import { approve, draft, sendBack } from './reply.ts'
import { acceptReturn, refuseReturn, returnOrder } from './return-order.ts'
import { isUnattended, seal } from './seal.ts'
import { sign } from './sign.ts'
import { followUpSent, tick } from './tick.ts'
import { acknowledgeReport, callUnit, markUrgent, reportToOffice } from './urgent-acts.ts'
import { giveFirstResponse, reportProgress } from './urgent.ts'
import { answerVerification, askVerification } from './verify.ts'
import { addFacts, confirmWithdrawal, withdraw } from './withdraw.ts'

/** Everything that may be done to an order that exists, by name. */
export const actions = {
  clarify,
  accept: acceptOrder,
  decline,
  answer,
  'ask-verification': askVerification,
  'answer-verification': answerVerification,
  dispatch,
  'dispatch-jointly': dispatchJointly,
  'add-unit': addUnit,
  'withdraw-unit': withdrawUnit,
  'replace-unit': replaceUnit,
  'ask-coordination': askCoordination,
  'hold-coordination': holdCoordination,
  designate,
  sign,
  return: returnOrder,
  'accept-return': acceptReturn,
  'refuse-return': refuseReturn,
  'pass-on': passOn,
  'report-back': reportBack,
  'ask-extension': askExtension,
  'decide-extension': decideExtension,
  'mark-urgent': markUrgent,
  'report-to-office': reportToOffice,
  'acknowledge-report': acknowledgeReport,
  'call-unit': callUnit,
  'join-incident': joinIncident,
  'leave-incident': leaveIncident,
  'answer-from-incident': answerFromIncident,
  'give-first-response': giveFirstResponse,
  'report-progress': reportProgress,
  draft,
  'send-back': sendBack,
  approve,
  'record-attempt': recordAttempt,
  deliver,
  rate,
  'follow-up': followUpByPerson,
  'order-redo': orderRedo,
  'close-lawful': closeLawful,
  explain,
  'close-noted': closeNoted,
  'dispute-rating': disputeRating,
  'screen-rating': screenRating,
  mark,
  reopen,
  'link-repeat': linkRepeat,
  'propose-termination': proposeTermination,
  'confirm-termination': confirmTermination,
  'explain-termination': explainTermination,
  correct,
  'confirm-correction': confirmCorrection,
  'add-facts': addFacts,
  withdraw,
  'confirm-withdrawal': confirmWithdrawal,
  recuse,
  seal,
  'clear-accused': clearAccused,
  'confirm-clearing': confirmClearing,
  tick,
  'follow-up-sent': followUpSent,
} as const

export type ActionName = keyof typeof actions
type CommandOf<A> = A extends Action<infer Command> ? Command : never
export type Command = { readonly [Name in ActionName]: { readonly name: Name } & CommandOf<(typeof actions)[Name]> }[ActionName]

const requesterMay: readonly ActionName[] = ['rate', 'add-facts', 'withdraw', 'reopen']
const onlyRequester: readonly ActionName[] = ['rate']

/** Whether this actor may ever take this step, before the order is looked at: roles for staff, four steps for the requester, all for the program. */
const entitled = (name: ActionName, { actor, mayRole }: Context): boolean => {
  switch (actor.kind) {
    case 'system':
      return true
    case 'requester':
      return requesterMay.includes(name)
    case 'staff':
      return !onlyRequester.includes(name) && mayRole(actor.roles, actions[name].right)
  }
}

/** 11-3c: the office's own office. */
const ofOffice: readonly ActionName[] = ['hold-coordination', 'designate', 'acknowledge-report']

/** 20c: what else only the office's role allows is for orders that accuse somebody, for which the centre may be the wrong house. */
const aboveOnly = (name: ActionName, order: WorkOrder, context: Context): Refusal | undefined => {
  const { actor, mayRole } = context
  // Whoever is not named is answered by the guards, and so is who names the next keeper.
  if (!isNamed(order, actor) || (name === 'seal' && isUnattended(order, context))) return undefined
  if (actor.kind !== 'staff' || order.relations.accusedUnitId !== null || ofOffice.includes(name)) return undefined
  const others = actor.roles.filter((role) => role !== 'office')
  return others.length < actor.roles.length && !mayRole(others, actions[name].right) ? refused('work-order.for-centre', '20c') : undefined
}

const mayNotNow = (name: ActionName, order: WorkOrder, context: Context): Refusal | undefined =>
  aboveOnly(name, order, context) ?? actions[name].guard(order, context)

const hindrance = (name: ActionName, order: WorkOrder, context: Context): Refusal | undefined =>
  entitled(name, context) ? mayNotNow(name, order, context) : refused('work-order.not-entitled', actions[name].clause)

/** Decides a command on an order: the events that follow, or the refusal. */
export const decide = (order: WorkOrder, command: Command, context: Context): Steps => {
  const refusal = hindrance(command.name, order, context)
  if (refusal !== undefined) return refuse(refusal)
  const { name, ...rest } = command
  const action = actions[name] as Action<unknown>
  return action.decide(order, rest, context)
}

export type Allowed = { readonly action: ActionName; readonly refusal: Refusal | null }

/** What this actor could do now and what is forbidden by which clause: computed by the guards that also decide. Steps of other roles are left out. */
export const allowedActions = (order: WorkOrder, context: Context): readonly Allowed[] =>
  (Object.keys(actions) as ActionName[])
    .filter((name) => actions[name].right !== 'system' && entitled(name, context))
    .map((action) => ({ action, refusal: mayNotNow(action, order, context) ?? null }))
