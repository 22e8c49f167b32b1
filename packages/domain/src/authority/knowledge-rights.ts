/** Rights of the base that several roles hold together; the clause stands beside each. Whoever answers people reads what is told, and says where it is wrong. */
export const readsKnowledge = { 'knowledge.read': '15', 'knowledge.report': '17a' } as const

/** Whoever provides an item, and the centre for all: hears what is said of it, and takes it along. */
export const looksAfterKnowledge = { 'knowledge.read-reports': '17a', 'knowledge.export': '16c' } as const

/** 谁提供、谁负责: the owner's reviewer for what it provides, the centre for all. */
export const answersForKnowledge = { 'knowledge.withdraw': '16c', 'knowledge.answer': '17a', ...looksAfterKnowledge } as const
