import type { Label } from './labels.ts'

/** What an item of the knowledge base is. @clause 15 */
export const knowledgeTypes = ['guide', 'law', 'explanation', 'hot-question', 'standard-answer', 'notice', 'instruction'] as const
export type KnowledgeType = (typeof knowledgeTypes)[number]

/** One source for the desks and for the columns of an import. */
export const knowledgeTypeLabels = {
  guide: { zh: '办事指南', en: 'Guide' },
  law: { zh: '法律法规', en: 'Law' },
  explanation: { zh: '政策解读', en: 'Explanation' },
  'hot-question': { zh: '热点问答', en: 'Hot question' },
  'standard-answer': { zh: '标准答案', en: 'Standard answer' },
  notice: { zh: '通知公告', en: 'Notice' },
  instruction: { zh: '业务指引', en: 'Instruction' },
} as const satisfies Readonly<Record<KnowledgeType, Label>>
