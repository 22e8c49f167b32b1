import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { Happened, WorkOrder } from '@open12345/domain/work-order'
import type { OrderView } from '@open12345/contract/work-order'
import type { App } from '../../../app.ts'
import { asActor, type Tx } from '../../../db/transaction.ts'
import type { Language } from '../../../http/call.ts'
import { currentWorld } from '../../calendar/index.ts'
import { filesOfOrder } from '../../file/index.ts'
import { masks } from '../../identity/index.ts'
import type { Doer } from '../doer.ts'
import { explanationsOf } from '../present/clocks.ts'
import { namesFor } from '../present/names.ts'
import { orderViewOf, type Page } from '../present/view.ts'
import { decidingWith } from '../write/context.ts'
import { loadOrder } from '../write/store.ts'
import { orderKey, textsOf } from '../write/texts.ts'
import { unitFacts } from '../write/unit-facts.ts'

export type Reader = { readonly doer: Doer; readonly language: Language; readonly at: Temporal.Instant }

/** Everything that happened to an order that the actor may see, oldest first. */
export const historyOfOrder = async (tx: Tx, orderId: string): Promise<readonly Happened[]> => {
  const rows = await tx
    .selectFrom('work_order_event')
    .select(['version', 'at', 'author_kind', 'account_id', 'event'])
    .where('order_id', '=', orderId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, at, author_kind, account_id, event }) => ({
    version,
    at: at.toString({ smallestUnit: 'millisecond' }),
    author: author_kind === 'staff' ? { kind: 'staff', accountId: account_id ?? '' } : { kind: author_kind },
    event,
  }))
}

const peopleIn = (history: readonly Happened[], order: WorkOrder): readonly string[] => [
  ...new Set(
    [
      ...history.map(({ author }) => (author.kind === 'staff' ? author.accountId : '')),
      order.assignment?.approvedBy ?? '',
      order.assignment?.draft?.by ?? '',
    ].filter((id) => id !== ''),
  ),
]

/** Reads one order whole, in the running transaction of its reader. Refuses `work-order.not-found`. */
export const readPage = async (tx: Tx, app: App, orderId: string, { doer, language, at }: Reader): Promise<Decision<Page>> => {
  const loaded = await loadOrder(tx, orderId)
  if (loaded === undefined) return refuse({ code: 'work-order.not-found' })
  const { order, number } = loaded
  const key = await orderKey(tx, app, orderId)
  if (!key.ok) return key
  const history = await historyOfOrder(tx, orderId)
  const unitIds = [
    ...new Set(
      [order.assignment?.unitId ?? '', ...history.flatMap(({ event }) => (event.type === 'dispatched' ? [event.unitId] : []))].filter(
        (id) => id !== '',
      ),
    ),
  ]
  const places = [order.place?.county ?? '', order.place?.township ?? ''].filter((code) => code !== '')
  const names = await namesFor(tx, { units: unitIds, places, people: peopleIn(history, order) })
  const units = await unitFacts(tx, unitIds, at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
  const deciding = decidingWith({ at, doer, world: await currentWorld(tx, app), acceptedAt: order.acceptedAt, units })
  const shown =
    order.requesterId === null || doer.actor.scope === 'requester'
      ? new Map()
      : await masks(tx, app, [{ requesterId: order.requesterId, orderId }])
  return accept({
    orderId,
    number,
    order,
    history,
    texts: await textsOf(tx, app, orderId, key.value),
    files: await filesOfOrder(tx, app, orderId, key.value),
    explanations: await explanationsOf(tx, orderId),
    masks: order.requesterId === null ? undefined : shown.get(order.requesterId),
    names,
    deciding,
    doer,
    language,
  })
}

/** The order as its reader may see it now. Refuses `work-order.not-found`. */
export const readOrder = (app: App, orderId: string, reader: Reader): Promise<Decision<OrderView>> =>
  asActor(app.database, reader.doer.actor, async (tx) => {
    const page = await readPage(tx, app, orderId, reader)
    return page.ok ? accept(orderViewOf(page.value)) : page
  })
