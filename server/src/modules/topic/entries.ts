import { vectorOf, type Counted, type Message } from '@open12345/language/grouping'
import { sql } from 'kysely'
import type { Tx } from '../../db/transaction.ts'

/** An accepted order that is not grouped yet. */
export type Unread = { readonly orderId: string; readonly at: Temporal.Instant; readonly county: string | null }

export type Entry = Unread & { readonly topicId: string; readonly counts: Counted<string>; readonly keys: readonly string[] }

/** 20c: what nobody may know of, or not everybody at the centre, and who reports, is in no topic. As the index of migration 0039 has it. */
const forTopics = sql`o.accepted_at is not null and o.kind <> 'report' and not o.identity_hidden and o.grade = 'open'
  and o.known_account_ids is null and o.accused_unit_ids = '{}' and o.barred_account_ids = '{}'`

export const unreadSince = async (tx: Tx, since: Temporal.Instant, most: number): Promise<readonly Unread[]> => {
  const { rows } = await sql<Unread>`
    select o.order_id as "orderId", o.accepted_at as at, o.county from work_order o
    where o.authority_id = app.authority() and ${forTopics} and o.accepted_at >= ${since}
      and not exists (select from topic_entry e where e.authority_id = o.authority_id and e.order_id = o.order_id)
    order by o.accepted_at, o.order_id limit ${most}`.execute(tx)
  return rows
}

/** What has become confidential, sealed or a report since, what was erased, and what is long past. */
export const dropUnfit = async (tx: Tx, before: Temporal.Instant): Promise<void> => {
  await sql`
    delete from topic_entry e where e.authority_id = app.authority() and (e.at < ${before} or not exists (
      select from work_order o join work_order_key k on k.authority_id = o.authority_id and k.order_id = o.order_id and k.wrapped_key is not null
      where o.authority_id = e.authority_id and o.order_id = e.order_id and ${forTopics}))`.execute(tx)
}

export const countEntries = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from topic_entry where authority_id = app.authority()`.execute(tx)
  return rows[0]?.count ?? 0
}

/** In how many orders each of these pairs stands. */
export const holdingOf = async (tx: Tx, grams: readonly string[]): Promise<(gram: string) => number> => {
  const { rows } = await sql<{ gram: string; messages: number }>`
    select gram::text as gram, messages from topic_gram where authority_id = app.authority() and gram = any(${[...grams]}::bigint[])`.execute(
    tx,
  )
  const holding = new Map(rows.map(({ gram, messages }) => [gram, messages]))
  return (gram) => holding.get(gram) ?? 0
}

type Row = Unread & { readonly topicId: string; readonly grams: readonly string[]; readonly times: readonly number[] }
export type Kept = Unread & { readonly topicId: string; readonly counts: Counted<string> }
const kept = ({ grams, times, ...row }: Row): Kept => ({ ...row, counts: new Map(grams.map((gram, at) => [gram, times[at] ?? 0])) })
const columns = sql`e.order_id as "orderId", e.topic_id as "topicId", e.at, e.county, e.grams::text[] as grams, e.times`

const [mostTopics, membersOfEach] = [12, 30]

/** The newest members of the topics that share most of the rarest pairs. */
export const likely = async (tx: Tx, keys: readonly string[], since: Temporal.Instant): Promise<readonly Kept[]> => {
  const { rows } = await sql<Row>`
    with near as materialized (
      select e.topic_id, count(*) as shared from topic_entry e
      where e.authority_id = app.authority() and e.keys && ${[...keys]}::bigint[] and e.at >= ${since}
      group by e.topic_id order by max(cardinality(array(select unnest(e.keys) intersect select unnest(${[...keys]}::bigint[])))) desc, e.topic_id
      limit ${mostTopics}
    )
    select ${columns} from near cross join lateral (
      select * from topic_entry m where m.authority_id = app.authority() and m.topic_id = near.topic_id and m.at >= ${since}
      order by m.at desc, m.order_id limit ${membersOfEach}
    ) as e order by e.at, e.order_id`.execute(tx)
  return rows.map(kept)
}

/** The newest of everything that is not held together by a warning. */
export const newest = async (tx: Tx, since: Temporal.Instant, most: number): Promise<readonly Kept[]> => {
  const { rows } = await sql<Row>`
    select ${columns} from topic_entry e
    where e.authority_id = app.authority() and e.at >= ${since}
      and not exists (select from topic_warning w where w.authority_id = e.authority_id and w.topic_id = e.topic_id)
    order by e.at desc, e.order_id limit ${most}`.execute(tx)
  return rows.map(kept).toReversed()
}

export const insertEntry = async (tx: Tx, { orderId, topicId, at, county, counts, keys }: Entry): Promise<void> => {
  const grams = [...counts.keys()]
  const inserted = await sql`
    insert into topic_entry (authority_id, order_id, topic_id, at, county, grams, times, keys)
    values (app.authority(), ${orderId}, ${topicId}, ${at}, ${county}, ${grams}::bigint[], ${[...counts.values()]}::real[], ${[...keys]}::bigint[])
    on conflict do nothing`.execute(tx)
  if (inserted.numAffectedRows !== 1n) return
  await sql`
    insert into topic_gram (authority_id, gram, messages) select app.authority(), gram, 1 from unnest(${grams}::bigint[]) as gram order by gram
    on conflict (authority_id, gram) do update set messages = topic_gram.messages + 1`.execute(tx)
}

export const moveEntries = async (tx: Tx, moved: ReadonlyMap<string, string>): Promise<void> => {
  await sql`
    update topic_entry e set topic_id = m.topic_id
    from unnest(${[...moved.keys()]}::uuid[], ${[...moved.values()]}::uuid[]) as m (order_id, topic_id)
    where e.authority_id = app.authority() and e.order_id = m.order_id`.execute(tx)
}

export const recountGrams = async (tx: Tx): Promise<void> => {
  await sql`delete from topic_gram where authority_id = app.authority()`.execute(tx)
  await sql`
    insert into topic_gram (authority_id, gram, messages)
    select app.authority(), gram, count(*) from topic_entry e, unnest(e.grams) as gram where e.authority_id = app.authority() group by gram`.execute(
    tx,
  )
}

export const messageOf = (
  { counts, county }: Pick<Kept, 'counts' | 'county'>,
  messages: number,
  holding: (gram: string) => number,
): Message<string> => ({ place: county, vector: vectorOf(counts, { messages, holding }) })
