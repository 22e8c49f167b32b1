import type { catalogueRoutes } from '@open12345/contract/catalogue'
import type { RouteOutput } from '@open12345/contract/kernel'
import { answeringFor, applying, findingsOf, whereOf, type Evidence, type Finding } from '@open12345/domain/catalogue'
import { accept, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { civilDateOf } from '../organisation/index.ts'
import { dismissals, dismissedView } from './dismissal.ts'
import { pastsOf } from './pasts.ts'
import { instantText } from './present.ts'
import { changesWhere } from './store.ts'
import { readCatalogue, type Catalogue } from './world.ts'

type Routes = typeof catalogueRoutes

const mostRuled = 5000
const ordersShown = 20

type Ruled = {
  readonly order_id: string
  readonly number: string
  readonly subject: string
  readonly county: string | null
  readonly township: string | null
}

/** Orders with a ruling of these days, as far as the actor may see them: by the index of the few events that say whose a matter is. */
const ruledOrders = async (tx: Tx, since: Temporal.Instant): Promise<readonly Ruled[]> => {
  const { rows } = await sql<Ruled>`
    select distinct o.order_id, o.number, o.subject, o.county, o.township
    from (
      select e.order_id from work_order_event e
      where e.authority_id = app.authority() and e.at >= ${since} and e.type in ('return-accepted', 'return-refused', 'designated')
      order by e.at desc limit ${mostRuled}
    ) as ruled
      join work_order o on o.authority_id = app.authority() and o.order_id = ruled.order_id
    where o.subject is not null`.execute(tx)
  return rows
}

/** The place whose entry a ruling speaks about: the township where it has one of its own, else the county, else the whole prefecture. */
const placeOf = (entries: Catalogue['entries'], { world }: Catalogue, { county, township }: Ruled, on: string): string | undefined => {
  const applies = applying(entries, { county, township }, world, on)
  if (applies === undefined) return undefined
  return whereOf(world, applies.placeCode).township ?? county ?? applies.placeCode
}

const evidenceOf = async (tx: Tx, catalogue: Catalogue, since: Temporal.Instant, today: string): Promise<readonly Evidence[]> => {
  const ruled = await ruledOrders(tx, since)
  const bySubject = Map.groupBy(catalogue.entries, ({ subject }) => subject)
  const answering = (unitId: string): string => answeringFor(catalogue.world, unitId, today) ?? unitId
  const pasts = await pastsOf(
    tx,
    ruled.map(({ order_id: orderId }) => orderId),
    answering,
  )
  const from = instantText(since)
  return ruled.flatMap((order) => {
    const placeCode = placeOf(bySubject.get(order.subject) ?? [], catalogue, order, today)
    const rulings = (pasts.get(order.order_id)?.rulings ?? []).filter(({ at }) => at >= from)
    return placeCode === undefined ? [] : rulings.map((one) => ({ ...one, orderId: order.order_id, subject: order.subject, placeCode }))
  })
}

/** When each change was accepted: what was ruled before was known then. */
const decisions = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ change_id: string; decided_at: Temporal.Instant }>`select d.change_id, d.decided_at from catalogue_decision d
    where d.authority_id = app.authority() and d.outcome = 'accepted'`.execute(tx)
  return new Map(rows.map(({ change_id: id, decided_at: at }) => [id, instantText(at)]))
}

const numbersOf = async (tx: Tx, found: readonly Finding[]): Promise<ReadonlyMap<string, string>> => {
  const ids = found.flatMap(({ evidence }) => evidence.slice(0, ordersShown).map(({ orderId }) => orderId))
  const { rows } = await sql<{ order_id: string; number: string }>`select o.order_id, o.number from work_order o
    where o.authority_id = app.authority() and o.order_id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ order_id: id, number }) => [id, number]))
}

const viewOf = ({ evidence, from, to, ...finding }: Finding, catalogue: Catalogue, numbers: ReadonlyMap<string, string>) => ({
  ...finding,
  placeName: catalogue.placeName(finding.placeCode),
  from: { unitId: from, name: catalogue.unitName(from) },
  to: { unitId: to, name: catalogue.unitName(to) },
  returns: evidence.filter(({ kind }) => kind === 'accepted').length,
  rulings: evidence.filter(({ kind }) => kind !== 'accepted').length,
  orders: evidence.slice(0, ordersShown).map(({ orderId, kind, at }) => ({ orderId, number: numbers.get(orderId) ?? '', kind, at })),
})

/** @clause 12-2c @clause 11-3c */
export const listCatalogueFindings = (
  { actor, at, query: { days } }: Call<Routes['listCatalogueFindings']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listCatalogueFindings']>>> =>
  asActor(app.database, actor, async (tx) => {
    const today = civilDateOf(at).toString()
    const catalogue = await readCatalogue(tx)
    const since = at.subtract({ hours: 24 * days })
    const evidence = await evidenceOf(tx, catalogue, since, today)
    const bySubject = Map.groupBy(catalogue.entries, ({ subject }) => subject)
    const decided = await decisions(tx)
    const found = findingsOf(evidence, ({ subject, placeCode }) => {
      const entry = applying(bySubject.get(subject) ?? [], whereOf(catalogue.world, placeCode), catalogue.world, today)
      const unitId = entry === undefined ? undefined : answeringFor(catalogue.world, entry.unitId, today)
      if (unitId === undefined) return undefined
      const broughtBy = catalogue.rows.find((row) => row.entry === entry)?.broughtBy ?? ''
      return { unitId, since: decided.get(broughtBy) ?? '' }
    })
    const [put, open] = [await dismissals(tx), await changesWhere(tx, sql`d.outcome is null`)]
    const waiting = new Set(open.map(({ subject, place_code: placeCode }) => `${subject} ${placeCode}`))
    const numbers = await numbersOf(tx, found)
    const items = found.map((finding) => ({
      ...viewOf(finding, catalogue, numbers),
      dismissed: dismissedView(put, finding),
      proposed: waiting.has(`${finding.subject} ${finding.placeCode}`),
    }))
    return accept({ items })
  })
