/** What an item of the knowledge base is. @clause 15 */
export const knowledgeTypes = ['guide', 'law', 'explanation', 'hot-question', 'standard-answer', 'notice', 'instruction'] as const
export type KnowledgeType = (typeof knowledgeTypes)[number]
