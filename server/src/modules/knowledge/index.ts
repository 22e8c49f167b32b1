import { knowledgeRoutes } from '@open12345/contract/knowledge'
import { accept } from '@open12345/domain/kernel'

import { nobody } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { forgetAsked, noteAsked } from './asked.ts'
import { attachmentEndpoints } from './attachments.ts'
import { conflictEndpoints, findConflicts } from './conflicts.ts'
import { draftEndpoints } from './drafts.ts'
import { exportEndpoints } from './export.ts'
import { gapEndpoints } from './gaps.ts'
import { importEndpoints } from './import/endpoints.ts'
import { importRefusals } from './import/refusals.ts'
import { itemEndpoints } from './item-routes.ts'
import { publicEndpoints } from './public-api.ts'
import { readKnowledge } from './read.ts'
import { reportEndpoints } from './reports.ts'
import { requestEndpoints, settleRequests } from './requests.ts'
import { chooseKnowledge, readAnew, searchKnowledge } from './search/index.ts'
import { urgeOwners } from './urge.ts'
import { knowledgeRefusals } from '@open12345/domain/knowledge'

export { noteAsked } from './asked.ts'
export { attachmentsOf } from './attachments.ts'
export { loadDemonstrationKnowledge } from './demonstration.ts'
export { loadKnowledgeUnderway } from './underway.ts'
export { publishVersion, type NewVersion } from './publish.ts'
export { reportAnonymously } from './reports.ts'
export { quotedItem, readKnowledge } from './read.ts'
export { findKnowledge, searchKnowledge, type KnowledgeAsked, type KnowledgeHit } from './search/index.ts'
export type { KnowledgeTables } from './tables.ts'

const today = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()

export const knowledgeModule: Mounted = {
  name: 'knowledge',
  refusals: { ...knowledgeRefusals, ...importRefusals },
  jobs: [
    { name: 'knowledge-urging', everyMs: 60_000, work: urgeOwners },
    { name: 'knowledge-reading', everyMs: 60_000, work: readAnew },
    { name: 'knowledge-requests', everyMs: 600_000, work: settleRequests },
    { name: 'knowledge-conflicts', everyMs: 3_600_000, work: findConflicts },
    { name: 'knowledge-asked', everyMs: 3_600_000, work: forgetAsked },
  ],
  endpoints: [
    mount(knowledgeRoutes.searchKnowledge, async ({ query, at, ...asked }, app) => {
      const items = await asActor(app.database, nobody(app.config.authorityId), (tx) =>
        searchKnowledge(tx, { ...query, on: today(at), most: 20 }),
      )
      if (query.submitted === true) await noteAsked(app, { text: query.text, confidence: items[0]?.confidence ?? 0 }, { ...asked, at })
      return accept({ items: [...items] })
    }),
    mount(knowledgeRoutes.readKnowledge, ({ params, at }, app) =>
      asActor(app.database, nobody(app.config.authorityId), (tx) => readKnowledge(tx, params.itemId, today(at))),
    ),
    chooseKnowledge,
    ...publicEndpoints,
    ...itemEndpoints,
    ...draftEndpoints,
    ...reportEndpoints,
    ...attachmentEndpoints,
    ...importEndpoints,
    ...exportEndpoints,
    ...gapEndpoints,
    ...conflictEndpoints,
    ...requestEndpoints,
  ],
}
