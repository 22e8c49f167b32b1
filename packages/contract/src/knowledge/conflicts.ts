import { z } from 'zod'
import { civilDate, instant, route, uuid } from '../kernel/index.ts'
import { words } from '../work-order/index.ts'

const conflicting = z.object({
  itemId: uuid,
  version: z.int().nullable().describe('Null: the draft that is looked at'),
  title: z.string(),
  unitName: z.string(),
  passage: z.string(),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
})
const kinds = ['working-days', 'days', 'hours', 'amount', 'percent', 'phone', 'document'] as const

/** Two items that answer one question differently. */
export const conflictView = z
  .object({
    one: conflicting,
    other: conflicting,
    differing: z
      .array(z.object({ kind: z.enum(kinds), one: z.array(z.string()), other: z.array(z.string()) }))
      .describe('Figures that disagree; none where the words do'),
    settled: z
      .object({ reason: z.string(), by: z.string(), at: instant })
      .nullable()
      .describe('Why it is no conflict; until either changes'),
  })
  .meta({ id: 'KnowledgeConflict' })
export type ConflictView = z.infer<typeof conflictView>

const tag = 'knowledge'
const access = { kind: 'staff', action: 'knowledge.publish' } as const
const version = z.int().min(1)

export const conflictRoutes = {
  listKnowledgeConflicts: route({
    method: 'GET',
    path: '/knowledge-conflicts',
    summary: '可能矛盾的条目 Items that seem to contradict each other',
    tag,
    access,
    query: z.object({ state: z.enum(['open', 'settled']).default('open') }),
    response: z.object({ items: z.array(conflictView) }),
  }),
  listDraftConflicts: route({
    method: 'GET',
    path: '/knowledge-drafts/:draftId/conflicts',
    summary: '发布前的矛盾检查 What a draft would contradict if it were published',
    tag,
    access,
    params: z.object({ draftId: uuid }),
    response: z.object({ items: z.array(conflictView) }),
  }),
  settleKnowledgeConflict: route({
    method: 'POST',
    path: '/knowledge-conflicts/settle',
    summary: '不矛盾，说明理由 These two versions do not contradict each other, and why',
    tag,
    access,
    body: z.object({ oneItemId: uuid, oneVersion: version, otherItemId: uuid, otherVersion: version, reason: words(500) }),
    response: z.object({}),
    command: true,
  }),
} as const
