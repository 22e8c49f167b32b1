import { accept, type Decision } from '@open12345/domain/kernel'
import { rulesAt, startClock, warningsOf, type Explanation, type Settings } from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { currentWorld } from '../calendar/index.ts'

export const civilDate = (at: Temporal.Instant): string => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

/** The pack's values for reviews; refused where no norm is in force. */
export const settingsAt = async (tx: Tx, app: App, at: Temporal.Instant): Promise<Decision<Settings>> => {
  const rules = rulesAt(app.config.authorityId, at, await currentWorld(tx, app))
  return rules.ok ? accept(rules.value.pack.settings) : rules
}

export type KnowledgeClock = {
  readonly dueAt: Temporal.Instant
  readonly dueOn: string
  readonly warnAt: Temporal.Instant | null
  readonly explanation: Explanation
}

/** By when a report of an error is to be dealt with, or an item that was asked for is to be there. @clause 16b @clause 17a */
export const knowledgeClock = async (
  tx: Tx,
  app: App,
  clock: 'knowledge-correction' | 'standard-answer',
  startAt: Temporal.Instant,
): Promise<Decision<KnowledgeClock>> => {
  const rules = rulesAt(app.config.authorityId, startAt, await currentWorld(tx, app))
  if (!rules.ok) return rules
  const started = startClock({ clock, startAt }, rules.value)
  if (!started.ok) return started
  const { dueAt, dueOn, explanation } = started.value
  const [warnAt = null] = warningsOf(clock, startAt, dueAt, rules.value)
  return accept({ dueAt, dueOn, warnAt, explanation })
}
