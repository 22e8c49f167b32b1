import type { ClockStart } from './clock.ts'
import type {
  AssignmentRole,
  AttemptOutcome,
  Channel,
  ClosureKind,
  DeclineGround,
  DeliveryWay,
  DissatisfactionReason,
  EmergencyLine,
  FollowUpChannel,
  FollowUpOutcome,
  Grade,
  Kind,
  LawfulChannel,
  Principle,
  Rating,
  Urgency,
  VerificationFinding,
} from '../vocabulary/index.ts'

/**
 * What happened to a work order. Codes, ids, instants and references only: no free text, no identity. `…Text` is the id of a content row,
 * `…File` of a file, both under the order's own key.
 */
export type Place = { readonly county: string; readonly township: string | null }
export type Classification = { readonly kind: Kind; readonly subject: string; readonly place: Place }

/** 20c: who is complained of (respondent: may state its side) and who is accused (may not even know). */
export type Relations = {
  readonly respondentUnitId: string | null
  readonly respondentAccountId: string | null
  readonly accusedUnitId: string | null
  readonly accusedAccountId: string | null
}

export type Recorded = {
  readonly type: 'recorded'
  readonly channel: Channel
  readonly contactId: string
  readonly requesterId: string | null
  readonly reachable: boolean
  /** 12-0: whether the number takes an SMS; not said in the oldest records. */
  readonly hasMobile?: boolean
  readonly grade: Grade
  readonly relations: Relations
  /** 10-record: what was not asked stays empty. */
  readonly kind: Kind | null
  readonly subject: string | null
  readonly place: Place | null
  readonly contentText: string
  readonly files: readonly string[]
  readonly takenBy: string | null
  readonly clocks: readonly ClockStart[]
}
export type ClarificationAttempted = {
  readonly type: 'clarification-attempted'
  readonly outcome: AttemptOutcome
  readonly noteText: string | null
}
/** The explanation stands here where the matter goes on as an order; else with its declining. */
export type HandedOver = { readonly type: 'handed-over'; readonly line: EmergencyLine; readonly explanationText?: string | null }
export type Accepted = Classification & {
  readonly type: 'accepted'
  readonly grade: Grade
  readonly urgency: Urgency
  readonly relations: Relations
  readonly clocks: readonly ClockStart[]
}
export type Declined = {
  readonly type: 'declined'
  readonly ground: DeclineGround
  readonly lawfulChannel: LawfulChannel
  readonly explanationText: string
  readonly reasonText?: string | null
}
export type AnsweredDirectly = {
  readonly type: 'answered-directly'
  readonly answerText: string
  readonly kind: Kind
  readonly knowledge: { readonly itemId: string; readonly version: number } | null
  readonly reasonText?: string | null
}
export type Dispatched = {
  readonly type: 'dispatched'
  readonly assignmentId: string
  readonly unitId: string
  readonly principle: Principle
  readonly noteText: string | null
  /** Alone, where it is not said. */
  readonly role?: AssignmentRole
  /** 11-3c: designated; it is not returned again. */
  readonly bound?: boolean
  readonly clocks: readonly ClockStart[]
}
/** 第九条 末款: a department is asked whether the matter is within scope, before anything is decided. */
export type VerificationAsked = {
  readonly type: 'verification-asked'
  readonly verificationId: string
  readonly unitId: string
  readonly questionText: string
  readonly clocks: readonly ClockStart[]
}
export type VerificationAnswered = {
  readonly type: 'verification-answered'
  readonly verificationId: string
  readonly finding: VerificationFinding
  readonly answerText: string
}
/** 12-2c: not this unit's duty, it says. */
export type ReturnAsked = {
  readonly type: 'return-asked'
  readonly assignmentId: string
  readonly reasonText: string
  readonly basisText: string
  readonly suggestedUnitId: string
  readonly late: boolean
  readonly clocks: readonly ClockStart[]
}
export type ReturnAccepted = {
  readonly type: 'return-accepted'
  readonly assignmentId: string
  readonly noteText: string | null
  readonly clocks: readonly ClockStart[]
}
/** A reasoned ruling: it binds the unit, and is found again as a precedent. */
export type ReturnRefused = {
  readonly type: 'return-refused'
  readonly assignmentId: string
  readonly rulingText: string
  readonly basisText: string
}
export type ExtensionAsked = {
  readonly type: 'extension-asked'
  readonly assignmentId: string
  readonly clockId: string
  /** Working days beyond the due time. */
  readonly days: number
  /** Written for the requester, who is told. */
  readonly reasonText: string
  readonly clocks: readonly ClockStart[]
}
export type ExtensionGranted = {
  readonly type: 'extension-granted'
  readonly assignmentId: string
  readonly days: number
  /** Why the manager went beyond what is general or in principle (12-3). */
  readonly exceptionText: string | null
  readonly clocks: readonly ClockStart[]
}
export type ExtensionRefused = { readonly type: 'extension-refused'; readonly assignmentId: string; readonly refusalText: string }
/** 11-3b: what an assistant has to say, approved, is with the lead. */
export type OpinionGiven = { readonly type: 'opinion-given'; readonly assignmentId: string }
export type UnitWithdrawn = {
  readonly type: 'unit-withdrawn'
  readonly assignmentId: string
  readonly reasonText: string
  readonly clocks: readonly ClockStart[]
}
/** 第七条（一）: passed on within the unit, to a section or a township of its own. */
export type PassedOn = {
  readonly type: 'passed-on'
  readonly assignmentId: string
  readonly unitId: string
  readonly noteText: string | null
  readonly clocks: readonly ClockStart[]
}
export type ReportedBack = { readonly type: 'reported-back'; readonly assignmentId: string; readonly reportText: string }
/** 11-3c: whose duty it is cannot be said; the office convenes those concerned. */
export type CoordinationAsked = { readonly type: 'coordination-asked'; readonly reasonText: string; readonly basisText: string | null }
export type CoordinationHeld = {
  readonly type: 'coordination-held'
  readonly participants: readonly string[]
  readonly recordText: string
}
export type Designated = { readonly type: 'designated'; readonly unitId: string; readonly groundsText: string }
export type Signed = { readonly type: 'signed'; readonly assignmentId: string; readonly late: boolean }
export type FirstResponseGiven = { readonly type: 'first-response-given'; readonly assignmentId: string; readonly responseText: string }
export type ProgressReported = { readonly type: 'progress-reported'; readonly assignmentId: string; readonly progressText: string }
export type ReplyDrafted = {
  readonly type: 'reply-drafted'
  readonly assignmentId: string
  readonly replyText: string
  readonly internalText: string | null
  readonly proofFiles: readonly string[]
}
export type ReplySentBack = { readonly type: 'reply-sent-back'; readonly assignmentId: string; readonly reasonText: string }
export type ReplyApproved = { readonly type: 'reply-approved'; readonly assignmentId: string; readonly draftedBy: string }
export type AttemptRecorded = {
  readonly type: 'attempt-recorded'
  readonly assignmentId: string
  readonly way: DeliveryWay
  readonly outcome: AttemptOutcome
  readonly noteText: string | null
}
export type ReplyDelivered = { readonly type: 'reply-delivered'; readonly assignmentId: string; readonly way: DeliveryWay }
export type FollowUpOpened = {
  readonly type: 'follow-up-opened'
  readonly round: number
  readonly by: 'sms' | 'manual' | 'check'
  readonly clocks: readonly ClockStart[]
}
export type FollowUpAsked = { readonly type: 'follow-up-asked'; readonly clocks: readonly ClockStart[] }
export type FollowUpUnsendable = { readonly type: 'follow-up-unsendable' }
export type FollowUpReminded = { readonly type: 'follow-up-reminded'; readonly clocks: readonly ClockStart[] }
export type FollowUpUnanswered = { readonly type: 'follow-up-unanswered' }
/** 13-2: service and result are rated apart; what was not rated is null. */
export type Rated = {
  readonly type: 'rated'
  readonly channel: FollowUpChannel
  readonly service: Rating | null
  readonly result: Rating
  readonly wordsText: string | null
}
export type FollowedUp = {
  readonly type: 'followed-up'
  readonly outcome: FollowUpOutcome
  readonly service: Rating | null
  readonly reason: DissatisfactionReason | null
  readonly noteText: string | null
}
export type RedoOrdered = {
  readonly type: 'redo-ordered'
  /** Which of several units; the only one, where it is not said. */
  readonly assignmentId?: string
  readonly reason: DissatisfactionReason
  readonly instructionText: string
  readonly clocks: readonly ClockStart[]
}
export type CorrectionProposed = Classification & { readonly type: 'correction-proposed'; readonly reasonText: string }
export type CorrectionRefused = { readonly type: 'correction-refused'; readonly reasonText?: string | null }
export type Corrected = Classification & { readonly type: 'corrected'; readonly reasonText: string; readonly clocks: readonly ClockStart[] }
export type FactsAdded = { readonly type: 'facts-added'; readonly contentText: string | null; readonly files: readonly string[] }
export type WithdrawalRequested = { readonly type: 'withdrawal-requested'; readonly reasonText: string | null }
export type WithdrawalRefused = { readonly type: 'withdrawal-refused'; readonly reasonText: string }
/** 20c: a report or special order goes on without its requester, who hears no more of it. */
export type RequesterLeft = { readonly type: 'requester-left' }
export type ClearingProposed = { readonly type: 'clearing-proposed'; readonly reasonText: string }
export type ClearingRefused = { readonly type: 'clearing-refused'; readonly reasonText: string }
/** 20c: the unit or person that was named by mistake, named no more. */
export type AccusedCleared = {
  readonly type: 'accused-cleared'
  readonly accusedUnitId: string | null
  readonly accusedAccountId: string | null
}
export type ClockWarned = { readonly type: 'clock-warned'; readonly clockId: string }
export type ClockBreached = { readonly type: 'clock-breached'; readonly clockId: string }
export type Closed = { readonly type: 'closed'; readonly kind: ClosureKind; readonly noAnswer: boolean; readonly basisText: string | null }

