import { startClock, rulesAt } from '@open12345/domain/policy'
import { surgeOf } from '@open12345/domain/topic'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor } from '../../db/transaction.ts'
import { currentWorld } from '../calendar/index.ts'
import { heatOf } from './heat.ts'

/**
 * Warns whoever answers for it of what surges. Of one topic there is one open warning, and after a decision none for as long as the past is looked at.
 * @clause 19a
 */
export const warnOfSurges = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const at = app.clock.now()
    const rules = rulesAt(app.config.authorityId, at, await currentWorld(tx, app))
    if (!rules.ok) return
    const { settings } = rules.value.pack
    const { days, pastDays } = settings.topicWarning.value
    const { rows } = await sql<{ topic_id: string }>`
      select e.topic_id from topic_entry e
      where e.authority_id = app.authority() and e.at > ${at.subtract({ hours: days * 24 })} and not exists (
        select from topic_warning w where w.authority_id = e.authority_id and w.topic_id = e.topic_id
          and (w.state = 'open' or w.decided_at > ${at.subtract({ hours: pastDays * 24 })}))
      group by e.topic_id having count(*) > 1 order by e.topic_id`.execute(tx)
    if (rows.length === 0) return
    const heats = await heatOf(
      tx,
      rows.map(({ topic_id }) => topic_id),
      at,
      settings,
    )
    for (const { topic_id, lately, lately_people, lately_special, before } of heats) {
      const reasons = surgeOf({ messages: lately, people: lately_people, special: lately_special, before }, settings)
      const clock = startClock({ clock: 'warning', startAt: at }, rules.value)
      if (reasons.length === 0 || !clock.ok) continue
      await sql`
        insert into topic_warning (authority_id, warning_id, topic_id, reasons, raised_at, due_at, due_on, owner, state)
        values (app.authority(), ${newId(at)}, ${topic_id}, ${[...reasons]}::text[], ${at}, ${clock.value.dueAt},
          ${clock.value.dueOn}::date, 'centre', 'open')
        on conflict do nothing`.execute(tx)
      app.log.info({ topic: topic_id, reasons }, 'a topic surges')
    }
  })
