import type { ClauseId } from '@open12345/domain/clauses'

/** One small lie in the code. `find` stands exactly once in the file; where the lie is told, a test named for the clause must turn red. */
export type Sabotage = {
  readonly clause: ClauseId
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly why: string
}