export type WorkOrderEvent =
  | Recorded
  | ClarificationAttempted
  | HandedOver
  | Accepted
  | Declined
  | AnsweredDirectly
  | Dispatched
  | VerificationAsked
  | VerificationAnswered
  | ReturnAsked
  | ReturnAccepted
  | ReturnRefused
  | ExtensionAsked
  | ExtensionGranted
  | ExtensionRefused
  | OpinionGiven
  | UnitWithdrawn
  | PassedOn
  | ReportedBack
  | CoordinationAsked
  | CoordinationHeld
  | Designated
  | Signed
  | FirstResponseGiven
  | ProgressReported
  | ReplyDrafted
  | ReplySentBack
  | ReplyApproved
  | AttemptRecorded
  | ReplyDelivered
  | FollowUpOpened
  | FollowUpAsked
  | FollowUpUnsendable
  | FollowUpReminded
  | FollowUpUnanswered
  | Rated
  | FollowedUp
  | RedoOrdered
  | CorrectionProposed
  | CorrectionRefused
  | Corrected
  | FactsAdded
  | WithdrawalRequested
  | WithdrawalRefused
  | RequesterLeft
  | ClearingProposed
  | ClearingRefused
  | AccusedCleared
  | ClockWarned
  | ClockBreached
  | Closed

export type EventType = WorkOrderEvent['type']
/** Who did it: a person of a unit, the requester, or the program. */
export type Author = { readonly kind: 'staff'; readonly accountId: string } | { readonly kind: 'requester' } | { readonly kind: 'system' }
export type Happened = { readonly version: number; readonly at: string; readonly author: Author; readonly event: WorkOrderEvent }
