import { z } from 'zod'
import { civilDate, route, uuid } from '../kernel/index.ts'

export const knowledgeItem = z
  .object({
    itemId: uuid,
    version: z.int(),
    title: z.string(),
    body: z.string(),
    unitName: z.string(),
    source: z.string().describe('Issuing document'),
    validFrom: civilDate,
    validTo: civilDate.nullable(),
  })
  .meta({ id: 'KnowledgeItem' })
export type KnowledgeItem = z.infer<typeof knowledgeItem>

export const knowledgeRoutes = {
  searchKnowledge: route({
    method: 'GET',
    path: '/knowledge',
    summary: '知识检索 Search the knowledge base',
    tag: 'knowledge',
    access: { kind: 'public' },
    query: z.object({ text: z.string().trim().max(50).default('') }),
    response: z.object({ items: z.array(knowledgeItem) }),
  }),
  readKnowledge: route({
    method: 'GET',
    path: '/knowledge/:itemId',
    summary: '知识条目 A knowledge item',
    tag: 'knowledge',
    access: { kind: 'public' },
    params: z.object({ itemId: uuid }),
    response: knowledgeItem,
  }),
} as const
