import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Job } from '../jobs/job.ts'

const aDay = 24 * 3_600_000
const keyLifeHours = 7 * 24

const ensurePartitions = async ({ clock, database }: App): Promise<void> => {
  const today = clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  await sql`select app.ensure_month_partitions(${today})`.execute(database)
}

const forgetKeys = async ({ clock, database }: App): Promise<void> => {
  await database
    .deleteFrom('idempotency')
    .where('at', '<', clock.now().subtract({ hours: keyLifeHours }))
    .execute()
}

/** What the program itself looks after. */
export const housekeeping: readonly Job[] = [
  { name: 'month-partitions', everyMs: aDay, work: ensurePartitions },
  { name: 'idempotency-keys', everyMs: aDay, work: forgetKeys },
]
