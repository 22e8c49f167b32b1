import type { Demonstration } from '../../start/demonstration.ts'
import { demonstrationAccounts, loadDemonstrationAccounts } from '../accounts/index.ts'
import { loadDemonstrationKnowledge } from '../knowledge/index.ts'
import { loadDemonstrationContacts, loadOrganisation } from '../organisation/index.ts'
import { playDay } from './play.ts'

/** Units, places, people and a few days of matters, so that every desk has work at the first start. */
export const demonstration: Demonstration = {
  accounts: demonstrationAccounts,
  load: async (app) => {
    await loadOrganisation(app)
    await loadDemonstrationContacts(app)
    await loadDemonstrationAccounts(app)
    await loadDemonstrationKnowledge(app)
    await playDay(app)
  },
}
