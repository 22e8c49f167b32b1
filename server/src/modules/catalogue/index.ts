import { catalogueRoutes as routes } from '@open12345/contract/catalogue'
import { catalogueRefusals } from '@open12345/domain/catalogue'
import { accept } from '@open12345/domain/kernel'
import { asActor } from '../../db/transaction.ts'
import { mount, mountPage, type Mounted } from '../../http/mount.ts'
import { catalogueEntries, catalogueFile } from '../organisation/index.ts'
import { dismissCatalogueFinding } from './dismissal.ts'
import { listCatalogueFindings } from './findings.ts'
import { previewCatalogueChange, proposeCatalogueChange, withdrawCatalogueChange } from './propose.ts'
import { listCatalogue, listCatalogueChanges, listCatalogueConcerning, listCatalogueDoubts, readCatalogueHistory } from './read.ts'
import { replayCatalogueRule } from './replay.ts'
import { acceptCatalogueChange, refuseCatalogueChange } from './review.ts'
import { revokeCatalogueChange } from './revoke.ts'

export { loadDemonstrationProposal } from './demonstration.ts'

export const catalogueModule: Mounted = {
  name: 'catalogue',
  refusals: catalogueRefusals,
  endpoints: [
    mount(routes.listCatalogue, listCatalogue),
    mount(routes.readCatalogueHistory, readCatalogueHistory),
    mount(routes.listCatalogueDoubts, listCatalogueDoubts),
    mount(routes.listCatalogueConcerning, listCatalogueConcerning),
    mount(routes.listCatalogueChanges, listCatalogueChanges),
    mount(routes.previewCatalogueChange, previewCatalogueChange),
    mount(routes.proposeCatalogueChange, proposeCatalogueChange),
    mount(routes.acceptCatalogueChange, acceptCatalogueChange),
    mount(routes.refuseCatalogueChange, refuseCatalogueChange),
    mount(routes.withdrawCatalogueChange, withdrawCatalogueChange),
    mount(routes.revokeCatalogueChange, revokeCatalogueChange),
    mount(routes.replayCatalogueRule, replayCatalogueRule),
    mount(routes.listCatalogueFindings, listCatalogueFindings),
    mount(routes.dismissCatalogueFinding, dismissCatalogueFinding),
    mountPage({
      method: 'GET',
      path: '/api/v1/catalogue/export',
      access: { kind: 'staff', action: 'catalogue.read' },
      handler: (call, app) =>
        asActor(app.database, call.actor, async (tx) =>
          accept({
            kind: 'file',
            name: 'responsibilities.csv',
            mediaType: 'text/csv',
            // With a byte order mark, or Excel takes Chinese for something else.
            bytes: Buffer.from(`\uFEFF${catalogueFile(await catalogueEntries(tx))}`),
          }),
        ),
    }),
  ],
}
