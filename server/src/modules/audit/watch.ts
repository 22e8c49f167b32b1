import { nightHours, watchRules, type WatchRule } from '@open12345/domain/identity'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'

// What the last look may have missed: records that were committed late, and hours in which the program stood still.
const lookBackHours = 24

const raise = async (tx: Tx, rule: WatchRule, now: Temporal.Instant): Promise<number> => {
  // What is written in this millisecond is in it.
  const until = now.subtract({ hours: rule.afterHours }).add({ milliseconds: 1 })
  const since = until.subtract({ hours: lookBackHours }).round({ smallestUnit: 'hour', roundingMode: 'trunc' })
  const { rows } = await sql<{
    raised: number
  }>`select audit.raise_unusual(${rule.id}, ${[...rule.actions]}::text[], ${[...rule.scopes]}::text[],
    ${rule.condition}, ${rule.counts}, ${rule.atLeast}, ${nightHours.from}, ${nightHours.to}, ${since}, ${until}, ${now}) as raised`.execute(
    tx,
  )
  return rows[0]?.raised ?? 0
}

/** Looks at what was read since yesterday and raises a warning for each hour in which somebody read unusually. @clause 20b */
export const watchReading = async (app: App): Promise<number> => {
  const now = app.clock.now()
  let raised = 0
  for (const rule of watchRules) raised += await asActor(app.database, systemActor(app.config.authorityId), (tx) => raise(tx, rule, now))
  // The sentence that whoever watches the log looks for; who and what stands in the list.
  if (raised > 0) app.log.warn({ raised }, 'unusual reading: see the list of warnings')
  return raised
}
