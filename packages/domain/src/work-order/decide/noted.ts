import { accept } from '../../kernel/index.ts'
import { all, refused, refuseStep, type Action, type Guard } from '../action.ts'
import { answering } from '../assignments.ts'
import type { WorkActor } from '../context.ts'
import { isOfUnit, notInConflict, statusIs } from '../guards.ts'
import type { Assignment, WorkOrder } from '../state.ts'
import { noteReasons, type HandlingMark, type NoteReason } from '../../vocabulary/index.ts'

export type Explain = { readonly reason: NoteReason; readonly explanationText: string; readonly proofFiles: readonly string[] }
export type CloseNoted = { readonly basisText: string }
export type DisputeRating = { readonly groundsText: string; readonly proofFiles: readonly string[] }
export type ScreenRating = { readonly isOut: boolean; readonly decisionText: string }
export type Mark = { readonly mark: HandlingMark | null; readonly citationText: string }

const ownAnswer = (order: WorkOrder, actor: WorkActor): Assignment | undefined =>
  answering(order).find((assignment) => isOfUnit(assignment, actor, false))
const ofUnitThatAnswered: Guard = (order, { actor }) =>
  ownAnswer(order, actor) === undefined ? refused('assignment.not-your-unit', '12-0') : undefined

const isNoteReason = (reason: string | undefined): boolean => noteReasons.some((one) => one === reason)
const beyondTheUnit: Guard = ({ followUp }) =>
  isNoteReason(followUp?.confirmed?.reason) ? undefined : refused('noted.not-confirmed', '13-3b')

/**
 * 第十三条（三） 耐心解释、积极引导、争取理解: the unit's explanation to the requester, on record with its proof, once follow-up found that law, policy or the
 * expectation stands in the way.
 * @clause 13-3b
 */
export const explain: Action<Explain> = {
  right: 'order.deliver',
  clause: '13-3b',
  guard: all(notInConflict, statusIs('awaiting-follow-up'), ofUnitThatAnswered, beyondTheUnit),
  decide: (order, command, { actor }) => {
    const assignmentId = ownAnswer(order, actor)?.id ?? ''
    return accept([{ type: 'explained', assignmentId, ...command }])
  },
}

const secondPerson: Guard = ({ followUp, assignments }, { actor }) =>
  actor.kind === 'staff' &&
  (actor.accountId === followUp?.confirmed?.by || assignments.some(({ approvedBy }) => approvedBy === actor.accountId))
    ? refused('noted.second-person', '13-3b')
    : undefined

/**
 * 第十三条（三） 事实清楚的予以备注办结: one of three reasons, the unit's explanation, a basis, and a second person at the centre.
 * @clause 13-3b
 */
export const closeNoted: Action<CloseNoted> = {
  right: 'order.close',
  clause: '13-3b',
  guard: all(
    notInConflict,
    statusIs('awaiting-follow-up'),
    beyondTheUnit,
    ({ followUp }) => (followUp?.explained === undefined ? refused('noted.explain-first', '13-3b') : undefined),
    secondPerson,
  ),
  decide: (_order, { basisText }) => accept([{ type: 'closed', kind: 'noted', noAnswer: false, basisText }]),
}

const dissatisfied: Guard = ({ followUp }) => (followUp?.dissatisfied === true ? undefined : refused('dispute.not-dissatisfied', '13-3c'))

/**
 * 第十三条（三） 对群众评价结果存在异议: with evidence, before or after the order is closed; once.
 * @clause 13-3c
 */
export const disputeRating: Action<DisputeRating> = {
  right: 'order.dispute',
  clause: '13-3c',
  guard: all(notInConflict, statusIs('awaiting-follow-up', 'closed'), ofUnitThatAnswered, dissatisfied, ({ dispute }) =>
    dispute === undefined ? undefined : refused('dispute.once', '13-3c'),
  ),
  decide: (order, command, { actor }) => accept([{ type: 'rating-disputed', assignmentId: ownAnswer(order, actor)?.id ?? '', ...command }]),
}

/**
 * 第十三条（三） 甄别: screened out, the rating counts in the raw rate only; both rates stay visible.
 * @clause 13-3c
 */
export const screenRating: Action<ScreenRating> = {
  right: 'order.screen',
  clause: '13-3c',
  guard: all(notInConflict, statusIs('awaiting-follow-up', 'closed'), ({ dispute }) =>
    dispute !== undefined && dispute.decision === null ? undefined : refused('dispute.none-pending', '13-3c'),
  ),
  decide: (_order, command) => accept([{ type: 'rating-screened', ...command }]),
}

/**
 * 第十三条（三） 行政调解类、执法办案类: marked with a citation; left out of the evaluated rate, never out of the raw one.
 * @clause 13-3d
 */
export const mark: Action<Mark> = {
  right: 'order.mark',
  clause: '13-3d',
  guard: all(notInConflict, statusIs('awaiting-dispatch', 'in-hand', 'with-incident', 'awaiting-follow-up', 'closed')),
  decide: (order, command) =>
    command.mark === (order.mark ?? null) ? refuseStep('mark.nothing-changed', '13-3d') : accept([{ type: 'marked', ...command }]),
}
