import type { ClockStart } from '../clock.ts'
import type { DissatisfactionReason, FollowUpChannel, FollowUpOutcome, HandlingMark, NoteReason, Rating } from '../../vocabulary/index.ts'

type FollowUpOpened = {
  readonly type: 'follow-up-opened'
  readonly round: number
  readonly by: 'sms' | 'manual' | 'check'
  readonly clocks: readonly ClockStart[]
}
type FollowUpAsked = { readonly type: 'follow-up-asked'; readonly clocks: readonly ClockStart[] }
type FollowUpUnsendable = { readonly type: 'follow-up-unsendable' }
type FollowUpReminded = { readonly type: 'follow-up-reminded'; readonly clocks: readonly ClockStart[] }
type FollowUpUnanswered = { readonly type: 'follow-up-unanswered' }
/** 13-2: service and result are rated apart; what was not rated is null. */
type Rated = {
  readonly type: 'rated'
  readonly channel: FollowUpChannel
  readonly service: Rating | null
  readonly result: Rating
  readonly wordsText: string | null
}
type FollowedUp = {
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
/** 13-3b: the unit's explanation to the requester, on record with its proof. */
type Explained = {
  readonly type: 'explained'
  readonly assignmentId: string
  readonly reason: NoteReason
  readonly explanationText: string
  readonly proofFiles: readonly string[]
}
/** 13-3c: the unit disputes what the requester rated. */
type RatingDisputed = {
  readonly type: 'rating-disputed'
  readonly assignmentId: string
  readonly groundsText: string
  readonly proofFiles: readonly string[]
}
/** Screened out: it counts in the raw rate only. */
type RatingScreened = { readonly type: 'rating-screened'; readonly isOut: boolean; readonly decisionText: string }
type Marked = { readonly type: 'marked'; readonly mark: HandlingMark | null; readonly citationText: string }
/** 13-3a: the requester has something new within the days that the pack allows. */
type Reopened = { readonly type: 'reopened'; readonly factsText: string; readonly clocks: readonly ClockStart[] }
/** 13-4: the same person about the same matter. */
type RepeatLinked = { readonly type: 'repeat-linked'; readonly ofOrderId: string }
type TerminationProposed = {
  readonly type: 'termination-proposed'
  readonly assignmentId: string
  readonly opinionText: string
  readonly proofFiles: readonly string[]
}
type TerminationRefused = { readonly type: 'termination-refused'; readonly assignmentId: string; readonly refusalText: string }
/** The opinion of the termination that this repeats was explained to the requester. */
type OpinionExplained = { readonly type: 'opinion-explained'; readonly ofOrderId: string; readonly explanationText: string }

export type EndingEvent =
  | FollowUpOpened
  | FollowUpAsked
  | FollowUpUnsendable
  | FollowUpReminded
  | FollowUpUnanswered
  | Rated
  | FollowedUp
  | RedoOrdered
  | Explained
  | RatingDisputed
  | RatingScreened
  | Marked
  | Reopened
  | RepeatLinked
  | TerminationProposed
  | TerminationRefused
  | OpinionExplained
