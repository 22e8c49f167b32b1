import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { civilDate, settingsAt } from './rules.ts'

/**
 * Urges whoever answers for an item: before its review is due and when it is late, and the same for reports of errors and
 * for items that it was asked for. Each is written once for its
 * due day, however often and in however many processes this runs.
 * @clause 16c
 */
export const urgeOwners = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const at = app.clock.now()
    const settings = await settingsAt(tx, app, at)
    if (!settings.ok) return
    const today = civilDate(at)
    const warnUntil = Temporal.PlainDate.from(today).add({ days: settings.value.knowledgeReviewWarnDays.value }).toString()
    await sql`
      insert into knowledge_urging (authority_id, subject_id, kind, due_on, urged_at)
      select k.authority_id, k.item_id, case when k.review_on < ${today}::date then 'review-late' else 'review-near' end, k.review_on, ${at}::timestamptz
      from knowledge_item k
      where k.authority_id = app.authority() and k.superseded_at is null and k.status = 'published' and k.review_on <= ${warnUntil}::date
      union all
      select r.authority_id, r.report_id, case when r.due_at <= ${at} then 'report-late' else 'report-near' end, r.due_on, ${at}::timestamptz
      from knowledge_report r
      where r.authority_id = app.authority() and r.closed_at is null and coalesce(r.warn_at, r.due_at) <= ${at}
      union all
      select q.authority_id, q.request_id, case when q.due_at <= ${at} then 'request-late' else 'request-near' end, q.due_on, ${at}::timestamptz
      from knowledge_request q
      where q.authority_id = app.authority() and q.closed_at is null and coalesce(q.warn_at, q.due_at) <= ${at}
      on conflict do nothing`.execute(tx)
  })
