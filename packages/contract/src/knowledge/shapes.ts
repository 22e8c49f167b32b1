import { knowledgeTypes } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { civilDate, instant, uuid } from '../kernel/index.ts'
import { words } from '../work-order/index.ts'

const line = (max: number) => words(max).refine((text) => !text.includes('\n'), { message: '请写在一行里' })
export const placeCode = z.string().regex(/^\d{6}(\d{3})?$/)
const unitId = z.string().regex(/^[a-z0-9-]{2,40}$/)

/** 15: what an item tells, by the entry standard. Plain text: what looks like a tag is shown as it was typed. */
export const knowledgeContent = z
  .object({
    type: z.enum(knowledgeTypes),
    title: line(100).min(2),
    variants: z.array(line(100)).max(20).describe('Other ways in which people ask it'),
    keywords: z.array(line(20)).min(1).max(20),
    body: words(10_000).min(2),
    ownerUnitId: unitId,
    document: z.object({
      name: line(300).min(2),
      number: line(60).nullable(),
      article: line(60).nullable().describe('Asked for where it is a law'),
    }),
    region: placeCode.nullable().describe('Null: the whole prefecture'),
    validFrom: civilDate,
    validTo: civilDate.nullable().describe('The last day; null: until it is withdrawn'),
    reviewOn: civilDate.nullable().describe('Null: as long after publication as the norm says for its type'),
  })
  .meta({ id: 'KnowledgeContent' })
export type KnowledgeContent = z.infer<typeof knowledgeContent>

/** What a list or an export is narrowed to. */
export const knowledgeFilter = z.object({ text: z.string().trim().max(50).default(''), type: z.enum(knowledgeTypes).optional() })

export const draftStates = ['draft', 'owner-review', 'centre-review', 'returned', 'published', 'dropped'] as const
export const draftActs = ['write', 'submit', 'drop', 'vouch', 'owner-send-back', 'publish', 'centre-send-back'] as const
export const stepKinds = [
  'written',
  'rewritten',
  'submitted',
  'vouched',
  'owner-sent-back',
  'published',
  'centre-sent-back',
  'dropped',
  'withdrawn',
  'confirmed',
] as const

export const knowledgeStep = z
  .object({ kind: z.enum(stepKinds), version: z.int().nullable(), by: z.string(), at: instant, reason: z.string().nullable() })
  .meta({ id: 'KnowledgeStep' })
export type KnowledgeStep = z.infer<typeof knowledgeStep>

export const reviewView = z.object({
  on: civilDate,
  nearness: z.enum(['far', 'near', 'late']),
  urgedAt: instant.nullable().describe('When its owner was last urged'),
})

export const knowledgeRow = z
  .object({
    itemId: uuid,
    version: z.int(),
    type: z.enum(knowledgeTypes),
    title: z.string(),
    unitName: z.string(),
    validFrom: civilDate,
    validTo: civilDate.nullable(),
    inForce: z.boolean().describe('Found by search today'),
    withdrawn: z.boolean(),
    review: reviewView,
    openReports: z.int(),
  })
  .meta({ id: 'KnowledgeRow' })
export type KnowledgeRow = z.infer<typeof knowledgeRow>

export const knowledgeVersion = z
  .object({
    version: z.int(),
    content: knowledgeContent,
    unitName: z.string(),
    source: z.string(),
    publishedAt: instant,
    supersededAt: instant.nullable(),
    withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'KnowledgeVersion' })
export type KnowledgeVersion = z.infer<typeof knowledgeVersion>

export const knowledgeDetail = z
  .object({
    itemId: uuid,
    versions: z.array(knowledgeVersion).describe('Newest first; the first is told now unless it is withdrawn'),
    inForce: z.boolean(),
    review: reviewView,
    openReports: z.int(),
    draftId: uuid.nullable().describe('The version on its way, for whoever may see it'),
    steps: z.array(knowledgeStep),
    allowed: z.array(z.enum(['revise', 'withdraw', 'confirm', 'report'])),
  })
  .meta({ id: 'KnowledgeDetail' })
export type KnowledgeDetail = z.infer<typeof knowledgeDetail>

export const draftView = z
  .object({
    draftId: uuid,
    itemId: uuid,
    baseVersion: z.int().nullable(),
    state: z.enum(draftStates),
    revision: z.int(),
    content: knowledgeContent,
    unitName: z.string(),
    movedAt: instant,
    steps: z.array(knowledgeStep),
    allowed: z.array(z.enum(draftActs)),
  })
  .meta({ id: 'KnowledgeDraft' })
export type DraftView = z.infer<typeof draftView>

export const reportView = z
  .object({
    reportId: uuid,
    itemId: uuid,
    version: z.int(),
    title: z.string(),
    unitName: z.string(),
    from: z.enum(['staff', 'citizen']),
    words: z.string(),
    at: instant,
    state: z.enum(['open', 'accepted', 'answered', 'rejected']),
    due: z.object({ dueAt: instant, dueOn: civilDate, startAt: instant }),
    overdue: z.boolean(),
    explanation: z.array(z.string()).describe('Sentences that say how the due time was counted'),
    urgedAt: instant.nullable(),
    reason: z.string().nullable(),
    decidedAt: instant.nullable(),
    answeredVersion: z.int().nullable(),
    closedAt: instant.nullable(),
    allowed: z.array(z.enum(['accept', 'reject'])),
  })
  .meta({ id: 'KnowledgeReport' })
export type ReportView = z.infer<typeof reportView>
