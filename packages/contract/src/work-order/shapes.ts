import { z } from 'zod'
import { civilDate, instant, uuid } from '../kernel/index.ts'
import {
  assignmentRoles,
  assignmentStatuses,
  channels,
  closureKinds,
  dissatisfactionReasons,
  grades,
  answerModes,
  handlingMarks,
  kinds,
  stages,
  statuses,
  subjects,
  unitCallOutcomes,
  urgencies,
  verificationFindings,
  waitings,
} from '../vocabulary/index.ts'

/** Words that a person writes: trimmed, never empty, no control characters but line breaks. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/(?![\t\n\r])\p{Cc}|\p{Cs}/u.test(text), { message: '含有不能显示的字符' })

export const kind = z.enum(kinds)
export const channel = z.enum(channels)
export const stage = z.enum(stages)
export const subjectCode = z.enum(subjects.map(({ code }) => code) as [string, ...string[]]).meta({ id: 'SubjectCode' })
export const placeCode = z.string().regex(/^\d{6}(\d{3})?$/)
/** The address of the matter: county (6 digits) and, where known, township (9 digits); `detail` is words. */
export const place = z
  .object({
    county: z.string().regex(/^\d{6}$/),
    township: z
      .string()
      .regex(/^\d{9}$/)
      .nullable(),
  })
  .meta({ id: 'PlaceOfMatter' })
export const unitId = z.string().regex(/^[a-z0-9-]{2,40}$/)

export const relations = z
  .object({
    respondentUnitId: unitId.nullable(),
    respondentAccountId: uuid.nullable(),
    accusedUnitId: unitId.nullable(),
    accusedAccountId: uuid.nullable(),
  })
  .meta({ id: 'Relations' })

export const clockView = z
  .object({
    id: z.string(),
    kind: z.string(),
    whose: z.enum(['centre', 'unit', 'requester']),
    round: z.int(),
    clause: z.string(),
    pack: z.string(),
    calendar: z.string(),
    startAt: instant,
    dueAt: instant.describe('The first instant that is late'),
    dueOn: civilDate.describe('The last day in time'),
    outcome: z.enum(['pending', 'met', 'late', 'breached', 'waived']),
    metAt: instant.nullable(),
    provisional: z.boolean(),
    earlierDue: z.array(z.object({ dueAt: instant, dueOn: civilDate })),
    explanation: z.array(z.string()).describe('Sentences that say how the due time was counted'),
  })
  .meta({ id: 'Clock' })
export type ClockView = z.infer<typeof clockView>

export const fileView = z
  .object({ fileId: uuid, name: z.string(), mediaType: z.string(), size: z.int(), digest: z.string() })
  .meta({ id: 'FileView' })
export type FileView = z.infer<typeof fileView>

