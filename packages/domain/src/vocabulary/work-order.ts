/** 工单的词汇。Closed lists: everything that a work order can be called, in code; their Chinese stands in `labels.ts`. */

/** 第八条（一）: the five kinds of the text; 表扬 and 其他 are kinds of their own, so that they are counted apart. @clause 8-1 */
export const kinds = ['consultation', 'help', 'complaint', 'report', 'suggestion', 'praise', 'other'] as const
export type Kind = (typeof kinds)[number]

export const channels = ['phone', 'web', 'wechat', 'app', 'mailbox', 'upstream'] as const
export type Channel = (typeof channels)[number]
/** 书面渠道: the requester's clock starts at the instant of submission, because nobody at the centre had to be spoken to. */
export const isWritten = (channel: Channel): boolean => channel !== 'phone'

export const grades = ['open', 'confidential', 'sealed'] as const
export type Grade = (typeof grades)[number]

/** 20c: why an order is for named persons only. */
export const sealReasons = ['retaliation', 'officials', 'minors', 'privacy'] as const
export type SealReason = (typeof sealReasons)[number]
/** 20c: the people who may know a sealed order. */
export const fewestNamed = 2
export const mostNamed = 20

export const urgencies = ['ordinary', 'special', 'emergency'] as const
export type Urgency = (typeof urgencies)[number]

/** 第九条: the seven grounds of non-acceptance are their clause ids. */
export const declineGrounds = ['9-1', '9-2', '9-3', '9-4', '9-5', '9-6', '9-7'] as const
export type DeclineGround = (typeof declineGrounds)[number]

/** Where a person is told to turn instead (第九条 末款: 引导其向有管辖权的部门反映). */
export const lawfulChannels = [
  'court',
  'arbitration',
  'discipline-inspection',
  'administrative-review',
  'information-disclosure',
  'petition-office',
  'police-110',
  'fire-119',
  'ambulance-120',
  'traffic-122',
  'military',
  'secrecy-bureau',
  'competent-department',
  'none-needed',
] as const
export type LawfulChannel = (typeof lawfulChannels)[number]
export const emergencyLines = ['police-110', 'fire-119', 'ambulance-120', 'traffic-122'] as const satisfies readonly LawfulChannel[]
export type EmergencyLine = (typeof emergencyLines)[number]

/** 属地管理、按职承办、行业主管: which principle decided the handling unit. */
export const principles = ['place', 'duty', 'industry'] as const
export type Principle = (typeof principles)[number]

export const deliveryWays = ['phone', 'sms', 'tracking-page', 'letter', 'in-person'] as const
export type DeliveryWay = (typeof deliveryWays)[number]
export const attemptOutcomes = ['reached', 'no-answer', 'refused', 'wrong-number'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

export const ratings = ['satisfied', 'basically-satisfied', 'dissatisfied'] as const
export type Rating = (typeof ratings)[number]
/** Silence is never satisfaction: what a manual follow-up may end in besides a rating. */
export const followUpOutcomes = [...ratings, 'no-answer', 'invalid', 'unreachable'] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]
/** 13-2: service and result are rated apart; either may be what somebody is not satisfied with. */
export const isDissatisfied = (service: Rating | null, result: FollowUpOutcome): boolean =>
  service === 'dissatisfied' || result === 'dissatisfied'
export const followUpChannels = ['sms', 'phone', 'web'] as const
export type FollowUpChannel = (typeof followUpChannels)[number]

export const dissatisfactionReasons = [
  'not-done',
  'done-badly',
  'not-answered',
  'attitude',
  'too-slow',
  'beyond-law',
  'policy-limits',
  'expectation',
] as const
export type DissatisfactionReason = (typeof dissatisfactionReasons)[number]
/** 第十三条（三）: 应办未办，或者诉求合理. The others are limits of law, of policy, or of expectation. */
export const redoReasons = [
  'not-done',
  'done-badly',
  'not-answered',
  'attitude',
  'too-slow',
] as const satisfies readonly DissatisfactionReason[]

/** 第十三条（三）: what lies outside law, policy or reason; the unit explains, and the order is closed with a note. */
export const noteReasons = ['beyond-law', 'policy-limits', 'expectation'] as const satisfies readonly DissatisfactionReason[]
export type NoteReason = (typeof noteReasons)[number]

/** 第十三条（三） 行政调解类、执法办案类: by law, not by satisfaction. */
export const handlingMarks = ['mediation', 'enforcement'] as const
export type HandlingMark = (typeof handlingMarks)[number]

/** 第十一条: on the spot, with another line in the call, or by an expert; whatever cannot be answered so is dispatched. */
export const answerModes = ['direct', 'three-way', 'expert'] as const
export type AnswerMode = (typeof answerModes)[number]
export type HandlingMode = AnswerMode | 'dispatch'

/** 第十二条（四）: how a call to a contact of the unit ended; only a confirmation is one. */
export const unitCallOutcomes = ['confirmed', 'no-answer', 'refused'] as const
export type UnitCallOutcome = (typeof unitCallOutcomes)[number]

/** `explained-again`: the opinion of an earlier termination was explained (13-4). */
export const closureKinds = [
  'answered-directly',
  'declined',
  'satisfied',
  'lawful-reply',
  'noted',
  'terminated',
  'explained-again',
  'withdrawn',
] as const
export type ClosureKind = (typeof closureKinds)[number]

export const statuses = [
  'recorded',
  'awaiting-dispatch',
  'coordination',
  'in-hand',
  'with-incident',
  'awaiting-follow-up',
  'closed',
] as const
export type Status = (typeof statuses)[number]

/** `answered`: an assistant has told the lead. `returned` and `withdrawn` take part no more. */
export const assignmentStatuses = [
  'awaiting-sign',
  'in-hand',
  'awaiting-review',
  'approved',
  'delivered',
  'answered',
  'returned',
  'withdrawn',
] as const
export type AssignmentStatus = (typeof assignmentStatuses)[number]

/**
 * 第十一条（二）（三）: alone; in a co-sign order (会签), where each handles its part; or under a lead (牵头), who merges what the principal (主办) and the
 * assistants (协办) say and answers once.
 */
export const assignmentRoles = ['sole', 'co-sign', 'lead', 'principal', 'assist'] as const
export type AssignmentRole = (typeof assignmentRoles)[number]
/** 11-3b: they answer to the lead, never to the requester. */
export const answersToLead = (role: AssignmentRole): boolean => role === 'principal' || role === 'assist'

/** 第九条 末款: what a department says about a matter whose scope the seat could not decide. */
export const verificationFindings = ['within-scope', 'other-department', 'out-of-scope'] as const
export type VerificationFinding = (typeof verificationFindings)[number]

/** The one queue in which an order waits for a person (or for its requester). */
export const stages = [
  'to-accept',
  'to-verify',
  'to-dispatch',
  'coordination',
  'to-sign',
  'in-hand',
  'to-review',
  'to-deliver',
  'with-incident',
  'to-explain',
  'asked',
  'manual-follow-up',
  'reply-check',
  'closed',
] as const
export type Stage = (typeof stages)[number]

/** What waits for a decision of the centre (or of the office above it) besides an order's own stage. */
export const waitings = [
  'withdrawal',
  'correction',
  'clearing',
  'delivery',
  'verified',
  'return',
  'extension',
  'acts',
  'report',
  'termination',
  'dispute',
] as const
export type Waiting = (typeof waitings)[number]
