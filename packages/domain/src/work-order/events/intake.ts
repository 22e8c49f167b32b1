import type { ClockStart } from '../clock.ts'
import type { Place, Classification, Relations } from './matter.ts'
import type {
  AnswerMode,
  AttemptOutcome,
  Channel,
  DeclineGround,
  EmergencyLine,
  Grade,
  Kind,
  LawfulChannel,
  Urgency,
  VerificationFinding,
} from '../../vocabulary/index.ts'

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
type ClarificationAttempted = {
  readonly type: 'clarification-attempted'
  readonly outcome: AttemptOutcome
  readonly noteText: string | null
}
/** 第九条 末款: a department is asked whether the matter is within scope, before anything is decided. */
type VerificationAsked = {
  readonly type: 'verification-asked'
  readonly verificationId: string
  readonly unitId: string
  readonly questionText: string
  readonly clocks: readonly ClockStart[]
}
type VerificationAnswered = {
  readonly type: 'verification-answered'
  readonly verificationId: string
  readonly finding: VerificationFinding
  readonly answerText: string
}
/** The explanation stands here where the matter goes on as an order; else with its declining. */
type HandedOver = { readonly type: 'handed-over'; readonly line: EmergencyLine; readonly explanationText?: string | null }
type Accepted = Classification & {
  readonly type: 'accepted'
  readonly grade: Grade
  readonly urgency: Urgency
  readonly relations: Relations
  /** 20c: the words name a unit, and a person said that it stands accused of nothing. */
  readonly noneAccused?: true
  readonly clocks: readonly ClockStart[]
}
type Declined = {
  readonly type: 'declined'
  readonly ground: DeclineGround
  readonly lawfulChannel: LawfulChannel
  readonly explanationText: string
  readonly reasonText?: string | null
}
type AnsweredDirectly = {
  readonly type: 'answered-directly'
  readonly answerText: string
  readonly kind: Kind
  readonly knowledge: { readonly itemId: string; readonly version: number } | null
  readonly reasonText?: string | null
  /** 第十一条; not given: on the spot. */
  readonly mode?: AnswerMode
}
type FactsAdded = { readonly type: 'facts-added'; readonly contentText: string | null; readonly files: readonly string[] }

export type IntakeEvent =
  | Recorded
  | ClarificationAttempted
  | VerificationAsked
  | VerificationAnswered
  | HandedOver
  | Accepted
  | Declined
  | AnsweredDirectly
  | FactsAdded
