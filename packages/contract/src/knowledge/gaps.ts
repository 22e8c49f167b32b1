import { z } from 'zod'
import { civilDate, instant, route, uuid } from '../kernel/index.ts'
import { words } from '../work-order/index.ts'

const question = words(60).min(2)
const unitId = z.string().regex(/^[a-z0-9-]{2,40}$/)

/** What three people or more asked and did not find; nothing of who they were is known. */
export const knowledgeGap = z
  .object({
    question: z.string(),
    alike: z.array(z.string()).describe('Other ways in which it was asked'),
    occasions: z.int(),
    firstOn: civilDate,
    lastOn: civilDate,
  })
  .meta({ id: 'KnowledgeGap' })
export type KnowledgeGap = z.infer<typeof knowledgeGap>

export const requestView = z
  .object({
    requestId: uuid,
    kind: z.enum(['gap', 'standard-answer']),
    question: z.string(),
    words: z.string().nullable(),
    unitName: z.string(),
    by: z.string(),
    at: instant,
    due: z.object({ dueAt: instant, dueOn: civilDate, startAt: instant }),
    overdue: z.boolean(),
    explanation: z.array(z.string()).describe('Sentences that say how the due time was counted'),
    urgedAt: instant.nullable(),
    state: z.enum(['open', 'answered', 'declined']),
    reason: z.string().nullable(),
    answeredBy: z.object({ itemId: uuid, version: z.int(), title: z.string() }).nullable(),
    closedAt: instant.nullable(),
    allowed: z.array(z.enum(['write', 'decline'])),
  })
  .meta({ id: 'KnowledgeRequest' })
export type RequestView = z.infer<typeof requestView>

const tag = 'knowledge'
const publishing = { kind: 'staff', action: 'knowledge.publish' } as const

/** 第十六条: what is asked and not found, and who is asked to write it. */
export const gapRoutes = {
  listKnowledgeGaps: route({
    method: 'GET',
    path: '/knowledge-gaps',
    summary: '没有答案的问题 What was asked by three or more and not found, the most asked first',
    tag,
    access: publishing,
    response: z.object({ items: z.array(knowledgeGap) }),
  }),
  dismissKnowledgeGap: route({
    method: 'POST',
    path: '/knowledge-gaps/dismiss',
    summary: '不需要条目 No item is wanted for this question',
    tag,
    access: publishing,
    body: z.object({ question, reason: words(500) }),
    response: z.object({}),
    command: true,
  }),
  listKnowledgeRequests: route({
    method: 'GET',
    path: '/knowledge-requests',
    summary: '请单位提供的条目 Items that owners are asked for, the earliest due first; closed ones newest first',
    tag,
    access: { kind: 'staff', action: 'knowledge.read-reports' },
    query: z.object({ state: z.enum(['open', 'closed']).default('open') }),
    response: z.object({ items: z.array(requestView) }),
  }),
  requestKnowledge: route({
    method: 'POST',
    path: '/knowledge-requests',
    summary: '请单位提供条目或者标准答案 Ask an owner for an item, or for the standard answer to a hot issue',
    tag,
    access: publishing,
    body: z.object({ kind: z.enum(['gap', 'standard-answer']), question, ownerUnitId: unitId, words: words(500).nullable().default(null) }),
    response: requestView,
    status: 201,
    command: true,
  }),
  declineKnowledgeRequest: route({
    method: 'POST',
    path: '/knowledge-requests/:requestId/decline',
    summary: '不能提供，说明理由 The owner, or the centre, says why no item will come of it',
    tag,
    access: { kind: 'staff', action: 'knowledge.answer' },
    params: z.object({ requestId: uuid }),
    body: z.object({ reason: words(500) }),
    response: requestView,
    command: true,
  }),
} as const
