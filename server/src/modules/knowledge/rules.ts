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

export type CorrectionClock = {
  readonly dueAt: Temporal.Instant
  readonly dueOn: string
  readonly warnAt: Temporal.Instant | null
  readonly explanation: Explanation
}

/** By when a report of an error is to be dealt with. @clause 17a */
export const correctionClock = async (tx: Tx, app: App, startAt: Temporal.Instant): Promise<Decision<CorrectionClock>> => {
  const rules = rulesAt(app.config.authorityId, startAt, await currentWorld(tx, app))
  if (!rules.ok) return rules
  const started = startClock({ clock: 'knowledge-correction', startAt }, rules.value)
  if (!started.ok) return started
  const { dueAt, dueOn, explanation } = started.value
  const [warnAt = null] = warningsOf('knowledge-correction', startAt, dueAt, rules.value)
  return accept({ dueAt, dueOn, warnAt, explanation })
}
