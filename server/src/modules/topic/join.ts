import { topicOf, type Message } from '@open12345/language/grouping'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { wholeContent } from '../work-order/index.ts'
import { countEntries, holdingOf, insertEntry, likely, messageOf, unreadSince, type Unread } from './entries.ts'
import { hashedGrams } from './grams.ts'

const dayHours = 24
/** Nothing joins what has been quiet for longer, and older orders are not read. */
export const awakeFor = { hours: 60 * dayHours }
const [rarest, batch] = [20, 100]

const rarestOf = ({ vector }: Message<string>): readonly string[] =>
  [...vector]
    .toSorted(([gram, weight], [otherGram, other]) => other - weight || (gram < otherGram ? -1 : 1))
    .slice(0, rarest)
    .map(([gram]) => gram)

const joinOne = async (tx: Tx, app: App, order: Unread, messages: number): Promise<void> => {
  const counts = hashedGrams(app, (await wholeContent(tx, app, order.orderId)) ?? '')
  const holding = await holdingOf(tx, [...counts.keys()])
  const keys = rarestOf(messageOf({ ...order, counts }, messages, holding))
  const near = keys.length === 0 ? [] : await likely(tx, keys, order.at.subtract(awakeFor))
  const known = await holdingOf(tx, [...new Set([counts, ...near.map((one) => one.counts)].flatMap((one) => [...one.keys()]))])
  const members = Map.groupBy(near, ({ topicId }) => topicId)
  const topics = new Map([...members].map(([topicId, all]) => [topicId, all.map((one) => messageOf(one, messages, known))]))
  const topicId = topicOf(messageOf({ ...order, counts }, messages, known), topics) ?? newId(app.clock.now())
  await insertEntry(tx, { ...order, topicId, counts, keys })
}

/**
 * Reads what was accepted and stands in no topic yet, oldest first, each in a transaction of its own: killed anywhere, it goes on with the next.
 * @clause 19a
 */
export const joinUnread = async (app: App): Promise<void> => {
  const actor = systemActor(app.config.authorityId)
  const since = app.clock.now().subtract(awakeFor)
  for (;;) {
    const [unread, before] = await asActor(app.database, actor, async (tx) => [await unreadSince(tx, since, batch), await countEntries(tx)])
    for (const [at, order] of unread.entries()) await asActor(app.database, actor, (tx) => joinOne(tx, app, order, before + at + 1))
    if (unread.length < batch) return
  }
}