export const timelineEntry = z
  .object({
    version: z.int(),
    type: z.string(),
    at: instant,
    /** Who, as the reader may know it: a person's name and unit, 诉求人, or 系统. */
    by: z.string(),
    title: z.string().describe('One sentence, in the reader’s language'),
    clause: z.string().nullable(),
    texts: z.array(z.object({ role: z.string(), text: z.string() })),
    files: z.array(fileView),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof timelineEntry>

/** Every step that the reader's roles could take, with the refusal where it may not be taken now. */
export const allowed = z
  .object({ action: z.string(), refusal: z.object({ code: z.string(), clause: z.string().nullable(), title: z.string() }).nullable() })
  .meta({ id: 'Allowed' })
export type AllowedView = z.infer<typeof allowed>

const matter = {
  orderId: uuid,
  number: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  stage,
  channel,
  kind: kind.nullable(),
  subject: z.string().nullable(),
  place: place.nullable(),
  placeName: z.string(),
  grade: z.enum(grades),
  urgency: z.enum(urgencies),
  unitId: unitId.nullable(),
  unitName: z.string().nullable(),
  recordedAt: instant,
  acceptedAt: instant.nullable(),
  closureKind: z.enum(closureKinds).nullable(),
  round: z.int(),
}

/** A row of a work list. */
export const orderRow = z
  .object({
    ...matter,
    summary: z.string().describe('The first words of the matter'),
    /** The next open due time of whoever the stage waits for; null when nothing runs. */
    due: z.object({ clock: z.string(), dueAt: instant, dueOn: civilDate, overdue: z.boolean(), startAt: instant }).nullable(),
    waiting: z.array(z.enum(waitings)).describe('What of it waits for a decision of the centre'),
  })
  .meta({ id: 'OrderRow' })
export type OrderRow = z.infer<typeof orderRow>

/** 12-4: a special or emergency matter on the wall: its three acts, done or not, and every clock that runs for the centre or a unit. */
export const urgentRow = orderRow
  .extend({
    clocks: z.array(clockView.pick({ id: true, kind: true, startAt: true, dueAt: true, dueOn: true, outcome: true, metAt: true })),
  })
  .meta({ id: 'UrgentRow' })
export type UrgentRow = z.infer<typeof urgentRow>

/** One unit's part in an order. What another unit notes, asks and drafts among itself is null for a reader of a unit. */
export const assignmentView = z
  .object({
    assignmentId: z.string(),
    unitId,
    unitName: z.string(),
    role: z.enum(assignmentRoles),
    status: z.enum(assignmentStatuses),
    round: z.int(),
    receivedAt: instant,
    signedAt: instant.nullable(),
    bound: z.boolean().describe('Ruled or designated: not returned again'),
    isYours: z.boolean().describe('Of a unit that the reader works for'),
    draft: z.object({ reply: z.string(), internal: z.string().nullable(), proof: z.array(fileView), by: z.string() }).nullable(),
    approvedBy: z.string().nullable(),
    pendingReturn: z
      .object({
        by: z.string(),
        at: instant,
        late: z.boolean(),
        reason: z.string(),
        basis: z.string(),
        suggestedUnitId: unitId,
        suggestedUnitName: z.string(),
      })
      .nullable(),
    extension: z
      .object({
        status: z.enum(['asked', 'granted', 'refused']),
        days: z.int(),
        reason: z.string(),
        firstDueOn: civilDate,
        dueOn: civilDate.describe('The same as the first while nothing is granted'),
      })
      .nullable(),
    passedOn: z.object({ unitId, unitName: z.string(), at: instant, answered: z.boolean() }).nullable(),
  })
  .meta({ id: 'Assignment' })
export type AssignmentView = z.infer<typeof assignmentView>

/** Somebody who can be named for a sealed order. */
export const nameable = z
  .object({ accountId: uuid, name: z.string(), unitNames: z.array(z.string()), roles: z.array(z.string()) })
  .meta({ id: 'Nameable' })
export type Nameable = z.infer<typeof nameable>

/** 20c: number and status, and nothing else: whoever names the next keeper does not know what it is about. */
export const unattended = z.object({ orderId: uuid, number: z.string(), status: z.enum(statuses) }).meta({ id: 'Unattended' })
export type Unattended = z.infer<typeof unattended>

/** An order as its reader may see it; identity is masked, and null for who may not know it at all. */
export const orderView = z
  .object({
    ...matter,
    content: z.string(),
    addressDetail: z.string().nullable(),
    requester: z
      .object({ requesterId: uuid, name: z.string().nullable(), phone: z.string().nullable(), anonymous: z.boolean() })
      .nullable(),
    /** Null for who may not know of them. */
    relations: relations.nullable(),
    noneAccused: z.boolean().nullable().describe('20c: accepted with the word that whoever is named stands accused of nothing'),
    assignment: assignmentView
      .nullable()
      .describe('The one that the reader’s steps are about: of their own unit, else the one that stands for the order'),
    assignments: z.array(assignmentView).describe('All of them in the order of their dispatch, those that returned it included'),
    verification: z
      .object({
        unitId,
        unitName: z.string(),
        askedAt: instant,
        question: z.string(),
        finding: z.enum(verificationFindings).nullable(),
        answer: z.string().nullable(),
      })
      .nullable(),
    waiting: z.array(z.enum(waitings)),
    followUp: z
      .object({
        round: z.int(),
        status: z.string(),
        tries: z.int(),
        triedAt: z.array(instant).describe('When a person tried and reached nobody'),
        lastOutcome: z.string().nullable(),
        confirmedReason: z.enum(dissatisfactionReasons).nullable().describe('As a person confirmed it last'),
        isExplained: z.boolean().describe('13-3b: the unit has explained, on record'),
      })
      .nullable(),
    /** 12-4: null for ordinary matters. The third act is the dispatch. */
    acts: z
      .object({
        reportedAt: instant.nullable(),
        acknowledgedAt: instant.nullable(),
        calls: z.array(z.object({ unitId, unitName: z.string(), rank: z.int(), outcome: z.enum(unitCallOutcomes), at: instant })),
      })
      .nullable(),
    incidentId: uuid.nullable(),
    /** 13-3c: what the unit disputes; evidence and decision stand on the timeline. */
    dispute: z.object({ unitName: z.string(), grounds: z.string(), decision: z.enum(['out', 'stands']).nullable() }).nullable(),
    mark: z.enum(handlingMarks).nullable(),
    /** Clause 11: null while neither answered nor dispatched. */
    mode: z.enum([...answerModes, 'dispatch']).nullable(),
    /** 13-4: the order that this one repeats; its number only where the reader may see it. */
    repeatOf: z.object({ orderId: uuid, number: z.string().nullable() }).nullable(),
    pendingTermination: z.object({ opinion: z.string(), by: z.string() }).nullable(),
    pendingCorrection: z.object({ kind, subject: z.string(), place, reason: z.string() }).nullable(),
    withdrawalRequested: z.boolean(),
    /** 20c: null where it is not sealed. Without units: somebody who works here no more. */
    knownTo: z.array(nameable).nullable(),
    /** 20c: a wrong unit or person may stand accused; waits for a second person. Null for who may not know of it. */
    pendingClearing: z.object({ reason: z.string() }).nullable(),
    files: z.array(fileView),
    clocks: z.array(clockView),
    timeline: z.array(timelineEntry),
    allowed: z.array(allowed),
  })
  .meta({ id: 'Order' })
export type OrderView = z.infer<typeof orderView>

/** What became of a step. Whoever goes on with the order reads its page; many do not, and for some it has left their sight. */
export const stepTaken = z.object({ orderId: uuid, version: z.int(), stage }).meta({ id: 'StepTaken' })
export type StepTaken = z.infer<typeof stepTaken>

/** A ruling against a return, or a designation: who has to do what, for the next time. */
export const ruling = z
  .object({
    orderId: uuid,
    number: z.string(),
    type: z.enum(['return-refused', 'designated']),
    at: instant,
    subject: z.string().nullable(),
    placeName: z.string(),
    unitId,
    unitName: z.string(),
    grounds: z.string(),
    basis: z.string().nullable(),
  })
  .meta({ id: 'Ruling' })
export type Ruling = z.infer<typeof ruling>

/** 13-4: another order of the same person, for whoever asks whether this one repeats it. */
export const repeat = z
  .object({
    orderId: uuid,
    number: z.string(),
    recordedAt: instant,
    subject: z.string().nullable(),
    kind: kind.nullable(),
    placeName: z.string(),
    stage,
    closureKind: z.enum(closureKinds).nullable(),
    isSimilar: z.boolean().describe('The same subject in the same county, or three tenths of the words'),
    opinion: z.string().nullable().describe('Of the termination, where it was terminated'),
  })
  .meta({ id: 'Repeat' })
export type Repeat = z.infer<typeof repeat>

/** What was just recorded. The query code is told to the caller and stands in no later answer. */
export const recordedOrder = stepTaken
  .extend({ number: z.string(), queryCode: z.string().describe('Secret of the requester; shown once') })
  .meta({ id: 'RecordedOrder' })
export type RecordedOrder = z.infer<typeof recordedOrder>

export type Place = z.infer<typeof place>
export type Relations = z.infer<typeof relations>
