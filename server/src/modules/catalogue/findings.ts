import type { catalogueRoutes, CatalogueFindingView } from '@open12345/contract/catalogue'
import type { RouteOutput } from '@open12345/contract/kernel'
import { answeringFor, applying, findingsOf, whereOf, type Evidence, type Finding } from '@open12345/domain/catalogue'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { civilDateOf } from '../organisation/index.ts'
import { pastsOf } from './pasts.ts'
import { instantText } from './present.ts'
import { changesWhere } from './store.ts'
import { leadsTo, readCatalogue, type Catalogue } from './world.ts'

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

type Dismissal = { readonly key: string; readonly by: string; readonly at: Temporal.Instant; readonly reason: string }
const keyOf = (subject: string, placeCode: string, from: string, to: string): string => [subject, placeCode, from, to].join(' ')

const dismissals = async (tx: Tx): Promise<ReadonlyMap<string, Dismissal>> => {
  const { rows } = await sql<Dismissal>`
    select distinct on (1) d.subject || ' ' || d.place_code || ' ' || d.from_unit_id || ' ' || d.to_unit_id as key, a.name as by,
      d.dismissed_at as at, d.reason
    from catalogue_dismissal d join account a on a.authority_id = d.authority_id and a.account_id = d.dismissed_by
    where d.authority_id = app.authority()
    order by 1, d.dismissed_at desc`.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

const dismissedView = (dismissal: Dismissal | undefined, { newestAt }: Finding): CatalogueFindingView['dismissed'] => {
  if (dismissal === undefined) return null
  const { by, at, reason } = dismissal
  return { by, at: instantText(at), reason, again: Temporal.Instant.compare(Temporal.Instant.from(newestAt), at) > 0 }
}

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
    const found = findingsOf(
      evidence,
      ({ subject, placeCode }) => leadsTo(bySubject.get(subject) ?? [], placeCode, catalogue.world, today) ?? undefined,
    )
    const [put, open] = [await dismissals(tx), await changesWhere(tx, sql`d.outcome is null`)]
    const waiting = new Set(open.map(({ subject, place_code: placeCode }) => `${subject} ${placeCode}`))
    const numbers = await numbersOf(tx, found)
    const items = found.map((finding) => ({
      subject: finding.subject,
      placeCode: finding.placeCode,
      placeName: catalogue.placeName(finding.placeCode),
      from: { unitId: finding.from, name: catalogue.unitName(finding.from) },
      to: { unitId: finding.to, name: catalogue.unitName(finding.to) },
      returns: finding.evidence.filter(({ kind }) => kind === 'accepted').length,
      rulings: finding.evidence.filter(({ kind }) => kind !== 'accepted').length,
      against: finding.against,
      newestAt: finding.newestAt,
      orders: finding.evidence
        .slice(0, ordersShown)
        .map(({ orderId, kind, at: ruledAt }) => ({ orderId, number: numbers.get(orderId) ?? '', kind, at: ruledAt })),
      dismissed: dismissedView(put.get(keyOf(finding.subject, finding.placeCode, finding.from, finding.to)), finding),
      proposed: waiting.has(`${finding.subject} ${finding.placeCode}`),
    }))
    return accept({ items })
  })

const numbersOf = async (tx: Tx, found: readonly Finding[]): Promise<ReadonlyMap<string, string>> => {
  const ids = found.flatMap(({ evidence }) => evidence.slice(0, ordersShown).map(({ orderId }) => orderId))
  const { rows } = await sql<{ order_id: string; number: string }>`select o.order_id, o.number from work_order o
    where o.authority_id = app.authority() and o.order_id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ order_id: id, number }) => [id, number]))
}

/** Stays away until something newer says it again. */
export const dismissCatalogueFinding = (
  call: Call<Routes['dismissCatalogueFinding']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['dismissCatalogueFinding']>>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const done = await once(tx, call, async () => {
      const { subject, placeCode, fromUnitId, toUnitId, reason } = call.body
      const dismissalId = newId(call.at)
      const kept = await sql`
        insert into catalogue_dismissal (authority_id, dismissal_id, subject, place_code, from_unit_id, to_unit_id, reason, dismissed_by, dismissed_at)
        select app.authority(), ${dismissalId}::uuid, ${subject}, p.code, f.unit_id, t.unit_id, ${reason}, ${call.actor.accountId ?? ''}::uuid, ${call.at}
        from place p, unit f, unit t
        where p.authority_id = app.authority() and p.code = ${placeCode} and f.authority_id = p.authority_id and f.unit_id = ${fromUnitId}
          and t.authority_id = p.authority_id and t.unit_id = ${toUnitId}`.execute(tx)
      if (kept.numAffectedRows !== 1n) return refuse({ code: 'catalogue.finding-unknown' })
      await writeAudit(tx, app, {
        action: 'catalogue.dismiss',
        subjectIds: [dismissalId],
        facts: [subject, placeCode, fromUnitId, toUnitId],
      })
      return accept({ dismissalId })
    })
    return done.ok ? accept(done.value.ids) : done
  })
