import type { catalogueRoutes, CatalogueReplay } from '@open12345/contract/catalogue'
import { answeringFor, replayOf, whereOf, type UnitCount } from '@open12345/domain/catalogue'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { civilDateOf } from '../organisation/index.ts'
import { pastsOf } from './pasts.ts'
import { readCatalogue, type Catalogue } from './world.ts'

type Routes = typeof catalogueRoutes
type Rule = Call<Routes['replayCatalogueRule']>['query']

const longestDays = 366
const mostOrders = 20_000
const zone = 'Asia/Shanghai'

const startOf = (day: string): Temporal.Instant => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant()
const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** An entry of a narrower place would have prevailed over the rule on the day when the order came. */
const narrower = sql`exists (
  select from responsibility n
  where n.authority_id = o.authority_id and n.subject = o.subject
    and n.valid_on_from <= (o.opened_at at time zone ${zone})::date
    and (n.valid_on_to is null or n.valid_on_to > (o.opened_at at time zone ${zone})::date)`

const within = ({ county, township }: ReturnType<typeof whereOf>) => {
  if (township !== null) return sql`o.township = ${township}`
  if (county !== null) return sql`o.county = ${county} and not ${narrower} and n.place_code = o.township)`
  return sql`not ${narrower} and n.place_code in (o.county, o.township))`
}

/** Orders that the actor may see, the newest first, and one more than are counted. */
const ordersUnder = async (tx: Tx, { subject, placeCode, from, to }: Rule, { world }: Catalogue): Promise<readonly string[]> => {
  const { rows } = await sql<{ order_id: string }>`
    select o.order_id from work_order o
    where o.authority_id = app.authority() and o.subject = ${subject} and o.opened_at >= ${startOf(from)} and o.opened_at < ${startOf(to)}
      and ${within(whereOf(world, placeCode))}
    order by o.opened_at desc, o.order_id desc
    limit ${mostOrders + 1}`.execute(tx)
  return rows.map(({ order_id: orderId }) => orderId)
}

/** "Had this rule stood then": counted over the orders that the actor may see; the others do not show in any number. @clause 11-2 */
export const replayCatalogueRule = (call: Call<Routes['replayCatalogueRule']>, app: App): Promise<Decision<CatalogueReplay>> =>
  asActor(app.database, call.actor, async (tx) => {
    const { query } = call
    const days = daysBetween(query.from, query.to)
    if (days < 1 || days > longestDays) return refuse({ code: 'catalogue.replay-too-long' })
    const catalogue = await readCatalogue(tx, query.subject)
    const today = civilDateOf(call.at).toString()
    const answering = (unitId: string): string => answeringFor(catalogue.world, unitId, today) ?? unitId
    const found = await ordersUnder(tx, query, catalogue)
    const pasts = await pastsOf(tx, found.slice(0, mostOrders), answering)
    const { sentTo, endedWith, ...counted } = replayOf([...pasts.values()], answering(query.unitId))
    const withNames = (units: readonly UnitCount[]) => units.map((unit) => ({ ...unit, name: catalogue.unitName(unit.unitId) }))
    return accept({
      from: query.from,
      to: query.to,
      unit: { unitId: query.unitId, name: catalogue.unitName(query.unitId) },
      cut: found.length > mostOrders,
      ...counted,
      sentTo: withNames(sentTo),
      endedWith: withNames(endedWith),
    })
  })
