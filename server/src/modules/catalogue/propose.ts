import type { CatalogueChangeBody, CatalogueChangeView, CataloguePreview, catalogueRoutes } from '@open12345/contract/catalogue'
import { afterPlan, judgeCatalogueChange, judgeWithdrawal, whereOf, type CatalogueChange, type Plan } from '@open12345/domain/catalogue'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { grantsIn } from '../accounts/index.ts'
import { writeAudit } from '../audit/index.ts'
import { civilDateOf, lockCatalogue } from '../organisation/index.ts'
import { changeView, factsOf } from './present.ts'
import { findChange, hasOpenProposal, insertChange, insertDecision, seesOrders } from './store.ts'
import { leadsTo, named, readCatalogue, type Catalogue } from './world.ts'

type Routes = typeof catalogueRoutes

const changeAsked = (body: CatalogueChangeBody): CatalogueChange => {
  const { subject, placeCode, on } = body
  if (body.kind === 'end') return { kind: 'end', subject, placeCode, on }
  const { unitId, principle, basis, until } = body
  return { kind: 'set', subject, placeCode, on, unitId, principle, basis, until }
}

export const viewed = async (tx: Tx, changeId: string, reader: string | undefined): Promise<Decision<CatalogueChangeView>> => {
  const row = await findChange(tx, changeId)
  return row === undefined
    ? refuse({ code: 'catalogue.change-unknown' })
    : accept(changeView(row, await readCatalogue(tx, row.subject), reader))
}

const judge = async (tx: Tx, body: CatalogueChangeBody, catalogue: Catalogue, today: string): Promise<Decision<Plan>> => {
  const change = changeAsked(body)
  const judged = judgeCatalogueChange(change, { world: catalogue.world, entries: catalogue.entries, today })
  if (!judged.ok) return judged
  if (await hasOpenProposal(tx, change)) return refuse({ code: 'catalogue.proposal-open' })
  return (await seesOrders(tx, body.evidence)) ? judged : refuse({ code: 'catalogue.evidence-unknown' })
}

const openOrders = async (tx: Tx, { subject, placeCode }: CatalogueChange, { world }: Catalogue): Promise<number> => {
  const { county, township } = whereOf(world, placeCode)
  const { rows } = await sql<{ orders: number }>`select count(*)::integer as orders from work_order o
    where o.authority_id = app.authority() and o.subject = ${subject} and o.stage <> 'closed' and o.unit_id is not null
      ${county === null ? sql`` : sql`and o.county = ${county}`} ${township === null ? sql`` : sql`and o.township = ${township}`}`.execute(
    tx,
  )
  return rows[0]?.orders ?? 0
}

const dayBefore = (on: string): string => Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()

const previewOf = async (
  tx: Tx,
  change: CatalogueChange,
  plan: Plan,
  catalogue: Catalogue,
  at: Temporal.Instant,
): Promise<CataloguePreview> => {
  const { world, entries } = catalogue
  const after = afterPlan(plan, change.on, entries)
  const until = change.kind === 'set' ? change.until : null
  const [had, has] = [leadsTo(entries, change.placeCode, world, dayBefore(change.on)), leadsTo(after, change.placeCode, world, change.on)]
  const units = [...new Set([had, has])].filter((unitId) => unitId !== null)
  const people = await Promise.all(
    units.map(async (unitId) => new Set((await grantsIn(tx, unitId, at)).map(({ accountId }) => accountId)).size),
  )
  return {
    before: named(catalogue, had),
    after: named(catalogue, has),
    afterUntil: until === null ? null : named(catalogue, leadsTo(after, change.placeCode, world, until)),
    units: units.map((unitId, index) => ({ unitId, name: catalogue.unitName(unitId), people: people[index] ?? 0 })),
    openOrders: await openOrders(tx, change, catalogue),
    atOnce: change.on === civilDateOf(at).toString(),
  }
}

export const previewCatalogueChange = (call: Call<Routes['previewCatalogueChange']>, app: App): Promise<Decision<CataloguePreview>> =>
  asActor(app.database, call.actor, async (tx) => {
    const catalogue = await readCatalogue(tx, call.body.subject)
    const judged = await judge(tx, call.body, catalogue, civilDateOf(call.at).toString())
    return judged.ok ? accept(await previewOf(tx, changeAsked(call.body), judged.value, catalogue, call.at)) : judged
  })

/** Nothing holds by a proposal alone. @clause 11-2 */
export const proposeCatalogueChange = (call: Call<Routes['proposeCatalogueChange']>, app: App): Promise<Decision<CatalogueChangeView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { actor, at, body } = call
    const by = actor.accountId ?? ''
    const done = await once(tx, call, async () => {
      await lockCatalogue(tx, actor.authorityId)
      const catalogue = await readCatalogue(tx, body.subject)
      const judged = await judge(tx, body, catalogue, civilDateOf(at).toString())
      if (!judged.ok) return judged
      const change = changeAsked(body)
      const unitBefore = leadsTo(catalogue.entries, change.placeCode, catalogue.world, dayBefore(change.on))
      const changeId = await insertChange(tx, change, { ...body, unitBefore }, { by, at })
      await writeAudit(tx, app, { action: 'catalogue.propose', subjectIds: [changeId], facts: factsOf(change) })
      return accept({ changeId })
    })
    return done.ok ? viewed(tx, done.value.ids.changeId, by) : done
  })

export const withdrawCatalogueChange = (call: Call<Routes['withdrawCatalogueChange']>, app: App): Promise<Decision<CatalogueChangeView>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { changeId } = call.params
    const by = call.actor.accountId ?? ''
    const done = await once(tx, call, async () => {
      await lockCatalogue(tx, call.actor.authorityId)
      const row = await findChange(tx, changeId)
      const judged = judgeWithdrawal(row?.state, row?.proposed_by === by)
      if (!judged.ok) return judged
      await insertDecision(tx, changeId, 'withdrawn', { by, at: call.at })
      await writeAudit(tx, app, { action: 'catalogue.withdraw', subjectIds: [changeId] })
      return accept({ changeId })
    })
    return done.ok ? viewed(tx, changeId, by) : done
  })
