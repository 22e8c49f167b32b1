import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'

/** Longer than any draft takes. */
const longestMinutes = 5

/** Drafts that nobody read, or that the program was stopped in. May be killed anywhere and run again. */
export const stopLeftDrafts = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const at = app.clock.now()
    await sql`update model_draft set state = 'stopped', ended_at = ${at}
      where authority_id = app.authority() and ended_at is null and at < ${at.subtract({ minutes: longestMinutes })}`.execute(tx)
  })

/** Whether the model answered when it was last asked, today or yesterday; undefined where nobody asked. Scope: system. */
export const modelAnswers = async (tx: Tx, at: Temporal.Instant): Promise<boolean | undefined> => {
  const { rows } = await sql<{ failure: string | null }>`
    select failure from model_draft
    where authority_id = app.authority() and state in ('finished', 'failed') and at > ${at.subtract({ hours: 48 })}
    order by model_draft_id desc limit 1`.execute(tx)
  const [last] = rows
  return last && (last.failure === null || last.failure === 'too-long')
}
