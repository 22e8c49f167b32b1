import { linkageRoutes as routes } from '@open12345/contract/linkage'
import { accept, refuse } from '@open12345/domain/kernel'
import { linkageRefusals } from '@open12345/domain/linkage'
import { mount, type Endpoint, type Mounted } from '../../http/mount.ts'
import type { SimulatedSwitch } from '../telephony/index.ts'
import { callEndpoints } from './call-line.ts'
import { drillEndpoints } from './drills.ts'
import { lineEndpoints } from './lines.ts'
import { recordEndpoints } from './records.ts'
import { settleLinkages } from './settle.ts'

export { hearLinkage } from './hear.ts'

const simulateLine = (telephony: SimulatedSwitch): Endpoint =>
  mount(routes.simulateLine, async ({ body }, app) => {
    if (app.config.production) return refuse({ code: 'access.not-entitled' })
    telephony.letBehave(body.number, body.answer)
    return accept({})
  })

export const linkageModule = ({ telephony }: { readonly telephony: SimulatedSwitch }): Mounted => ({
  name: 'linkage',
  refusals: linkageRefusals,
  endpoints: [...lineEndpoints, ...callEndpoints(telephony), ...recordEndpoints, ...drillEndpoints(telephony), simulateLine(telephony)],
  jobs: [{ name: 'linkage-settle', everyMs: 5_000, work: (app) => settleLinkages(app, telephony) }],
})
