import type { Demonstration } from '../../start/demonstration.ts'
import { demonstrationAccounts, loadDemonstrationAccounts } from '../accounts/index.ts'
import { loadDemonstrationKnowledge } from '../knowledge/index.ts'
import { loadDemonstrationContacts, loadOrganisation } from '../organisation/index.ts'
import { playDay } from './play.ts'

/** One of each role is enough to look around; the other units' people are named alike (`clerk-transport`). */
const oneOfEachRole = demonstrationAccounts.filter(
  ({ role, outsourced }, index) => !outsourced && demonstrationAccounts.findIndex((other) => other.role === role) === index,
)

/** Units, places, people and a few days of matters, so that every desk has work at the first start. */
export const demonstration: Demonstration = {
  accounts: oneOfEachRole,
  load: async (app) => {
    await loadOrganisation(app)
    await loadDemonstrationContacts(app)
    await loadDemonstrationAccounts(app)
    await loadDemonstrationKnowledge(app)
    await playDay(app)
  },
}
