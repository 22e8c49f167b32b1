import { unitChangeRoutes as routes } from '@open12345/contract/organisation'
import { unitRefusals } from '@open12345/domain/unit'
import { mount, type Mounted } from '../../http/mount.ts'
import { decideUnitChange, previewUnitChange, withdrawUnitChange } from './decide.ts'
import { settleUnitChanges } from './effect.ts'
import { listUnitChanges, listUnitTree } from './read.ts'

export const unitChangeModule: Mounted = {
  name: 'unit-change',
  refusals: unitRefusals,
  endpoints: [
    mount(routes.listUnitTree, listUnitTree),
    mount(routes.listUnitChanges, listUnitChanges),
    mount(routes.previewUnitChange, previewUnitChange),
    mount(routes.decideUnitChange, decideUnitChange),
    mount(routes.withdrawUnitChange, withdrawUnitChange),
  ],
  jobs: [{ name: 'unit-changes', everyMs: 30_000, work: settleUnitChanges }],
}
