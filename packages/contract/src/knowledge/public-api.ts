import { z } from 'zod'
import { instant, page, pageQuery, route } from '../kernel/index.ts'
import { knowledgeItem } from './item.ts'

/** 第十七条 向基层和社会开放: what is told, for whoever wants to tell it on. */
export const publicKnowledgeRoutes = {
  listPublicKnowledge: route({
    method: 'GET',
    path: '/knowledge-feed',
    summary: '知识开放接口 Every item in force by when its version was published; an item that is not here any more is not told any more',
    tag: 'knowledge',
    access: { kind: 'public' },
    query: z.object({ ...pageQuery, updatedSince: instant.optional().describe('Versions published at this instant or later') }),
    response: page(knowledgeItem.extend({ publishedAt: instant }).meta({ id: 'PublicKnowledgeItem' })),
    cachedForSeconds: 60,
  }),
} as const
