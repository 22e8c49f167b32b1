import { answerRoutes as routes } from '@open12345/contract/answer'
import { tellAgain } from '@open12345/domain/answer'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { rulesAt } from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { currentWorld } from '../calendar/index.ts'
import { owedTellings, owesTellingTo, tellingFacts, toldTo, writeTelling } from './told-store.ts'

const toldAgainDays = async (tx: Tx, app: App, at: Temporal.Instant): Promise<Decision<number>> => {
  const rules = rulesAt(app.config.authorityId, at, await currentWorld(tx, app))
  return rules.ok ? accept(rules.value.pack.settings.toldAgainDays.value) : rules
}

/** Whether the requester of this order was told what has changed since, and nobody has told them again. @clause 16c */
export const isTellingOwed = async (tx: Tx, app: App, orderId: string, at: Temporal.Instant): Promise<boolean> => {
  const days = await toldAgainDays(tx, app, at)
  return days.ok && owesTellingTo(tx, orderId, days.value)
}

const list = ({ actor, query: { after, limit }, at }: Call<typeof routes.listTellings>, app: App) =>
  asActor(app.database, actor, async (tx) => {
    const days = await toldAgainDays(tx, app, at)
    return days.ok ? accept(await owedTellings(tx, { days: days.value, after, limit })) : days
  })

const settle = async (tx: Tx, asked: Call<typeof routes.tellAgain>): Promise<Decision<{ readonly orderId: string }>> => {
  const { actor, at, body, params } = asked
  const decided = tellAgain(await tellingFacts(tx, params))
  if (!decided.ok) return decided
  await writeTelling(tx, { ...params, outcome: body.outcome, accountId: actor.accountId ?? '', at })
  return accept({ orderId: params.orderId })
}

export const tellingEndpoints: readonly Endpoint[] = [
  mount(routes.listTellings, list),
  mount(routes.tellAgain, (asked, app) =>
    decideAs(app.database, asked.actor, async (tx) => {
      const done = await once(tx, asked, () => settle(tx, asked))
      return done.ok ? accept({ items: await toldTo(tx, asked.params.orderId) }) : done
    }),
  ),
  mount(routes.listTold, ({ actor, params: { orderId } }, app) =>
    asActor(app.database, actor, async (tx) => {
      const { length } = await tx.selectFrom('work_order').select('order_id').where('order_id', '=', orderId).execute()
      return length === 0 ? refuse({ code: 'work-order.not-found' }) : accept({ items: await toldTo(tx, orderId) })
    }),
  ),
]
