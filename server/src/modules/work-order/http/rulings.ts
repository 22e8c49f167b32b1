import { workOrderRoutes as routes } from '@open12345/contract/work-order'
import { accept } from '@open12345/domain/kernel'
import { mount } from '../../../http/mount.ts'
import { listRulings } from '../read/rulings.ts'

export const rulingsEndpoint = mount(routes.listRulings, async ({ actor, query }, app) => accept(await listRulings(app, actor, query)))
