import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { OrderView } from '@open12345/contract/work-order'
import type { App } from '../../../app.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import type { Language } from '../../../http/call.ts'
import { currentWorld } from '../../calendar/index.ts'
import { filesOfOrder } from '../../file/index.ts'
import { masks } from '../../identity/index.ts'
import type { Doer } from '../doer.ts'
import type { Names } from '../present/names.ts'
import { orderViewOf, type Page } from '../present/view.ts'
import { decidingWith } from '../write/context.ts'
import { opened, openText } from '../write/texts.ts'
import { happenedIn, pageRow, type PageRow } from './page-row.ts'

export type Reader = { readonly doer: Doer; readonly language: Language; readonly at: Temporal.Instant }

const namesIn = ({ history, units, places }: PageRow): Names => {
  const people = new Map(history.map(({ accountId, name }) => [accountId, name]))
  return {
    unit: (unitId) => units[unitId]?.name ?? unitId,
    place: (county, township) => [county, township].map((code) => (code === null ? '' : (places[code] ?? code))).join(''),
    person: (accountId) => people.get(accountId) ?? '',
  }
}

/** What of the requester may be shown; a requester knows who they are. */
const masksOf = async (tx: Tx, app: App, orderId: string, { state: { requesterId } }: PageRow, { actor }: Doer) => {
  if (requesterId === null || actor.scope === 'requester') return undefined
  return (await masks(tx, app, [{ requesterId, orderId }])).get(requesterId)
}

/** Reads one order whole, in the running transaction of its reader. Refuses `work-order.not-found`. */
export const readPage = async (tx: Tx, app: App, orderId: string, { doer, language, at }: Reader): Promise<Decision<Page>> => {
  const row = await pageRow(tx, orderId, at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
  if (row === undefined) return refuse({ code: 'work-order.not-found' })
  const key = opened(app, row.wrapped_key)
  if (!key.ok) return key
  const { state: order, number } = row
  const texts = row.texts.map(({ id, role, sealed }) => {
    const text = openText(app, orderId, key.value, id, Buffer.from(sealed, 'base64'))
    return [id, { role, text }] as const
  })
  const units = new Map(Object.entries(row.units))
  return accept({
    orderId,
    number,
    order,
    history: happenedIn(row),
    texts: new Map(texts),
    files: row.has_files ? await filesOfOrder(tx, app, orderId, key.value) : [],
    explanations: new Map(Object.entries(row.explanations)),
    masks: await masksOf(tx, app, orderId, row, doer),
    names: namesIn(row),
    deciding: decidingWith({ at, doer, world: await currentWorld(tx, app), acceptedAt: order.acceptedAt, units }),
    doer,
    language,
  })
}

/** The order as its reader may see it, in their running transaction. Refuses `work-order.not-found`. */
export const viewOrder = async (tx: Tx, app: App, orderId: string, reader: Reader): Promise<Decision<OrderView>> => {
  const page = await readPage(tx, app, orderId, reader)
  return page.ok ? accept(orderViewOf(page.value)) : page
}

/** The same in a transaction of its own. */
export const readOrder = (app: App, orderId: string, reader: Reader): Promise<Decision<OrderView>> =>
  asActor(app.database, reader.doer.actor, (tx) => viewOrder(tx, app, orderId, reader))
