import type { AssignmentView } from '@open12345/contract/work-order'
import type { Assignment } from '@open12345/domain/work-order'
import { textOf, type Page } from './page.ts'
import type { Sight } from './sight.ts'

type View<Field extends keyof AssignmentView> = AssignmentView[Field]

const draftView = (page: Page, { draft }: Assignment, isInner: boolean): View<'draft'> =>
  draft && {
    reply: textOf(page, draft.replyText),
    internal: !isInner || draft.internalText === null ? null : textOf(page, draft.internalText),
    proof: page.files.filter(({ fileId }) => draft.proofFiles.includes(fileId)),
    by: page.names.person(draft.by),
  }

const returnView = (page: Page, { id, pendingReturn }: Assignment): View<'pendingReturn'> => {
  if (pendingReturn === undefined) return null
  const { by, at, reasonText, basisText, suggestedUnitId } = pendingReturn
  const asked = page.history.findLast(({ event }) => event.type === 'return-asked' && event.assignmentId === id)?.event
  return {
    by: page.names.person(by),
    at,
    late: asked?.type === 'return-asked' && asked.late,
    reason: textOf(page, reasonText),
    basis: textOf(page, basisText),
    suggestedUnitId,
    suggestedUnitName: page.names.unit(suggestedUnitId),
  }
}

const extensionView = (page: Page, { extension }: Assignment): View<'extension'> => {
  const clock = page.order.clocks.find(({ id }) => id === extension?.clockId)
  if (extension === undefined || clock === undefined) return null
  const { status, days, reasonText } = extension
  const firstDueOn = status === 'granted' ? (clock.earlierDue[0]?.dueOn ?? clock.dueOn) : clock.dueOn
  return { status, days, reason: textOf(page, reasonText), firstDueOn, dueOn: clock.dueOn }
}

const passedOnView = ({ names }: Page, { passedOn }: Assignment): View<'passedOn'> =>
  passedOn === undefined
    ? null
    : { unitId: passedOn.unitId, unitName: names.unit(passedOn.unitId), at: passedOn.at, answered: passedOn.answered }

/** One unit's part as its reader may see it: what goes on inside another unit is null for a reader of a unit. */
export const assignmentView = (page: Page, sight: Sight, assignment: Assignment): AssignmentView => {
  const { id: assignmentId, unitId, role, status, round, receivedAt, signedAt, bound = false, approvedBy, extension } = assignment
  const { scope } = page.doer.actor
  const [isYours, seesDraft] = [sight.isOwn(assignment), sight.seesDraft(assignment)]
  const isInner = isYours || scope !== 'unit'
  return {
    assignmentId,
    unitId,
    unitName: page.names.unit(unitId),
    role,
    status,
    round,
    receivedAt,
    signedAt,
    bound,
    isYours,
    draft: seesDraft ? draftView(page, assignment, isInner && scope !== 'seat') : null,
    approvedBy: approvedBy && seesDraft ? page.names.person(approvedBy) : null,
    pendingReturn: isInner ? returnView(page, assignment) : null,
    extension: isInner || extension?.status === 'granted' ? extensionView(page, assignment) : null,
    passedOn: isInner ? passedOnView(page, assignment) : null,
  }
}
