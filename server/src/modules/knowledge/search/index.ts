export { chooseKnowledge } from './choices.ts'
export { keepEntry, readAnew } from './entry.ts'
export { findKnowledge, type KnowledgeAsked, type KnowledgeHit } from './find.ts'
export { searchKnowledge } from './search.ts'
