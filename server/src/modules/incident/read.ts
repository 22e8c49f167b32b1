import { incidentRoutes as routes } from '@open12345/contract/incident'
import { accept, refuse } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { nobody, type Actor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { rowsOf, type Found } from '../work-order/index.ts'
import { incidentViews, noticesOf } from './present.ts'
import { findRow, listRows, noticedRows } from './store.ts'

type Asked = { readonly after?: string | undefined; readonly limit: number }
const none = { items: [], next: null }
const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** 20c: who asked about it is for the centre, each of them as this reader may see them. */
const joinedOrders = async (tx: Tx, app: App, actor: Actor, incidentId: string, { after, limit }: Asked, at: Temporal.Instant) => {
  if (actor.scope !== 'centre') return none
  const { rows } = await sql<Found>`
    select o.order_id, o.number, o.state from work_order o
    where o.authority_id = app.authority() and o.incident_id = ${incidentId} ${isId(after) ? sql`and o.order_id < ${after}` : sql``}
    order by o.order_id desc limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  return { items: await rowsOf(tx, app, actor, page, at), next: rows.length > limit ? (page.at(-1)?.order_id ?? null) : null }
}

/** 12-4: what everybody is told of incidents that last, newest first. @clause 12-4a */
export const publicNotices = (app: App) =>
  asActor(app.database, nobody(app.config.authorityId), async (tx) => noticesOf(tx, await noticedRows(tx)))

export const readEndpoints: readonly Endpoint[] = [
  mount(routes.listIncidents, ({ actor, query }, app) =>
    asActor(app.database, actor, async (tx) => {
      const rows = await listRows(tx, query)
      const page = rows.slice(0, query.limit)
      const next = rows.length > query.limit ? (page.at(-1)?.incident_id ?? null) : null
      return accept({ items: await incidentViews(tx, actor, page), next })
    }),
  ),
  mount(routes.listIncidentNotices, async (_call, app) => accept({ items: await publicNotices(app) })),
  mount(routes.readIncident, ({ actor, params: { incidentId }, query, at }, app) =>
    asActor(app.database, actor, async (tx) => {
      const row = await findRow(tx, incidentId)
      const [view] = row === undefined ? [] : await incidentViews(tx, actor, [row])
      if (view === undefined) return refuse({ code: 'incident.unknown' })
      return accept({ ...view, orders: await joinedOrders(tx, app, actor, incidentId, query, at) })
    }),
  ),
]
