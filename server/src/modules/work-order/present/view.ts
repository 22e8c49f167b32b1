import { allowedActions, assignmentFor, isIdentityHidden, workOrderRefusals } from '@open12345/domain/work-order'
import type { AllowedView, FileView, OrderView } from '@open12345/contract/work-order'
import { waitingFor } from '../read/waiting.ts'
import { assignmentView } from './assignment-view.ts'
import { clockView } from './clocks.ts'
import { knownToView } from './known-to.ts'
import { matterOf } from './matter.ts'
import { textOf, type Page } from './page.ts'
import { sightOf, type Sight } from './sight.ts'
import { endingView } from './ending-view.ts'
import { entryOf, type Told } from './timeline.ts'

const byRole = (page: Page, role: string): string | null => [...page.texts.values()].find((text) => text.role === role)?.text ?? null

export const allowedViews = ({ order, deciding, language }: Page): AllowedView[] =>
  allowedActions(order, deciding.context).map(({ action, refusal }) => {
    if (refusal === null) return { action, refusal: null }
    const text = workOrderRefusals[refusal.code as keyof typeof workOrderRefusals]
    return {
      action,
      refusal: { code: refusal.code, clause: refusal.clause ?? ('clause' in text ? text.clause : null), title: text[language] },
    }
  })

const requesterView = ({ order, masks, doer }: Page): OrderView['requester'] => {
  if (order.requesterId === null || masks === undefined) return null
  // 9-guide: a unit that is only asked whether the matter is its own needs nobody's name.
  if (doer.actor.scope === 'unit' && (order.grade !== 'open' || order.status === 'recorded')) return null
  const hidden = isIdentityHidden(order)
  return {
    requesterId: order.requesterId,
    name: hidden ? null : (masks.name ?? null),
    phone: hidden ? null : (masks.phone ?? null),
    anonymous: masks.anonymous,
  }
}

const verificationView = (page: Page): OrderView['verification'] => {
  const { order, history, names } = page
  if (order.verification === undefined) return null
  const { id, unitId, askedAt, answer } = order.verification
  const asked = history.find(({ event }) => event.type === 'verification-asked' && event.verificationId === id)?.event
  return {
    unitId,
    unitName: names.unit(unitId),
    askedAt,
    question: asked?.type === 'verification-asked' ? textOf(page, asked.questionText) : '',
    finding: answer?.finding ?? null,
    answer: answer === null ? null : textOf(page, answer.answerText),
  }
}

/** Files that a unit has put to a draft which is not given yet are for that unit and the centre. */
const filesFor = ({ history, files, order }: Page, { seesDraft }: Sight): FileView[] => {
  const hidden = new Set(
    history.flatMap(({ event }) => {
      const assignment = event.type === 'reply-drafted' ? order.assignments.find(({ id }) => id === event.assignmentId) : undefined
      return event.type === 'reply-drafted' && assignment !== undefined && !seesDraft(assignment) ? event.proofFiles : []
    }),
  )
  return files.filter(({ fileId }) => !hidden.has(fileId))
}

const correctionView = (page: Page): OrderView['pendingCorrection'] => {
  const pending = page.order.pendingCorrection
  return pending && { kind: pending.kind, subject: pending.subject, place: pending.place, reason: textOf(page, pending.reasonText) }
}

const clearingView = ({ order, doer, ...page }: Page): OrderView['pendingClearing'] =>
  order.pendingClearing === undefined || doer.actor.scope === 'unit'
    ? null
    : { reason: page.texts.get(order.pendingClearing.reasonText)?.text ?? '' }

const contentIdOf = (page: Page): string | undefined => {
  const first = page.history[0]?.event
  return first?.type === 'recorded' ? first.contentText : undefined
}

const followUpView = ({ order: { followUp } }: Page): OrderView['followUp'] =>
  followUp && {
    round: followUp.round,
    status: followUp.status,
    tries: followUp.tries,
    triedAt: [...(followUp.triedAt ?? [])],
    lastOutcome: followUp.lastOutcome,
    confirmedReason: followUp.confirmed?.reason ?? null,
    isExplained: followUp.explained !== undefined,
  }

/** The order as this reader may see it. */
export const orderViewOf = (page: Page): OrderView => {
  const { order, doer, deciding, language, names, texts } = page
  const sight = sightOf(order, doer.actor)
  const files = filesFor(page, sight)
  const told: Told = {
    language,
    names,
    texts,
    order,
    files: new Map(files.map((file) => [file.fileId, file])),
    mayRead: sight.mayRead,
  }
  const theirs = assignmentFor(order, deciding.context.actor, [])
  return {
    ...matterOf(page, doer.actor),
    content: textOf(page, contentIdOf(page)),
    addressDetail: byRole(page, 'address'),
    requester: requesterView(page),
    relations: doer.actor.scope === 'unit' ? null : order.relations,
    noneAccused: doer.actor.scope === 'unit' ? null : (order.noneAccused ?? false),
    assignment: theirs === undefined ? null : assignmentView(page, sight, theirs),
    assignments: order.assignments.map((one) => assignmentView(page, sight, one)),
    verification: verificationView(page),
    waiting: waitingFor(order, doer.actor),
    followUp: followUpView(page),
    ...endingView(page, sight),
    pendingCorrection: correctionView(page),
    withdrawalRequested: order.withdrawalRequested,
    files,
    clocks: order.clocks.filter(sight.seesClock).map((clock) => clockView(clock, page.explanations, language)),
    knownTo: knownToView(page),
    pendingClearing: clearingView(page),
    timeline: page.history.filter(sight.isTold).map((happened) => entryOf(happened, told)),
    allowed: allowedViews(page),
  }
}
