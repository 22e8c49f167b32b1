import type { App } from '../../app.ts'
import type { Mounted } from '../../http/mount.ts'
import type { Demonstration } from '../../start/demonstration.ts'
import { settableClock } from '../../time/clock.ts'
import { demonstrationAccounts, loadDemonstrationAccounts } from '../accounts/index.ts'
import { loadDemonstrationProposal } from '../catalogue/index.ts'
import { loadDemonstrationConnectors } from '../department-query/index.ts'
import { loadDemonstrationKnowledge, loadKnowledgeUnderway } from '../knowledge/index.ts'
import { historyOfOrders, train } from '../learning/index.ts'
import { loadDemonstrationContacts } from '../organisation/index.ts'
import { progressTo } from './progress.ts'
import { simulate, type Played, type Simulation } from './simulate.ts'
import { instantOf } from './story.ts'

export { chanceFrom } from './chance.ts'
export { fill } from './data/fill.ts'
export { templates } from './data/index.ts'
export { summaryOf } from './summary.ts'
export type { Simulation } from './simulate.ts'

/** One of each role is enough to look around; the other units' people are named alike (`clerk-transport`). */
const oneOfEachRole = demonstrationAccounts.filter(
  ({ role, outsourced }, index) => !outsourced && demonstrationAccounts.findIndex((other) => other.role === role) === index,
)

const hoursBefore = 24

/** People who were there before the month began, and the month. */
export const loadMonth = async (app: App, modules: readonly Mounted[], simulation: Simulation, signal?: AbortSignal): Promise<Played> => {
  const { until, days } = simulation
  const before = instantOf(until).subtract({ hours: days * 24 + hoursBefore })
  const past: App = { ...app, clock: settableClock(before) }
  await loadDemonstrationContacts(past)
  await loadDemonstrationAccounts(past)
  await loadDemonstrationKnowledge(past)
  await loadDemonstrationConnectors(past)
  const now: App = { ...app, clock: settableClock(instantOf(until)) }
  await loadKnowledgeUnderway(now)
  await loadDemonstrationProposal(now)
  const title = `正在演示过去 ${days} 天 playing the last ${days} days…`
  return simulate(app, modules, simulation, { signal, onProgress: progressTo(process.stdout, title) })
}

const perDay = 50
const seed = 12_345

/** The days that end now, so that the demonstration never ages. */
export const demonstrationOf = (modules: readonly Mounted[]): Demonstration => ({
  accounts: oneOfEachRole,
  load: async (app, signal) => {
    const { demonstrationDays: days } = app.config
    await loadMonth(app, modules, { until: app.clock.now().epochMilliseconds, days, perDay, seed }, signal)
    await train(app, await historyOfOrders(app))
  },
})
