import type { Clock } from './clock.ts'
import type { Classification, Place, Relations } from './events/index.ts'
import type {
  AnswerMode,
  AssignmentRole,
  AssignmentStatus,
  Channel,
  ClosureKind,
  DissatisfactionReason,
  Grade,
  HandlingMark,
  HandlingMode,
  Kind,
  NoteReason,
  Status,
  UnitCallOutcome,
  Urgency,
  VerificationFinding,
} from '../vocabulary/index.ts'

export type Draft = {
  readonly replyText: string
  readonly internalText: string | null
  readonly proofFiles: readonly string[]
  readonly by: string
}

/** 12-2c: the unit says that it is not its duty; the centre has to decide. */
export type PendingReturn = {
  readonly by: string
  readonly at: string
  readonly reasonText: string
  readonly basisText: string
  readonly suggestedUnitId: string
}
/** 12-3: how the request for more time stands. */
export type Extension = {
  readonly status: 'asked' | 'granted' | 'refused'
  readonly days: number
  readonly by: string
  readonly reasonText: string
  /** The clock whose end it moves. */
  readonly clockId: string
}
/** 第七条（一）: passed on within the unit; who got it drafts, the unit still answers for it. */
export type PassedOn = { readonly unitId: string; readonly at: string; readonly answered: boolean }

export type Assignment = {
  readonly id: string
  readonly unitId: string
  readonly role: AssignmentRole
  /** 12-2c, 11-3c: ruled or designated; it is not returned again. */
  readonly bound?: boolean
  readonly pendingReturn?: PendingReturn | undefined
  readonly extension?: Extension
  readonly passedOn?: PassedOn
  readonly status: AssignmentStatus
  readonly round: number
  readonly receivedAt: string
  readonly signedAt: string | null
  readonly draft: Draft | null
  readonly approvedBy: string | null
  /** Who drafted in earlier rounds: a second redo needs another handler (13-3a). */
  readonly earlierDrafters: readonly string[]
}

/** `opened`: the message is on its way. `asked`: it went out. `unanswered`: nobody answered it; the centre checks the reply. */
export type FollowUpStatus = 'opened' | 'asked' | 'manual' | 'check' | 'rated'
export type FollowUp = {
  readonly round: number
  readonly status: FollowUpStatus
  readonly askedAt: string | null
  readonly tries: number
  readonly lastOutcome: string | null
  /** 13-2: service or result was called dissatisfying at some time in this round. */
  readonly dissatisfied?: boolean
  /** 13-3a: the reason of a dissatisfaction with the result, as a person confirmed it last, and who did. */
  readonly confirmed?: { readonly reason: DissatisfactionReason; readonly by: string }
  /** When a person tried and reached nobody. */
  readonly triedAt?: readonly string[]
  /** 13-3b: the unit has explained why no more can be done. */
  readonly explained?: { readonly reason: NoteReason; readonly by: string }
}

/** 第九条 末款: what a department is asked before the matter is accepted or declined. */
export type Verification = {
  readonly id: string
  readonly unitId: string
  readonly askedAt: string
  readonly answer: { readonly finding: VerificationFinding; readonly answerText: string } | null
}

export type UrgentActs = {
  readonly reportedAt: string | null
  readonly acknowledgedAt: string | null
  readonly calls: readonly { readonly unitId: string; readonly rank: number; readonly outcome: UnitCallOutcome; readonly at: string }[]
}

export type WorkOrder = {
  readonly version: number
  readonly status: Status
  readonly channel: Channel
  readonly contactId: string
  readonly requesterId: string | null
  readonly reachable: boolean
  /** False: the number is a landline, which takes no SMS. */
  readonly hasMobile?: boolean
  readonly requesterLeft: boolean
  readonly grade: Grade
  /** It was a report at some time: who made it stays hidden, whatever it is called later (20c). */
  readonly reported: boolean
  readonly urgency: Urgency
  readonly relations: Relations
  /** 20c: the words name a unit that, as a person said, stands accused of nothing. */
  readonly noneAccused?: true
  readonly kind: Kind | null
  readonly subject: string | null
  readonly place: Place | null
  readonly recordedAt: string
  readonly acceptedAt: string | null
  readonly takenBy: string | null
  readonly clarifications: number
  /** In the order of their dispatch; who returned it or was withdrawn stays as the order's path between units. */
  readonly assignments: readonly Assignment[]
  /** 9-guide: a department is asked, or was, whether the matter is within scope. */
  readonly verification?: Verification
  readonly followUp: FollowUp | null
  readonly round: number
  readonly pendingCorrection: (Classification & { readonly by: string; readonly reasonText: string }) | null
  readonly withdrawalRequested: boolean
  /** 20c: somebody says that the wrong unit stands accused; waits for a second person. */
  readonly pendingClearing?: { readonly by: string; readonly reasonText: string } | undefined
  /** 第十一条: how it was answered, where not on the spot. */
  readonly answerMode?: AnswerMode
  /** 20c: of a sealed order, the accounts that may know it. */
  readonly knownTo?: readonly string[]
  /** 20c: accounts whose holders stand back from it. */
  readonly recused?: readonly string[]
  /** 12-4: what of the three acts is on record; the third is the dispatch. */
  readonly acts?: UrgentActs | undefined
  /** 12-4: the incident that it is handled with, where it is one of several requests about it. */
  readonly incidentId?: string | undefined
  /** 13-3c: the rating that the unit disputes, and what the centre found. */
  readonly dispute?: { readonly assignmentId: string; readonly by: string; readonly decision: 'out' | 'stands' | null }
  /** 13-3d */
  readonly mark?: HandlingMark | undefined
  /** 13-4: the order that this one repeats. */
  readonly repeatOf?: string
  readonly pendingTermination?: { readonly assignmentId: string; readonly by: string; readonly opinionText: string } | undefined
  readonly closure: { readonly kind: ClosureKind; readonly at: string; readonly noAnswer: boolean } | null
  readonly clocks: readonly Clock[]
}

/** 20c: who reports is known to nobody who works on the report; only the requester's own seat, while they talk, hears them. */
export const isIdentityHidden = ({ reported }: Pick<WorkOrder, 'reported'>): boolean => reported

/** 20c: the unit may not know who asks, so that calls and letters to them go through the centre. */
export const isThroughCentre = (order: WorkOrder): boolean => order.grade !== 'open' || isIdentityHidden(order)

/** 第十一条 处理方式: answered on the spot, with another line, by an expert, or dispatched; undefined while nothing of it has happened. @clause 11-modes */
export const handlingModeOf = ({ closure, answerMode, assignments }: WorkOrder): HandlingMode | undefined => {
  if (closure?.kind === 'answered-directly') return answerMode ?? 'direct'
  return assignments.length > 0 ? 'dispatch' : undefined
}
