import { accept, refuse, type Decision } from '../kernel/index.ts'
import {
  isCentre,
  isOpen,
  isOwner,
  isWritable,
  type Doer,
  type Draft,
  type DraftState,
  type ItemRequest,
  type Report,
  type Told,
} from './item.ts'

const unknown = refuse({ code: 'knowledge.not-found' })
const notYours = refuse({ code: 'knowledge.not-yours', clause: '16c' })

const known = <T>(found: T | undefined): Decision<T> => (found === undefined ? unknown : accept(found))

/** A unit writes what it provides; the centre writes for anybody. @clause 16c */
export const mayWriteFor = (doer: Doer, ownerUnitId: string): Decision<string> =>
  doer.may('knowledge.write') && (isCentre(doer) || isOwner(doer, ownerUnitId)) ? accept(ownerUnitId) : notYours

/** A new version of an item that is told: one at a time is on its way. @clause 16c */
export const revise = (told: Told | undefined, isUnderway: boolean, doer: Doer): Decision<Told> => {
  const found = known(told)
  if (!found.ok) return found
  if (found.value.withdrawn) return refuse({ code: 'knowledge.withdrawn', clause: '16c' })
  const writes = mayWriteFor(doer, found.value.ownerUnitId)
  if (!writes.ok) return writes
  return isUnderway ? refuse({ code: 'knowledge.underway', clause: '17a' }) : found
}

type Seen = { readonly draft: Draft | undefined; readonly doer: Doer; readonly revision: number }

const seen = ({ draft, revision }: Seen): Decision<Draft> => {
  if (draft === undefined) return unknown
  if (!isOpen(draft.state)) return refuse({ code: 'knowledge.draft-over', clause: '17a' })
  return draft.revision === revision ? accept(draft) : refuse({ code: 'knowledge.changed' })
}

const inWriting = (asked: Seen): Decision<Draft> => {
  const found = seen(asked)
  if (!found.ok) return found
  const writes = mayWriteFor(asked.doer, found.value.ownerUnitId)
  if (!writes.ok) return writes
  return isWritable(found.value.state) ? found : refuse({ code: 'knowledge.in-review', clause: '17a' })
}

const stepTo = (decided: Decision<Draft>, state: DraftState): Decision<DraftState> => (decided.ok ? accept(state) : decided)

/** What is in review is not written, so that whoever agrees agrees to what they read. @clause 17a */
export const rewrite = (asked: Seen): Decision<DraftState> => {
  const found = inWriting(asked)
  return found.ok ? accept(found.value.state) : found
}
export const submit = (asked: Seen): Decision<DraftState> => stepTo(inWriting(asked), 'owner-review')
export const drop = (asked: Seen): Decision<DraftState> => stepTo(inWriting(asked), 'dropped')

const ownersReview = (asked: Seen): Decision<Draft> => {
  const found = seen(asked)
  if (!found.ok) return found
  const { doer } = asked
  if (!doer.may('knowledge.vouch') || !isOwner(doer, found.value.ownerUnitId)) return notYours
  if (found.value.state !== 'owner-review') return refuse({ code: 'knowledge.not-in-review', clause: '17a' })
  return found.value.writers.includes(doer.accountId) ? refuse({ code: 'knowledge.own-words', clause: '17a' }) : found
}

/** 第十七条 多方校核: who provides vouches for it. @clause 17a */
export const vouch = (asked: Seen): Decision<DraftState> => stepTo(ownersReview(asked), 'centre-review')
export const ownerSendsBack = (asked: Seen): Decision<DraftState> => stepTo(ownersReview(asked), 'returned')

const centresReview = (asked: Seen): Decision<Draft> => {
  const found = seen(asked)
  if (!found.ok) return found
  const { accountId } = asked.doer
  if (!isCentre(asked.doer)) return notYours
  if (found.value.state !== 'centre-review') return refuse({ code: 'knowledge.not-in-review', clause: '17a' })
  if (found.value.writers.includes(accountId)) return refuse({ code: 'knowledge.own-words', clause: '17a' })
  return found.value.vouchedBy === accountId ? refuse({ code: 'knowledge.same-reviewer', clause: '17a' }) : found
}

/** The centre's check publishes; the version before it is superseded at that instant. @clause 17a */
export const publish = (asked: Seen): Decision<DraftState> => stepTo(centresReview(asked), 'published')
export const centreSendsBack = (asked: Seen): Decision<DraftState> => stepTo(centresReview(asked), 'returned')

const whileTold = (told: Told | undefined): Decision<Told> => {
  const found = known(told)
  return found.ok && found.value.withdrawn ? refuse({ code: 'knowledge.withdrawn', clause: '16c' }) : found
}

/** By whoever provides it or by the centre; it leaves search at once. @clause 16c */
export const withdraw = (told: Told | undefined, doer: Doer): Decision<Told> => {
  const found = whileTold(told)
  if (!found.ok) return found
  const isTheirs = doer.may('knowledge.withdraw') && (isCentre(doer) || isOwner(doer, found.value.ownerUnitId))
  return isTheirs ? found : notYours
}

/** 复核: looked at again by its owner and still right. Who wrote it does not say so themselves. @clause 16c */
export const confirm = (told: Told | undefined, doer: Doer): Decision<Told> => {
  const found = whileTold(told)
  if (!found.ok) return found
  if (!doer.may('knowledge.vouch') || !isOwner(doer, found.value.ownerUnitId)) return notYours
  return found.value.writtenBy === doer.accountId ? refuse({ code: 'knowledge.own-words', clause: '17a' }) : found
}

/** What is told now; nobody reports what nobody is told. @clause 17a */
export const report = (told: Told | undefined, inForce: boolean): Decision<Told> => {
  const found = known(told)
  return found.ok && (found.value.withdrawn || !inForce) ? unknown : found
}

const toAnswer = (asked: Report | undefined, doer: Doer): Decision<Report> => {
  const found = known(asked)
  if (!found.ok) return found
  if (!doer.may('knowledge.answer') || !(isCentre(doer) || isOwner(doer, found.value.ownerUnitId))) return notYours
  return found.value.state === 'open' ? found : refuse({ code: 'knowledge.report-decided', clause: '17a' })
}

/**
 * 查漏纠错: the report is right. It stays open until a version that came after the one it speaks of is told, or the item is withdrawn; where that has
 * happened already, it is answered at once.
 * @clause 17a
 */
export const acceptReport = (asked: Report | undefined, told: Told | undefined, doer: Doer): Decision<'accepted' | 'answered'> => {
  const found = toAnswer(asked, doer)
  if (!found.ok) return found
  const isPast = told === undefined || told.withdrawn || told.version > found.value.version
  return accept(isPast ? 'answered' : 'accepted')
}
/** @clause 17a */
export const rejectReport = (asked: Report | undefined, doer: Doer): Decision<'rejected'> => {
  const found = toAnswer(asked, doer)
  return found.ok ? accept('rejected') : found
}

/** Who was asked for an item says why none will come of it; the centre takes its own request back. @clause 16b */
export const declineRequest = (asked: ItemRequest | undefined, doer: Doer): Decision<ItemRequest> => {
  const found = known(asked)
  if (!found.ok) return found
  if (!doer.may('knowledge.answer') || !(isCentre(doer) || isOwner(doer, found.value.ownerUnitId))) return notYours
  return found.value.isOpen ? found : refuse({ code: 'knowledge.request-over', clause: '16b' })
}
