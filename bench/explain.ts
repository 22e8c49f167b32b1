import { rulesAt, startClock } from '@open12345/domain/policy'
import { knownWorld } from '../server/src/modules/calendar/known-world.ts'

const kinds = ['consultation', 'help', 'complaint', 'suggestion'] as const
const questions = 100_000

/** Explained deadlines a second on one core, over a year of starting instants, warm. */
export const explainRate = (): { readonly perSecond: number } => {
  const first = Temporal.Instant.from('2026-01-05T01:00:00Z')
  const run = (): void => {
    for (let one = 0; one < questions; one++) {
      const startAt = first.add({ minutes: (one * 37) % 500_000 })
      const rules = rulesAt('liangshan', startAt, knownWorld)
      if (!rules.ok) throw new Error('no rules')
      const kind = kinds[one % kinds.length] ?? 'help'
      const started = startClock({ clock: 'handle', startAt, kind, subject: 'wages', urgency: 'ordinary', source: 'phone' }, rules.value)
      if (!started.ok) throw new Error(started.refusal.code)
    }
  }
  run()
  const begun = performance.now()
  run()
  return { perSecond: questions / ((performance.now() - begun) / 1000) }
}
