export { passedOn, whileOpen, type Owned, type WarningOwner, type WarningState } from './decide.ts'
export { topicRefusals } from './refusals.ts'
export { surgeOf, type SurgeReason } from './surge.ts'
