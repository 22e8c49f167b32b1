import { accept } from '../../kernel/index.ts'
import { all, refused, type Action, type Guard } from '../action.ts'
import { assignmentIs, notInConflict, ofHandlingUnit } from '../guards.ts'

export type Draft = { readonly replyText: string; readonly internalText: string | null; readonly proofFiles: readonly string[] }
export type SendBack = { readonly reasonText: string }
export type Approve = Readonly<Record<never, never>>

const anotherHandler: Guard = (order, { actor }) =>
  order.round > 2 && actor.kind === 'staff' && (order.assignment?.earlierDrafters.includes(actor.accountId) ?? false)
    ? refused('reply.another-handler', '13-3a')
    : undefined

/**
 * 第七条（二）、第十二条: a reply is written for the requester, apart from the unit's internal notes, with its proof attached.
 * 13-3a: in a second redo by another handler than before.
 * @clause 12-0
 */
export const draft: Action<Draft> = {
  right: 'order.draft',
  clause: '12-0',
  guard: all(notInConflict, assignmentIs('in-hand', 'awaiting-review'), ofHandlingUnit, anotherHandler),
  decide: (order, command) => accept([{ type: 'reply-drafted', assignmentId: order.assignment?.id ?? '', ...command }]),
}

/** 20c: the reply of the unit complained of is approved one level up; everywhere else by the handling unit itself. */
const ofApprovingUnit: Guard = (order, context) => {
  const respondent = order.relations.respondentUnitId
  const handlesOwnCase =
    respondent !== null && order.assignment !== null && (context.unit(order.assignment.unitId)?.path.includes(respondent) ?? false)
  if (!handlesOwnCase) return ofHandlingUnit(order, context)
  const { actor } = context
  return actor.kind === 'staff' && !actor.unitPathIds.includes(respondent) ? undefined : refused('reply.approved-above', '20c')
}

const notTheDrafter: Guard = (order, { actor }) =>
  actor.kind === 'staff' && actor.accountId === order.assignment?.draft?.by ? refused('reply.approver-drafted', '7-2') : undefined

const reviewing = all(notInConflict, assignmentIs('awaiting-review'), ofApprovingUnit, notTheDrafter)

/** 第七条（二） 审核答复内容: sent back to its drafter with the reason. */
export const sendBack: Action<SendBack> = {
  right: 'order.approve',
  clause: '7-2',
  guard: reviewing,
  decide: (order, { reasonText }) => accept([{ type: 'reply-sent-back', assignmentId: order.assignment?.id ?? '', reasonText }]),
}

/**
 * 第七条（二） 审核答复内容: drafted by one person, approved by another; who answered is on record.
 * @clause 12-0
 */
export const approve: Action<Approve> = {
  right: 'order.approve',
  clause: '7-2',
  guard: reviewing,
  decide: (order) =>
    accept([{ type: 'reply-approved', assignmentId: order.assignment?.id ?? '', draftedBy: order.assignment?.draft?.by ?? '' }]),
}
