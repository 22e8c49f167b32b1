/** Rights that several roles hold together; the clause stands beside each. Whoever answers people reads what is told, and says where it is wrong. */
export const readsKnowledge = { 'knowledge.read': '15', 'knowledge.report': '17a' } as const

/** Whoever provides an item, and the centre for all: hears what is said of it, and takes it along. */
export const looksAfterKnowledge = { 'knowledge.read-reports': '17a', 'knowledge.export': '16c' } as const

/** 谁提供、谁负责: the owner's reviewer for what it provides, the centre for all. */
export const answersForKnowledge = { 'knowledge.withdraw': '16c', 'knowledge.answer': '17a', ...looksAfterKnowledge } as const

/** Whoever watches over the whole sees besides what many tell, and answers for its warnings. */
export const watches = { ...readsKnowledge, 'topic.read': '19a', 'topic.decide': '19a' } as const

export const triesLines = { 'linkage.read': '14', 'linkage.record': '14', 'linkage.drill': '14' } as const

/** Units, places, and which of them a matter belongs to. */
export const knowsWhose = { 'unit.list': '11-2', 'catalogue.read': '11-2', 'place.list': '10-record' } as const

/** What every desk of a unit looks up. */
export const looksUpAtUnit = { 'live.listen': '18b', 'calendar.read': '12-2b', ...knowsWhose } as const
