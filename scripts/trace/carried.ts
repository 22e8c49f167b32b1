import type { ClauseId } from '@open12345/domain/clauses'

/** A claim that a clause is carried. It holds only while rules name the clause, tests named for it pass and none fails. */
export type Claim<Id extends string = ClauseId> = { readonly clause: Id; readonly note?: string }

/** Written by hand, in the order of the regulation: what this list does not name is not-yet, whatever rules and tests there are. */
export const carried: readonly Claim[] = [
  { clause: '2-channels', note: '电话（模拟）、网页 phone (simulated) and web' },
  { clause: '3-mechanism' },
  { clause: '9-1' },
  { clause: '9-2' },
  { clause: '9-3' },
  { clause: '9-4' },
  { clause: '9-5' },
  { clause: '9-6' },
  { clause: '9-7' },
  { clause: '9-guide' },
  { clause: '10-record' },
  { clause: '11-1', note: '直接解答 direct answer' },
  { clause: '11-2' },
  { clause: '11-3a' },
  { clause: '11-3b' },
  { clause: '11-3c' },
  { clause: '12-0' },
  { clause: '12-1' },
  { clause: '12-2a' },
  { clause: '12-2b' },
  { clause: '12-2c' },
  { clause: '12-3' },
  { clause: '12-4a' },
  { clause: '12-4b' },
  { clause: '12-5' },
  { clause: '13-1' },
  { clause: '13-2' },
  { clause: '13-3a' },
  { clause: '13-3b' },
  { clause: '13-3c' },
  { clause: '13-3d' },
  { clause: '13-4' },
  { clause: '24-publicity' },
  { clause: '26' },
  { clause: '27' },
  { clause: '28' },
]
