import type { catalogueRoutes } from '@open12345/contract/catalogue'
import type { RouteOutput } from '@open12345/contract/kernel'
import { applying, doubtsOf, holdsOn, type Entry } from '@open12345/domain/catalogue'
import { accept, type Decision } from '@open12345/domain/kernel'
import { subjects } from '@open12345/domain/vocabulary'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { civilDateOf, subtreeOf } from '../organisation/index.ts'
import { changeView, entryViews } from './present.ts'
import { changesWhere, type ChangeRow } from './store.ts'
import { readCatalogue, type Catalogue } from './world.ts'

type Routes = typeof catalogueRoutes
type Rows = Catalogue['rows']

const accepted = sql`d.outcome = 'accepted'`

/** The changes that brought these entries. */
const broughtBy = async (tx: Tx, rows: Rows): Promise<readonly ChangeRow[]> => {
  const ids = [...new Set(rows.flatMap(({ broughtBy: id }) => (id === null ? [] : [id])))]
  return ids.length === 0 ? [] : changesWhere(tx, sql`c.change_id = any(${ids}::uuid[])`)
}

/** In a place what applies there, subject by subject. */
const inPlace = (
  { rows, world }: Catalogue,
  where: { readonly county: string | null; readonly township: string | null },
  on: string,
): Rows =>
  [...Map.groupBy(rows, ({ subject }) => subject).values()].flatMap((same) => {
    const found = applying(
      same.map(({ entry }) => entry),
      where,
      world,
      on,
    )
    return same.filter(({ entry }) => entry === found)
  })

/** @clause 11-2 */
export const listCatalogue = (
  { actor, at, query }: Call<Routes['listCatalogue']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listCatalogue']>>> =>
  asActor(app.database, actor, async (tx) => {
    const today = civilDateOf(at).toString()
    const { on = today, county = null, township = null } = query
    const catalogue = await readCatalogue(tx)
    const rows =
      county === null && township === null
        ? catalogue.rows.filter(({ entry }) => holdsOn(entry, on))
        : inPlace(catalogue, { county, township }, on)
    return accept({ today, on, items: entryViews(rows, catalogue, await broughtBy(tx, rows), on) })
  })

export const readCatalogueHistory = (
  { actor, at, query: { subject, placeCode } }: Call<Routes['readCatalogueHistory']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['readCatalogueHistory']>>> =>
  asActor(app.database, actor, async (tx) => {
    const catalogue = await readCatalogue(tx, subject)
    const changes = await changesWhere(tx, sql`c.subject = ${subject} and c.place_code = ${placeCode}`)
    const rows = catalogue.rows.filter((row) => row.placeCode === placeCode)
    return accept({
      spans: entryViews(rows, catalogue, changes, civilDateOf(at).toString()).toReversed(),
      changes: changes.map((change) => changeView(change, catalogue, actor.accountId)),
    })
  })

export const listCatalogueDoubts = (
  { actor, at, query }: Call<Routes['listCatalogueDoubts']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listCatalogueDoubts']>>> =>
  asActor(app.database, actor, async (tx) => {
    const { on = civilDateOf(at).toString() } = query
    const catalogue = await readCatalogue(tx)
    const codes = subjects.map(({ code }) => code)
    const { holes, over, idle } = doubtsOf(codes, catalogue.entries, catalogue.world, on)
    const viewed = (entries: readonly Entry[]) =>
      entryViews(
        catalogue.rows.filter(({ entry }) => entries.includes(entry)),
        catalogue,
        [],
        on,
      )
    return accept({
      holes: holes.map(({ subject, counties }) => ({
        subject,
        places: counties.map((code) => ({ code, name: catalogue.placeName(code) })),
      })),
      over: viewed(over),
      idle: viewed(idle),
    })
  })

/** What was accepted and brings the reader's unit something, or takes something from it. */
export const listCatalogueConcerning = (
  { actor }: Call<Routes['listCatalogueConcerning']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listCatalogueConcerning']>>> =>
  asActor(app.database, actor, async (tx) => {
    if (actor.unitIds.length === 0) return accept({ items: [] })
    const theirs = await subtreeOf(tx, actor.unitIds)
    const changes = await changesWhere(
      tx,
      sql`${accepted} and (c.unit_id = any(${[...theirs]}::text[]) or c.unit_before = any(${[...theirs]}::text[]))`,
    )
    const catalogue = await readCatalogue(tx)
    return accept({ items: changes.map((change) => changeView(change, catalogue, actor.accountId)) })
  })

export const listCatalogueChanges = (
  { actor }: Call<Routes['listCatalogueChanges']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listCatalogueChanges']>>> =>
  asActor(app.database, actor, async (tx) => {
    const catalogue = await readCatalogue(tx)
    return accept({ items: (await changesWhere(tx)).map((change) => changeView(change, catalogue, actor.accountId)) })
  })
