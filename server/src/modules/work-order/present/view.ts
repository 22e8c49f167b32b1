import { allowedActions, isIdentityHidden, workOrderRefusals, type Happened, type WorkOrder } from '@open12345/domain/work-order'
import type { AllowedView, FileView, OrderView } from '@open12345/contract/work-order'
import type { Masks } from '../../identity/index.ts'
import type { Deciding } from '../write/context.ts'
import type { Text } from '../write/texts.ts'
import { clockViews, type Explanations } from './clocks.ts'
import { matterOf } from './matter.ts'
import type { Names } from './names.ts'
import { entryOf, type Told } from './timeline.ts'
import type { Doer } from '../doer.ts'
import type { Language } from '../../../http/call.ts'

/** Everything that was read for one order's page. */
export type Page = {
  readonly orderId: string
  readonly number: string
  readonly order: WorkOrder
  readonly history: readonly Happened[]
  readonly texts: ReadonlyMap<string, Text>
  readonly files: readonly FileView[]
  readonly explanations: Explanations
  readonly masks: Masks | undefined
  readonly names: Names
  readonly deciding: Deciding
  readonly doer: Doer
  readonly language: Language
}

/** What a unit works with among itself, and what the centre notes about a requester, is not for the other side. */
const hiddenFromUnit = ['basis', 'centre-note', 'clearing']
const hiddenFromSeat = ['internal']

const mayRead = ({ actor }: Doer) => {
  const hidden = actor.scope === 'unit' ? hiddenFromUnit : actor.scope === 'seat' ? hiddenFromSeat : []
  return (role: string): boolean => !hidden.includes(role)
}

const textOf = (page: Page, id: string | null | undefined): string => (id ? (page.texts.get(id)?.text ?? '') : '')
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
  if (doer.actor.scope === 'unit' && order.grade !== 'open') return null
  const hidden = isIdentityHidden(order)
  return {
    requesterId: order.requesterId,
    name: hidden ? null : (masks.name ?? null),
    phone: hidden ? null : (masks.phone ?? null),
    anonymous: masks.anonymous,
  }
}

const assignmentView = (page: Page): OrderView['assignment'] => {
  const { order, names, files } = page
  const { assignment } = order
  if (assignment === null) return null
  const { id: assignmentId, unitId, status, receivedAt, signedAt, draft, approvedBy } = assignment
  return {
    assignmentId,
    unitId,
    unitName: names.unit(unitId),
    status,
    receivedAt,
    signedAt,
    draft: draft && {
      reply: textOf(page, draft.replyText),
      internal: page.doer.actor.scope === 'seat' || draft.internalText === null ? null : textOf(page, draft.internalText),
      proof: files.filter(({ fileId }) => draft.proofFiles.includes(fileId)),
      by: names.person(draft.by),
    },
    approvedBy: approvedBy && names.person(approvedBy),
  }
}

const correctionView = (page: Page): OrderView['pendingCorrection'] => {
  const pending = page.order.pendingCorrection
  return pending && { kind: pending.kind, subject: pending.subject, place: pending.place, reason: textOf(page, pending.reasonText) }
}

const clearingView = ({ order, doer, ...page }: Page): OrderView['pendingClearing'] =>
  order.pendingClearing === undefined || doer.actor.scope === 'unit'
    ? null
    : { reason: page.texts.get(order.pendingClearing.reasonText)?.text ?? '' }

/** 20c: a unit that stood accused by mistake never learns of it, even where it gets the order afterwards. */
const isToldTo = ({ actor }: Doer, { event }: Happened): boolean => actor.scope !== 'unit' || !clearing.includes(event.type)
const clearing: readonly Happened['event']['type'][] = ['clearing-proposed', 'clearing-refused', 'accused-cleared']

const contentIdOf = (page: Page): string | undefined => {
  const first = page.history[0]?.event
  return first?.type === 'recorded' ? first.contentText : undefined
}

const followUpView = ({ order: { followUp } }: Page): OrderView['followUp'] =>
  followUp && { round: followUp.round, status: followUp.status, tries: followUp.tries, lastOutcome: followUp.lastOutcome }

/** The order as this reader may see it. */
export const orderViewOf = (page: Page): OrderView => {
  const { order, doer, language, names, texts } = page
  const told: Told = {
    language,
    names,
    texts,
    order,
    files: new Map(page.files.map((file) => [file.fileId, file])),
    mayRead: mayRead(doer),
  }
  return {
    ...matterOf(page),
    content: textOf(page, contentIdOf(page)),
    addressDetail: byRole(page, 'address'),
    requester: requesterView(page),
    relations: doer.actor.scope === 'unit' ? null : order.relations,
    assignment: assignmentView(page),
    followUp: followUpView(page),
    pendingCorrection: correctionView(page),
    withdrawalRequested: order.withdrawalRequested,
    files: [...page.files],
    clocks: clockViews(order, page.explanations, language),
    pendingClearing: clearingView(page),
    timeline: page.history.filter((happened) => isToldTo(doer, happened)).map((happened) => entryOf(happened, told)),
    allowed: allowedViews(page),
  }
}
