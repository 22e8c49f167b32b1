import type { ClockStart } from '../clock.ts'
import type { AssignmentRole, AttemptOutcome, DeliveryWay, Principle } from '../../vocabulary/index.ts'

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
type Signed = { readonly type: 'signed'; readonly assignmentId: string; readonly late: boolean }
type FirstResponseGiven = { readonly type: 'first-response-given'; readonly assignmentId: string; readonly responseText: string }
type ProgressReported = { readonly type: 'progress-reported'; readonly assignmentId: string; readonly progressText: string }
type ReplyDrafted = {
  readonly type: 'reply-drafted'
  readonly assignmentId: string
  readonly replyText: string
  readonly internalText: string | null
  readonly proofFiles: readonly string[]
}
type ReplySentBack = { readonly type: 'reply-sent-back'; readonly assignmentId: string; readonly reasonText: string }
type ReplyApproved = { readonly type: 'reply-approved'; readonly assignmentId: string; readonly draftedBy: string }
type AttemptRecorded = {
  readonly type: 'attempt-recorded'
  readonly assignmentId: string
  readonly way: DeliveryWay
  readonly outcome: AttemptOutcome
  readonly noteText: string | null
}
type ReplyDelivered = { readonly type: 'reply-delivered'; readonly assignmentId: string; readonly way: DeliveryWay }
/** 12-2c: not this unit's duty, it says. */
type ReturnAsked = {
  readonly type: 'return-asked'
  readonly assignmentId: string
  readonly reasonText: string
  readonly basisText: string
  readonly suggestedUnitId: string
  readonly late: boolean
  readonly clocks: readonly ClockStart[]
}
type ReturnAccepted = {
  readonly type: 'return-accepted'
  readonly assignmentId: string
  readonly noteText: string | null
  readonly clocks: readonly ClockStart[]
}
/** A reasoned ruling: it binds the unit, and is found again as a precedent. */
type ReturnRefused = {
  readonly type: 'return-refused'
  readonly assignmentId: string
  readonly rulingText: string
  readonly basisText: string
}
type ExtensionAsked = {
  readonly type: 'extension-asked'
  readonly assignmentId: string
  readonly clockId: string
  /** Working days beyond the due time. */
  readonly days: number
  /** Written for the requester, who is told. */
  readonly reasonText: string
  readonly clocks: readonly ClockStart[]
}
type ExtensionGranted = {
  readonly type: 'extension-granted'
  readonly assignmentId: string
  readonly days: number
  /** Why the manager went beyond what is general or in principle (12-3). */
  readonly exceptionText: string | null
  readonly clocks: readonly ClockStart[]
}
type ExtensionRefused = { readonly type: 'extension-refused'; readonly assignmentId: string; readonly refusalText: string }
/** 11-3b: what an assistant has to say, approved, is with the lead. */
type OpinionGiven = { readonly type: 'opinion-given'; readonly assignmentId: string }
export type UnitWithdrawn = {
  readonly type: 'unit-withdrawn'
  readonly assignmentId: string
  readonly reasonText: string
  readonly clocks: readonly ClockStart[]
}
/** 第七条（一）: passed on within the unit, to a section or a township of its own. */
type PassedOn = {
  readonly type: 'passed-on'
  readonly assignmentId: string
  readonly unitId: string
  readonly noteText: string | null
  readonly clocks: readonly ClockStart[]
}
type ReportedBack = { readonly type: 'reported-back'; readonly assignmentId: string; readonly reportText: string }
/** 11-3c: whose duty it is cannot be said; the office convenes those concerned. */
type CoordinationAsked = { readonly type: 'coordination-asked'; readonly reasonText: string; readonly basisText: string | null }
type CoordinationHeld = {
  readonly type: 'coordination-held'
  readonly participants: readonly string[]
  readonly recordText: string
}
type Designated = { readonly type: 'designated'; readonly unitId: string; readonly groundsText: string }

export type HandlingEvent =
  | Dispatched
  | Signed
  | FirstResponseGiven
  | ProgressReported
  | ReplyDrafted
  | ReplySentBack
  | ReplyApproved
  | AttemptRecorded
  | ReplyDelivered
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
