export { accept, refuse, type Decision } from './decision.ts'
export type { Refusal, RefusalNature, RefusalTable, RefusalText } from './refusal.ts'
