import type { TopicView } from '@open12345/contract/topic'
import { sharedStretches } from '@open12345/language/grouping'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import { findUnit, placeNames } from '../organisation/index.ts'
import { rowsOf, type Found } from '../work-order/index.ts'
import type { Heat } from './heat.ts'
import { newestWarnings, type WarningRow } from './warnings.ts'

const [samplesRead, samplesShown, daysShown] = [8, 3, 14]

const text = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })
const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()

const daysOf = (times: readonly number[], at: Temporal.Instant): number[] => {
  const days = Array.from({ length: daysShown }, () => 0)
  for (const time of times) {
    const ago = dayOf(Temporal.Instant.fromEpochMilliseconds(time)).until(dayOf(at)).days
    const place = daysShown - 1 - ago
    if (ago >= 0 && place >= 0) days[place] = (days[place] ?? 0) + 1
  }
  return days
}

type Sample = Found & { readonly topic_id: string }

/** The newest orders of each, of those that the actor may see. */
const samplesOf = async (tx: Tx, topicIds: readonly string[]): Promise<readonly Sample[]> => {
  const { rows } = await sql<Sample>`
    select e.topic_id, o.order_id, o.number, o.state from unnest(${[...topicIds]}::uuid[]) as wanted (topic_id) cross join lateral (
      select m.topic_id, m.order_id, m.at from topic_entry m where m.authority_id = app.authority() and m.topic_id = wanted.topic_id
      order by m.at desc, m.order_id limit ${samplesRead}
    ) as e join work_order o on o.authority_id = app.authority() and o.order_id = e.order_id
    order by e.at desc, e.order_id`.execute(tx)
  return rows
}

/** A stretch that stands in other topics as well says little of this one. */
const usualAmong = (others: readonly (readonly string[])[]) => (stretch: string) =>
  others.length === 0 ? 0 : others.filter((texts) => texts.some((one) => one.includes(stretch))).length / others.length

const warningView = async (tx: Tx, row: WarningRow | undefined): Promise<TopicView['warning']> =>
  row === undefined
    ? null
    : {
        reasons: row.reasons,
        raisedAt: text(row.raised_at),
        dueAt: text(row.due_at),
        dueOn: row.due_on.toString(),
        owner: row.owner,
        ownerUnitName: row.owner_unit_id === null ? null : ((await findUnit(tx, row.owner_unit_id))?.name ?? row.owner_unit_id),
        state: row.state,
        incidentId: row.incident_id,
        reason: row.reason,
        decidedAt: row.decided_at === null ? null : text(row.decided_at),
      }

/** Topics as this reader may know them: counted, named and shown by the orders that they see. @clause 20c */
export const topicViews = async (tx: Tx, app: App, actor: Actor, heats: readonly Heat[], at: Temporal.Instant): Promise<TopicView[]> => {
  const ids = heats.map(({ topic_id }) => topic_id)
  const found = await samplesOf(tx, ids)
  const rows = new Map((await rowsOf(tx, app, actor, found, at)).map((row) => [row.orderId, row]))
  const samples = Map.groupBy(found, ({ topic_id }) => topic_id)
  const rowsFor = (topicId: string) => (samples.get(topicId) ?? []).flatMap(({ order_id }) => rows.get(order_id) ?? [])
  const wordsOf = (topicId: string): readonly string[] => rowsFor(topicId).map(({ summary }) => summary)
  const warnings = await newestWarnings(tx, ids)
  const counties = await placeNames(tx, [...new Set(heats.flatMap(({ county }) => county ?? []))])
  const views: TopicView[] = []
  for (const { topic_id, county, first_at, last_at, times, messages, people, lately } of heats)
    views.push({
      topicId: topic_id,
      shared: [...sharedStretches(wordsOf(topic_id), usualAmong(ids.filter((id) => id !== topic_id).map(wordsOf)))],
      placeName: county === null ? null : (counties.get(county) ?? county),
      firstAt: text(first_at),
      lastAt: text(last_at),
      messages,
      people,
      lately,
      days: daysOf(times, at),
      samples: rowsFor(topic_id).slice(0, samplesShown),
      warning: await warningView(tx, warnings.get(topic_id)),
    })
  return views
}
