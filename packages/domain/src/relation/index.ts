export { relationsSuggested, type PersonHint, type Suggestion } from './suggested.ts'
export { unitNames, type NamedUnit, type UnitNames } from './unit-names.ts'
export type { Stretch } from './mentions.ts'
