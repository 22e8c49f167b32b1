import { modelRoutes as routes } from '@open12345/contract/model'
import { accept } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import { asActor } from '../../db/transaction.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { askInContact, askOfOrder } from './ask.ts'
import type { ModelPort } from './port.ts'
import { modelRefusals } from './refusals.ts'
import { list, mark, read, settle, usedOf } from './review.ts'
import { stopLeftDrafts } from './standing.ts'
import { wordsEndpoint } from './words.ts'

export { modelOverHttp } from './over-http.ts'
export type { ModelPort } from './port.ts'
export { readModelSettings } from './settings.ts'
export { modelAnswers } from './standing.ts'

/** A model drafts for a person and does nothing else; without one the module only tells that there is none. */
export const modelModule = (model: ModelPort | undefined): Mounted => ({
  name: 'model',
  refusals: modelRefusals,
  endpoints: [
    mount(routes.readModel, ({ actor }, app) =>
      asActor(app.database, actor, async (tx) => {
        const { rows } = await sql<{ used: boolean }>`select app.model_was_used() as used`.execute(tx)
        return accept({ on: model !== undefined, wasUsed: rows[0]?.used === true })
      }),
    ),
    mount(routes.draftForContact, askInContact(model)),
    mount(routes.draftForOrder, askOfOrder(model)),
    mount(routes.listUsedDrafts, usedOf),
    mount(routes.settleModelDraft, settle),
    mount(routes.listModelDrafts, list),
    mount(routes.readModelDraft, read),
    mount(routes.markModelDraft, mark),
    wordsEndpoint(model),
  ],
  jobs: [{ name: 'model-drafts-left', everyMs: 60_000, work: stopLeftDrafts }],
})
