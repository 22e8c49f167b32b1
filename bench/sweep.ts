import { sql } from 'kysely'
import type { App } from '../server/src/app.ts'
import type { EmbeddedDatabase } from '../server/src/db/embedded/index.ts'
import { openPool } from '../server/src/db/pool.ts'
import { sweepClocks } from '../server/src/modules/work-order/index.ts'
import { settableClock } from '../server/src/time/clock.ts'

const due = 500

/** A sweep costs by what is due: once with nothing due, once with five hundred orders. */
export const measureSweep = async (app: App, database: EmbeddedDatabase): Promise<Readonly<Record<string, number>>> => {
  const owner = openPool({ url: database.ownerUrl, max: 1 })
  try {
    const { rows } = await owner.query<{ open: string; at: string | null }>(
      `select (select count(*) from work_order_clock where outcome in ('pending', 'breached'))::text as open,
        (select attention_at from work_order where attention_at is not null order by attention_at offset ${due - 1} limit 1)::text as at`,
    )
    await sql`select 1`.execute(app.database)
    const timed = async (at: Temporal.Instant): Promise<{ ms: number; swept: number }> => {
      const begun = performance.now()
      const swept = await sweepClocks({ ...app, clock: settableClock(at) })
      return { ms: performance.now() - begun, swept }
    }
    const idle = await timed(Temporal.Instant.from('2000-01-01T00:00:00Z'))
    const at = rows[0]?.at
    const busy = at ? await timed(Temporal.Instant.from(at.replace(' ', 'T').replace(/\+00$/, 'Z'))) : { ms: 0, swept: 0 }
    return { openClocks: Number(rows[0]?.open), nothingDueMs: idle.ms, due: busy.swept, dueMsEach: busy.ms / Math.max(1, busy.swept) }
  } finally {
    await owner.end()
  }
}
