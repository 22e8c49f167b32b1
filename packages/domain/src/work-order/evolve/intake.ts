import { started, waived } from '../clock.ts'
import { gradeOfKind, keptRelations, stricter } from '../confidence.ts'
import type { Recorded } from '../events/index.ts'
import type { WorkOrder } from '../state.ts'
import { named, ofKinds, ofRequester, settle, unchanged, withClocks, type Meanings } from './meaning.ts'

/** The first event makes the order. */
export const opened = (event: Recorded, at: string): WorkOrder => ({
  version: 0,
  status: 'recorded',
  channel: event.channel,
  contactId: event.contactId,
  requesterId: event.requesterId,
  reachable: event.reachable,
  ...(event.hasMobile === undefined ? {} : { hasMobile: event.hasMobile }),
  requesterLeft: false,
  grade: stricter(event.grade, gradeOfKind(event.kind)),
  reported: event.kind === 'report',
  urgency: 'ordinary',
  relations: event.relations,
  kind: event.kind,
  subject: event.subject,
  place: event.place,
  recordedAt: at,
  acceptedAt: null,
  takenBy: event.takenBy,
  clarifications: 0,
  assignments: [],
  followUp: null,
  round: 1,
  pendingCorrection: null,
  withdrawalRequested: false,
  closure: null,
  clocks: event.clocks.map(started),
})

/** A written request belongs to the seat that first deals with it, as a call belongs to the one that answered. */
const taken = (order: WorkOrder, by: string): WorkOrder => ({ ...order, takenBy: order.takenBy ?? by })

export const intake: Meanings<
  | 'clarification-attempted'
  | 'verification-asked'
  | 'verification-answered'
  | 'handed-over'
  | 'accepted'
  | 'declined'
  | 'answered-directly'
  | 'facts-added'
> = {
  'clarification-attempted': (order, _event, { by }) => ({ ...taken(order, by), clarifications: order.clarifications + 1 }),
  'verification-asked': (order, { verificationId, unitId, clocks }, { at, by }) =>
    withClocks({ ...taken(order, by), verification: { id: verificationId, unitId, askedAt: at, answer: null } }, clocks),
  'verification-answered': (order, { finding, answerText }, { at }) =>
    order.verification === undefined
      ? order
      : { ...settle(order, ofKinds('verify'), at), verification: { ...order.verification, answer: { finding, answerText } } },
  'handed-over': unchanged,
  accepted: (order, { kind, subject, place, grade, urgency, relations, noneAccused, clocks }, { at, by }) =>
    withClocks(
      {
        ...named(taken(settle(order, ofKinds('verify'), at, waived), by), kind, grade),
        status: 'awaiting-dispatch',
        acceptedAt: order.acceptedAt ?? at,
        subject,
        place,
        urgency,
        relations: keptRelations(order.relations, relations),
        ...(noneAccused === undefined ? {} : { noneAccused }),
      },
      clocks,
    ),
  declined: (order, _event, { by }) => taken(order, by),
  'answered-directly': (order, { kind, mode }, { at, by }) => ({
    ...named(taken(settle(order, ofRequester, at), by), kind),
    ...(mode === undefined || mode === 'direct' ? {} : { answerMode: mode }),
  }),
  'facts-added': unchanged,
}
