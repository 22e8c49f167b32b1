import { linkageRoutes as routes } from '@open12345/contract/linkage'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { feedBack, receive } from '@open12345/domain/linkage'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { findLine } from './lines.ts'
import { linkageViews } from './present.ts'
import { sealFor } from './sealing.ts'
import { factsOf, heldRow, insertLinkage, rowsWhere } from './store.ts'
import { taken } from './taken.ts'

type Named = { readonly linkageId: string }

/** As the actor may see it; null where none was named. */
const orderOf = async (tx: Tx, number: string | null): Promise<Decision<string | null>> => {
  if (number === null) return accept(null)
  const { rows } = await sql<{ order_id: string }>`
    select order_id from work_order where authority_id = app.authority() and number = ${number}`.execute(tx)
  return rows[0] === undefined ? refuse({ code: 'linkage.order-unknown', clause: '14' }) : accept(rows[0].order_id)
}

/** A line that was told by a phone or radio of somebody's own. @clause 14 */
const told = async (tx: Tx, app: App, { actor, at, body }: Call<typeof routes.recordTold>): Promise<Decision<Named>> => {
  const line = await findLine(tx, body.lineId)
  if (line === undefined) return refuse({ code: 'linkage.line-unknown', clause: '14' })
  const order = await orderOf(tx, body.orderNumber)
  if (!order.ok) return order
  const linkageId = await insertLinkage(tx, app, {
    lineId: line.lineId,
    way: 'told',
    consent: null,
    contactId: null,
    orderId: order.value,
    accountId: actor.accountId ?? null,
    at,
    told: body.told,
    reference: null,
  })
  return accept({ linkageId })
}

const isKnownContact = async (tx: Tx, contactId: string): Promise<boolean> =>
  (await sql`select from contact where authority_id = app.authority() and contact_id = ${contactId}`.execute(tx)).rows.length > 0

/** What a line handed to us, with its own number there and what it became here. @clause 14 */
const received = async (tx: Tx, app: App, { actor, at, body }: Call<typeof routes.recordReceived>): Promise<Decision<Named>> => {
  const { contactId, reference } = body
  const order = await orderOf(tx, body.orderNumber)
  if (!order.ok) return order
  if (contactId !== null && !(await isKnownContact(tx, contactId))) return refuse({ code: 'linkage.not-your-call', clause: '14' })
  const line = receive(await findLine(tx, body.lineId), { hasContact: contactId !== null, hasOrder: order.value !== null })
  if (!line.ok) return line
  const linkageId = await insertLinkage(tx, app, {
    lineId: line.value.lineId,
    way: 'received',
    consent: null,
    contactId,
    orderId: order.value,
    accountId: actor.accountId ?? null,
    at,
    told: body.told,
    reference,
  })
  return accept({ linkageId })
}

const fedBack = async (tx: Tx, app: App, { at, body, params }: Call<typeof routes.recordLinkageFeedback>): Promise<Decision<Named>> => {
  const { linkageId } = params
  const row = await heldRow(tx, linkageId)
  const decided = feedBack(factsOf(row))
  if (!decided.ok || row === undefined) return decided as Decision<never>
  const sealed = sealFor(app, row.wrapped_key, linkageId)('feedback', body.feedback)
  await sql`update linkage set feedback_at = ${at}, feedback_sealed = ${sealed}
    where authority_id = app.authority() and linkage_id = ${linkageId}`.execute(tx)
  return accept({ linkageId })
}

const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Newest first; one more than asked for tells whether there is another page. */
const listed = async (tx: Tx, { after, limit, direction, lineId, orderNumber, wanting }: Call<typeof routes.listLinkages>['query']) =>
  rowsWhere(
    tx,
    sql`true ${isId(after) ? sql`and l.linkage_id < ${after}` : sql``} ${direction === undefined ? sql`` : sql`and l.direction = ${direction}`}
      ${lineId === undefined ? sql`` : sql`and l.line_id = ${lineId}`}
      ${orderNumber === undefined ? sql`` : sql`and l.order_id = (select w.order_id from work_order w where w.authority_id = l.authority_id and w.number = ${orderNumber})`}
      ${wanting === undefined ? sql`` : sql`and l.feedback_at is null and l.state in ('handed-over', 'ended', 'unknown', 'noted')`}
    order by l.linkage_id desc limit ${limit + 1}`,
  )

/** Both ways, each with its feedback. @clause 14 */
export const recordEndpoints: readonly Endpoint[] = [
  mount(routes.recordTold, (call, app) => taken(app, call, (tx) => told(tx, app, call))),
  mount(routes.recordReceived, (call, app) => taken(app, call, (tx) => received(tx, app, call))),
  mount(routes.recordLinkageFeedback, (call, app) => taken(app, call, (tx) => fedBack(tx, app, call))),
  mount(routes.listLinkages, ({ actor, query }, app) =>
    asActor(app.database, actor, async (tx) => {
      const rows = await listed(tx, query)
      const page = rows.slice(0, query.limit)
      const next = rows.length > query.limit ? (page.at(-1)?.linkage_id ?? null) : null
      return accept({ items: await linkageViews(tx, app, actor, page), next })
    }),
  ),
  mount(routes.listCallLinkages, ({ actor, params }, app) =>
    asActor(app.database, actor, async (tx) => {
      const rows = await rowsWhere(
        tx,
        sql`l.contact_id = ${params.contactId} and l.account_id = app.account_id() order by l.linkage_id desc limit 20`,
      )
      return accept({ items: await linkageViews(tx, app, actor, rows) })
    }),
  ),
]
