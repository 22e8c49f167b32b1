import { gapRoutes as routes, type KnowledgeGap } from '@open12345/contract/knowledge'
import { sure } from '@open12345/domain/answer'
import { accept } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { alikenessOf, nearestOf, pairsOf, type Pairs } from './asked-words.ts'
import { civilDate } from './rules.ts'
import { findKnowledge } from './search/index.ts'

type Row = {
  readonly question: string
  readonly occasions: number
  readonly first_on: Temporal.PlainDate
  readonly last_on: Temporal.PlainDate
}
type Group = Row & { readonly alike: readonly string[]; readonly pairs: Pairs }

/** Two questions of which this much is the same are one. */
const sameQuestion = 0.6
const [mostRows, mostShown, days] = [300, 50, 90]

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (Temporal.PlainDate.compare(one, other) < 0 ? one : other)
const joined = (group: Group, row: Row): Group => ({
  question: group.question,
  pairs: group.pairs,
  alike: [...group.alike, row.question],
  occasions: group.occasions + row.occasions,
  first_on: earlier(group.first_on, row.first_on),
  last_on: earlier(group.last_on, row.last_on) === group.last_on ? row.last_on : group.last_on,
})

/** The most asked of each group speaks for it. */
const grouped = (rows: readonly Row[]): readonly Group[] =>
  rows
    .reduce<readonly Group[]>((groups, row) => {
      const pairs = pairsOf(row.question)
      const at = groups.findIndex((group) => alikenessOf(group.pairs, pairs) >= sameQuestion)
      const found = groups[at]
      return found === undefined ? [...groups, { ...row, alike: [], pairs }] : groups.with(at, joined(found, row))
    }, [])
    .toSorted((one, other) => other.occasions - one.occasions || Temporal.PlainDate.compare(other.last_on, one.last_on))

/** What somebody was asked for, or what nobody wants, does not stand here again. */
const settled = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{ question: string }>`
    select question from knowledge_dismissal where authority_id = app.authority()
    union select question from knowledge_request where authority_id = app.authority() and closed_at is null`.execute(tx)
  return rows.map(({ question }) => question)
}

/** Items that search is sure of, the surest first. */
export const itemsAnswering = async (tx: Tx, question: string, on: Temporal.PlainDate) => {
  const hits = await findKnowledge(tx, { text: question, on, most: 5 })
  return hits.filter(({ confidence }) => confidence >= sure).map(({ item }) => item)
}

const viewOf = ({ question, alike, occasions, first_on: first, last_on: last }: Group): KnowledgeGap => ({
  question,
  alike: alike.slice(0, 5),
  occasions,
  firstOn: first.toString(),
  lastOn: last.toString(),
})

/** 第十六条: what people ask and do not find; what has been published since stands here no more. @clause 16a */
const gapsNow = async (tx: Tx, on: Temporal.PlainDate): Promise<KnowledgeGap[]> => {
  const { rows } = await sql<Row>`
    select question, occasions::int, first_on, last_on from app.unanswered(${on.subtract({ days })}::date, ${mostRows})`.execute(tx)
  const nearest = nearestOf((await settled(tx)).map(pairsOf))
  const open = grouped(rows)
    .values()
    .filter(({ pairs }) => nearest(pairs) < sameQuestion)
  const gaps: KnowledgeGap[] = []
  for (const group of open.take(mostShown)) if ((await itemsAnswering(tx, group.question, on)).length === 0) gaps.push(viewOf(group))
  return gaps
}

export const gapEndpoints: readonly Endpoint[] = [
  mount(routes.listKnowledgeGaps, ({ actor, at }, app) =>
    asActor(app.database, actor, async (tx) => accept({ items: await gapsNow(tx, Temporal.PlainDate.from(civilDate(at))) })),
  ),
  mount(routes.dismissKnowledgeGap, (asked, app) =>
    decideAs(app.database, asked.actor, async (tx) => {
      const { question, reason } = asked.body
      const done = await once(tx, asked, async () => {
        await sql`insert into knowledge_dismissal values (app.authority(), ${question}, ${reason}, ${asked.actor.accountId ?? null}, ${asked.at})
          on conflict do nothing`.execute(tx)
        return accept({})
      })
      return done.ok ? accept({}) : done
    }),
  ),
]
