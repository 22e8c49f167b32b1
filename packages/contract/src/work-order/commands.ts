import { z } from 'zod'
import { uuid } from '../kernel/index.ts'
import {
  assignmentRoles,
  attemptOutcomes,
  declineGrounds,
  deliveryWays,
  dissatisfactionReasons,
  followUpOutcomes,
  answerModes,
  handlingMarks,
  lawfulChannels,
  noteReasons,
  principles,
  ratings,
  sealReasons,
  mostNamed,
  unitCallOutcomes,
  urgencies,
  verificationFindings,
} from '../vocabulary/index.ts'
import { kind, place, relations, subjectCode, unitId, words } from './shapes.ts'

export const noRelations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null } as const

const classification = { kind, subject: subjectCode, place }

export const acceptBody = z.object({
  ...classification,
  urgency: z.enum(urgencies).default('ordinary'),
  confidential: z.boolean().default(false).describe('The requester asked for it, or the kind is report'),
  relations: relations.default(noRelations),
  noneAccused: z.boolean().default(false).describe('20c: the words name a unit, and a person looked: it stands accused of nothing'),
})

export const declineBody = z.object({
  ground: z.enum(declineGrounds),
  lawfulChannel: z.enum(lawfulChannels),
  explanation: words(2000),
  reason: words(1000).nullable().default(null).describe('Why, where it was accepted before; for the centre only'),
  also: acceptBody.nullable().default(null).describe('9-3: the matter is also one of 12-4; the emergency order is made in the same step'),
})
export const clarifyBody = z.object({ outcome: z.enum(attemptOutcomes), note: words(1000).nullable().default(null) })
export const answerBody = z.object({
  kind,
  answer: words(4000),
  knowledge: z
    .object({ itemId: uuid, version: z.int().min(1) })
    .nullable()
    .default(null),
  reason: words(1000).nullable().default(null).describe('Why, where it was accepted before; for the centre only'),
  mode: z.enum(answerModes).default('direct').describe('Clause 11: on the spot, with another line in the call, or by an expert'),
  consented: z.boolean().default(false).describe('The caller agreed to whoever joined'),
})
export const dispatchBody = z.object({ unitId, principle: z.enum(principles), note: words(1000).nullable().default(null) })
const assignmentId = z.string().regex(/^assignment-\d{1,4}$/)
export const verifyBody = z.object({ unitId, question: words(1000) })
export const answerVerificationBody = z.object({ finding: z.enum(verificationFindings), answer: words(2000) })
const part = z.object({
  unitId,
  role: z.enum(assignmentRoles).exclude(['sole']),
  principle: z.enum(principles),
  note: words(1000).nullable().default(null).describe('What this unit is asked for'),
})
export const dispatchJointlyBody = z.object({
  parts: z.array(part).min(2).max(10).describe('All co-sign; or one lead, at most one principal, and assistants'),
})
export const addUnitBody = part
export const withdrawUnitBody = z.object({ assignmentId, reason: words(1000) })
export const replaceUnitBody = z.object({
  assignmentId,
  reason: words(1000),
  unitId,
  principle: z.enum(principles),
  note: words(1000).nullable().default(null),
})
export const coordinationBody = z.object({ reason: words(2000), basis: words(2000).nullable().default(null) })
export const holdCoordinationBody = z.object({ participants: z.array(unitId).min(1).max(30), record: words(5000) })
export const designateBody = z.object({
  unitId,
  principle: z.enum(principles),
  grounds: words(2000).describe('Why this unit: it binds'),
  note: words(1000).nullable().default(null),
})
export const returnBody = z.object({ reason: words(2000), basis: words(2000), suggestedUnitId: unitId })
export const acceptReturnBody = z.object({ assignmentId, note: words(1000).nullable().default(null) })
export const refuseReturnBody = z.object({ assignmentId, ruling: words(2000), basis: words(2000) })
export const passOnBody = z.object({ unitId, note: words(1000).nullable().default(null) })
export const reportBackBody = z.object({ report: words(5000) })
export const askExtensionBody = z.object({
  days: z.int().min(1).max(60).describe('Working days beyond the due time'),
  reason: words(1000).describe('Written for the requester, who is told'),
})
export const decideExtensionBody = z.discriminatedUnion('granted', [
  z.object({
    assignmentId,
    granted: z.literal(true),
    days: z.int().min(1).max(60),
    exception: words(1000).nullable().default(null).describe('12-3: why the manager goes beyond ten days, or grants it for a consultation'),
  }),
  z.object({ assignmentId, granted: z.literal(false), reason: words(1000) }),
])
export const firstResponseBody = z.object({ response: words(2000) })
export const progressBody = z.object({ progress: words(2000) })
export const draftBody = z.object({
  reply: words(5000).describe('What the requester will read'),
  internal: words(5000).nullable().default(null).describe('Notes of the unit, never shown to the requester'),
  proofFiles: z.array(uuid).max(20).default([]),
})
export const sendBackBody = z.object({ reason: words(1000) })
export const attemptBody = z.object({
  way: z.enum(deliveryWays),
  outcome: z.enum(attemptOutcomes),
  note: words(1000).nullable().default(null),
})
export const deliverBody = z.object({ way: z.enum(deliveryWays), note: words(1000).nullable().default(null) })
export const followUpBody = z.object({
  outcome: z.enum(followUpOutcomes),
  service: z.enum(ratings).nullable().default(null),
  reason: z.enum(dissatisfactionReasons).nullable().default(null),
  note: words(2000).nullable().default(null),
})
export const redoBody = z.object({
  assignmentId: assignmentId.nullable().default(null).describe('Which of several units; needed where several answered'),
  reason: z.enum(dissatisfactionReasons),
  instruction: words(2000),
})
export const closeBody = z.object({ basis: words(2000).nullable().default(null) })
export const correctBody = z.object({ ...classification, reason: words(1000) })
export const factsBody = z.object({ content: words(5000) })
export const withdrawBody = z.object({ reason: words(1000).nullable().default(null) })
/** Yes or no to what another person asked for; a no says why. */
const decision = z.discriminatedUnion('confirmed', [
  z.object({ confirmed: z.literal(true) }),
  z.object({ confirmed: z.literal(false), reason: words(1000) }),
])
export const confirmWithdrawalBody = decision
export const confirmCorrectionBody = decision
export const confirmClearingBody = decision
export const recuseBody = z.object({ reason: words(1000) })
export const sealBody = z.object({
  persons: z
    .array(uuid)
    .min(1)
    .max(mostNamed)
    .describe('Everybody who may know of it from now on; where the office names the next keeper, those who are to join the others'),
  reason: z.enum(sealReasons),
  words: words(1000),
})
export const clearAccusedBody = z.object({ reason: words(1000) })
export const rateBody = z.object({
  result: z.enum(ratings),
  service: z.enum(ratings).nullable().default(null),
  words: words(1000).nullable().default(null),
})

