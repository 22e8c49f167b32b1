import type { Clause } from './clause.ts'
import { clauses } from './data/liangshan-2023-18.ts'

export type { Clause } from './clause.ts'
export { clauses } from './data/liangshan-2023-18.ts'

export type ClauseId = (typeof clauses)[number]['id']

const byId: ReadonlyMap<string, Clause> = new Map(clauses.map((clause) => [clause.id, clause]))
export const clauseOf = (id: ClauseId): Clause => byId.get(id) as Clause
export const isClauseId = (text: string): text is ClauseId => byId.has(text)
