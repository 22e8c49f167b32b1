import { accept, type Decision } from '../kernel/index.ts'
import type { Explanation } from './explanation.ts'
import type { ClockQuestion } from './question.ts'
import { rulesAt, type WhatIf, type World } from './rules.ts'
import { startClock } from './start-clock.ts'

/** A question from outside: for which authority, and under which pack and calendar if not its own. */
export type Question = ClockQuestion & { readonly authority: string } & WhatIf

/**
 * Explains a due time for any kind, source, start and authority.
 * Refuses what `rulesAt` and `startClock` refuse; first of all `policy.none-in-force` (第二十八条).
 * @clause 28
 */
export const explain = (question: Question, world: World): Decision<Explanation> => {
  const rules = rulesAt(question.authority, question.startAt, world, question)
  if (!rules.ok) return rules
  const started = startClock(question, rules.value)
  return started.ok ? accept(started.value.explanation) : started
}
