import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import { accept } from '@open12345/domain/kernel'
import { asActor } from '../../../db/transaction.ts'
import { mount, type Endpoint } from '../../../http/mount.ts'
import { handOn, listNameable, unattendedIn } from '../read/nameable.ts'
import { runCommand } from '../write/command.ts'
import { doerOf, taken } from './call.ts'

const seal = mount(routes.sealOrder, async (call, app) => {
  const { at, body, digest, idempotencyKey, ifMatch, params, route } = call
  const doer = await handOn(app, doerOf(call), params.orderId, at)
  const done = await runCommand(
    app,
    doer,
    params.orderId,
    (words) => ({ name: 'seal', persons: body.persons, reason: body.reason, reasonText: words.put('centre-note', body.words) }),
    { at, route, idempotencyKey, digest, ifMatch },
  )
  return done.ok ? accept(taken(done.value)) : done
})

/** 20c: an order for named persons only. */
export const sealEndpoints: readonly Endpoint[] = [
  seal,
  mount(routes.listNameable, (call, app) => listNameable(app, doerOf(call), call.params.orderId, { text: call.query.text, at: call.at })),
  mount(routes.listUnattended, async ({ actor, at }, app) =>
    accept({ items: await asActor(app.database, actor, (tx) => unattendedIn(tx, at)) }),
  ),
]
