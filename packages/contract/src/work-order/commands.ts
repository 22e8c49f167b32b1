import { z } from 'zod'
import { uuid } from '../kernel/index.ts'
import {
  attemptOutcomes,
  declineGrounds,
  deliveryWays,
  dissatisfactionReasons,
  followUpOutcomes,
  lawfulChannels,
  principles,
  ratings,
  urgencies,
} from '../vocabulary/index.ts'
import { kind, place, relations, subjectCode, unitId, words } from './shapes.ts'

export const noRelations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null } as const

const classification = { kind, subject: subjectCode, place }

export const acceptBody = z.object({
  ...classification,
  urgency: z.enum(urgencies).default('ordinary'),
  confidential: z.boolean().default(false).describe('The requester asked for it, or the kind is report'),
  relations: relations.default(noRelations),
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
})
export const dispatchBody = z.object({ unitId, principle: z.enum(principles), note: words(1000).nullable().default(null) })
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
export const redoBody = z.object({ reason: z.enum(dissatisfactionReasons), instruction: words(2000) })
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
export const clearAccusedBody = z.object({ reason: words(1000) })
export const rateBody = z.object({
  result: z.enum(ratings),
  service: z.enum(ratings).nullable().default(null),
  words: words(1000).nullable().default(null),
})

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
