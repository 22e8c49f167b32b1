export { kindsMeant } from './kind.ts'
export type { Scored } from './scored.ts'
export { subjectsMeant } from './subject.ts'
