import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import { accept } from '@open12345/domain/kernel'
import { mount, type Endpoint } from '../../../http/mount.ts'
import { listRepeats } from '../read/repeats.ts'
import { listRulings } from '../read/rulings.ts'

/** What was decided before, and what the same person asked before. */
export const foundEndpoints: readonly Endpoint[] = [
  mount(routes.listRulings, async ({ actor, query }, app) => accept(await listRulings(app, actor, query))),
  mount(routes.listRepeats, ({ actor, params }, app) => listRepeats(app, actor, params.orderId)),
]
