import { accept } from '../../kernel/index.ts'
import { refused, type Guard } from '../action.ts'
import { assignmentFor, assisting } from '../assignments.ts'
import { ofAnsweringUnit } from '../guards.ts'
import { onAssignment, type AssignmentGuard } from './on-assignment.ts'
import { answersToLead, type AssignmentStatus } from '../../vocabulary/index.ts'

export type Draft = { readonly replyText: string; readonly internalText: string | null; readonly proofFiles: readonly string[] }
export type SendBack = { readonly reasonText: string }
export type Approve = Readonly<Record<never, never>>

const anotherHandler: AssignmentGuard = ({ earlierDrafters }, { round }, { actor }) =>
  round > 2 && actor.kind === 'staff' && earlierDrafters.includes(actor.accountId) ? refused('reply.another-handler', '13-3a') : undefined

/** 12-2c: a unit that says it is not its duty does not answer before that is decided. */
const notReturning: AssignmentGuard = ({ pendingReturn }) => (pendingReturn === undefined ? undefined : refused('return.pending', '12-2c'))

/** 11-3b: the lead merges what the others say; whoever lets their time pass keeps nobody waiting. */
const assistantsFirst: AssignmentGuard = ({ role }, order, { now }) => {
  const missing = assisting(order).filter(({ status }) => status !== 'answered')
  const inTime = missing.filter(({ id }) =>
    order.clocks.some((clock) => clock.assignmentId === id && clock.kind === 'assist' && now < clock.dueAt),
  )
  return role === 'lead' && inTime.length > 0 ? refused('reply.assistants-first', '11-3b', { missing: inTime.length }) : undefined
}

/**
 * 第七条（二）、第十二条: a reply is written for the requester, apart from the unit's internal notes, with its proof attached; an assistant's for the lead.
 * 13-3a: in a second redo by another handler than before.
 * @clause 12-0
 * @clause 11-3b
 */
export const draft = onAssignment<Draft>({
  right: 'order.draft',
  clause: '12-0',
  wanted: ['in-hand', 'awaiting-review'],
  guards: [notReturning, anotherHandler, assistantsFirst],
  decide: ({ id }, command) => accept([{ type: 'reply-drafted', assignmentId: id, ...command }]),
})

/** 20c: the reply of the unit complained of is approved one level up; everywhere else by the handling unit itself. */
const ofApprovingUnit =
  (...wanted: readonly AssignmentStatus[]): Guard =>
  (order, context) => {
    const respondent = order.relations.respondentUnitId
    const assignment = assignmentFor(order, context.actor, wanted)
    const handlesOwnCase =
      respondent !== null && assignment !== undefined && (context.unit(assignment.unitId)?.path.includes(respondent) ?? false)
    if (!handlesOwnCase) return ofAnsweringUnit(...wanted)(order, context)
    const { actor } = context
    return actor.kind === 'staff' && !actor.unitPathIds.includes(respondent) ? undefined : refused('reply.approved-above', '20c')
  }

const notTheDrafter: AssignmentGuard = ({ draft: drafted }, _order, { actor }) =>
  actor.kind === 'staff' && actor.accountId === drafted?.by ? refused('reply.approver-drafted', '7-2') : undefined

const reviewing = {
  right: 'order.approve',
  clause: '7-2',
  wanted: ['awaiting-review'],
  by: ofApprovingUnit,
  guards: [notTheDrafter],
} as const

/** 第七条（二） 审核答复内容: sent back to its drafter with the reason. @clause 7-2 */
export const sendBack = onAssignment<SendBack>({
  ...reviewing,
  decide: ({ id }, { reasonText }) => accept([{ type: 'reply-sent-back', assignmentId: id, reasonText }]),
})

/**
 * 第七条（二） 审核答复内容: drafted by one person, approved by another; who answered is on record. An assistant's answer is then with the lead.
 * @clause 7-2
 * @clause 12-0
 * @clause 11-3b
 */
export const approve = onAssignment<Approve>({
  ...reviewing,
  decide: ({ id, role, draft: drafted }) => {
    const approved = { type: 'reply-approved', assignmentId: id, draftedBy: drafted?.by ?? '' } as const
    return accept(answersToLead(role) ? [approved, { type: 'opinion-given', assignmentId: id }] : [approved])
  },
})
