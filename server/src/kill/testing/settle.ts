import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

/** What still wants something done at an instant of the program's clock. */
const waitingAt = `select
  (select count(*)::int from outbox where state in ('waiting', 'sending')) as messages,
  (select count(*)::int from outbox where state = 'unknown') as unknown,
  (select count(*)::int from outbox where template = 'follow-up' and told_at is null) as untold,
  (select count(*)::int from work_order where attention_at <= $1 and status <> 'closed') as orders,
  (select count(*)::int from audit.pending) as unsealed`

type Waiting = Readonly<Record<'messages' | 'unknown' | 'untold' | 'orders' | 'unsealed', number>>

const patienceMs = 90_000

/** Undefined: everything came to rest. Otherwise what waits although nothing is in its way any more. */
export const untilSettled = async (owner: Pool, now: () => Temporal.Instant, decide: () => Promise<void>): Promise<string | undefined> => {
  let waiting: Waiting | undefined
  for (const begun = performance.now(); performance.now() - begun < patienceMs; await pause(250)) {
    waiting = (await owner.query<Waiting>(waitingAt, [now()])).rows[0]
    if (Object.values(waiting ?? {}).every((count) => count === 0)) return undefined
    if ((waiting?.unknown ?? 0) > 0) await decide()
  }
  return `waits for ever: ${JSON.stringify(waiting)}`
}
