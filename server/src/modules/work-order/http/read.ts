import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import { accept, refuse } from '@open12345/domain/kernel'
import { asActor } from '../../../db/transaction.ts'
import { mount, type Endpoint } from '../../../http/mount.ts'
import { reveal } from '../../identity/index.ts'
import { countStages, listOrders, listUrgent } from '../read/lists.ts'
import { readOrder } from '../read/page.ts'
import { wholeContent } from '../read/rows.ts'
import { searchOrders } from '../read/search.ts'
import { countWaiting } from '../read/waiting.ts'
import { loadOrder } from '../write/load.ts'
import { doerOf } from './call.ts'

const read = mount(routes.readOrder, (call, app) =>
  readOrder(app, call.params.orderId, { doer: doerOf(call), language: call.language, at: call.at }),
)

const list = mount(routes.listOrders, async ({ actor, query, at }, app) =>
  accept(
    await listOrders(app, actor, {
      stages: query.stage ?? [],
      mine: query.mine ?? false,
      waiting: query.waiting,
      after: query.after,
      limit: query.limit,
      at,
    }),
  ),
)

const urgent = mount(routes.listUrgent, ({ actor, at }, app) => listUrgent(app, actor, at))

const counts = mount(routes.countOrders, async ({ actor }, app) =>
  accept({ counts: await countStages(app, actor), waiting: await countWaiting(app, actor) }),
)

const search = mount(routes.searchOrders, async ({ actor, query, at }, app) => accept(await searchOrders(app, actor, { ...query, at })))

/** 20b: asked or refused, it is an audit record; the transaction is kept in both cases. */
const revealRequester = mount(routes.revealRequester, ({ actor, params: { orderId }, body }, app) =>
  asActor(app.database, actor, async (tx) => {
    const loaded = await loadOrder(tx, orderId)
    const requesterId = loaded?.order.requesterId
    if (!requesterId) return refuse({ code: 'work-order.not-found' })
    const shown = await reveal(tx, app, {
      requesterId,
      orderId,
      fields: ['name', 'phone', 'home-address'],
      purpose: body.reason,
      reason: body.words ?? body.reason,
    })
    if (!shown.ok) return shown
    const { name = null, phone = null, homeAddress = null } = shown.value
    return accept({ name, phone, homeAddress, content: await wholeContent(tx, app, orderId) })
  }),
)

export const readEndpoints: readonly Endpoint[] = [list, urgent, counts, search, read, revealRequester]
