import { regroup, type Message } from '@open12345/language/grouping'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { countEntries, dropUnfit, holdingOf, messageOf, moveEntries, newest, recountGrams, type Kept } from './entries.ts'
import { awakeFor } from './join.ts'

/** So many at most, because everything is compared with everything. */
const most = 1_200

/** Each group keeps the topic that most of it stood in; a topic that falls apart goes with its largest part. */
const topicsOf = (entries: readonly Kept[], groups: readonly number[], fresh: () => string): ReadonlyMap<string, string> => {
  const moved = new Map<string, string>()
  const taken = new Set<string>()
  const parts = [...Map.groupBy(entries.keys(), (at) => groups[at]).values()].toSorted((one, other) => other.length - one.length)
  for (const part of parts) {
    const stood = Map.groupBy(
      part.flatMap((at) => entries[at] ?? []),
      ({ topicId }) => topicId,
    )
    const [kept] = [...stood]
      .filter(([topicId]) => !taken.has(topicId))
      .toSorted(([id, one], [otherId, other]) => other.length - one.length || (id < otherId ? -1 : 1))
    const topicId = kept?.[0] ?? fresh()
    taken.add(topicId)
    for (const [stoodIn, all] of stood) if (stoodIn !== topicId) for (const { orderId } of all) moved.set(orderId, topicId)
  }
  return moved
}

const isDue = async (tx: Tx, today: string): Promise<boolean> => {
  const claimed = await sql`
    insert into topic_regrouping (authority_id, on_day) values (app.authority(), ${today}::date)
    on conflict (authority_id) do update set on_day = excluded.on_day where topic_regrouping.on_day < excluded.on_day`.execute(tx)
  return claimed.numAffectedRows === 1n
}

const regroupAll = async (tx: Tx, at: Temporal.Instant): Promise<void> => {
  await recountGrams(tx)
  const entries = await newest(tx, at.subtract(awakeFor), most)
  const holding = await holdingOf(tx, [...new Set(entries.flatMap(({ counts }) => [...counts.keys()]))])
  const count = await countEntries(tx)
  const messages = entries.map((entry): Message<string> => messageOf(entry, count, holding))
  await moveEntries(
    tx,
    topicsOf(entries, regroup(messages), () => newId(at)),
  )
}

/** Once a day, so that in which order they came matters little in the end. What no topic may hold any more goes at each look. */
export const tidy = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const at = app.clock.now()
    await dropUnfit(tx, at.subtract({ hours: 2 * awakeFor.hours }))
    const today = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
    if (await isDue(tx, today)) await regroupAll(tx, at)
  })
