import { requestRoutes as routes } from '@open12345/contract/request'
import type { Mounted } from '../../http/mount.ts'
import { mount } from '../../http/mount.ts'
import type { Asking } from '../../http/call.ts'
import { fileRequest } from './file-request.ts'
import { readRequest, track, trackedOrder, type Tracked } from './read-request.ts'
import { requestRefusals } from './refusals.ts'
import { addFacts, rate, reopen, withdraw } from './steps.ts'

export { addFacts, fileRequest, rate, readRequest, reopen, track, trackedOrder, withdraw }
export type { Filing } from './file-request.ts'
export type { Step } from './steps.ts'
export type { Tracked }

const trackedBy = ({ actor }: Asking): Tracked => ({ authorityId: actor.authorityId, orderId: actor.orderId ?? '' })

export const requestModule: Mounted = {
  name: 'request',
  refusals: requestRefusals,
  endpoints: [
    mount(routes.fileRequest, (call, app) => fileRequest(app, call.body, call)),
    mount(routes.track, ({ body, language }, app) => track(app, body.number, body.queryCode, language)),
    mount(routes.readRequest, (call, app) => readRequest(app, trackedBy(call), call.language)),
    mount(routes.addRequestFacts, (call, app) => addFacts(app, trackedBy(call), call.body, call)),
    mount(routes.withdrawRequest, (call, app) => withdraw(app, trackedBy(call), call.body, call)),
    mount(routes.reopenRequest, (call, app) => reopen(app, trackedBy(call), call.body, call)),
    mount(routes.rateRequest, (call, app) => rate(app, trackedBy(call), call.body, call)),
  ],
}