export const markUrgentBody = z.object({ urgency: z.enum(urgencies).exclude(['ordinary']), reason: words(1000) })
export const reportToOfficeBody = z.object({ report: words(2000) })
export const acknowledgeReportBody = z.object({ instruction: words(2000).nullable().default(null) })
export const callUnitBody = z.object({
  unitId,
  rank: z.int().min(1).max(20).describe('Which of the unit’s contacts, in the order of its list'),
  outcome: z.enum(unitCallOutcomes),
  note: words(1000).nullable().default(null),
})
export const joinIncidentBody = z.object({ incidentId: uuid })
export const leaveIncidentBody = z.object({ reason: words(1000) })
const proofFiles = z.array(uuid).max(20).default([])
export const explainBody = z.object({ reason: z.enum(noteReasons), explanation: words(5000), proofFiles })
export const closeNotedBody = z.object({ basis: words(2000) })
export const disputeBody = z.object({ grounds: words(3000), proofFiles })
export const screenBody = z.object({ isOut: z.boolean().describe('True: the rating counts in the raw rate only'), decision: words(2000) })
export const markBody = z.object({ mark: z.enum(handlingMarks).nullable(), citation: words(500) })
export const reopenBody = z.object({ facts: words(5000) })
export const linkRepeatBody = z.object({ ofOrderId: uuid })
export const terminationBody = z.object({ opinion: words(5000).describe('The detailed written opinion'), proofFiles })
export const confirmTerminationBody = decision
export const explainTerminationBody = z.object({ ofOrderId: uuid, explanation: words(3000) })

/** What a seat records while somebody is on the line, and what becomes of it in the same step. */
export const recordBody = z.object({
  contactId: uuid.describe('The contact that this matter was told in'),
  requester: z.object({
    name: z.string().trim().max(50).nullable().default(null),
    phone: z.string().trim().max(30).nullable().default(null).describe('Null: the number of the contact'),
    anonymous: z.boolean().default(false),
    homeAddress: z.string().trim().max(200).nullable().default(null),
  }),
  kind: kind.nullable().default(null),
  subject: subjectCode.nullable().default(null),
  place: place.nullable().default(null),
  addressDetail: words(200).nullable().default(null),
  content: words(5000),
  outcome: z
    .discriminatedUnion('step', [
      z.object({ step: z.literal('accept'), with: acceptBody }),
      z.object({ step: z.literal('decline'), with: declineBody, clarified: clarifyBody.nullable().default(null) }),
      z.object({ step: z.literal('answer'), with: answerBody }),
    ])
    .nullable()
    .default(null),
})
export type RecordBody = z.infer<typeof recordBody>
