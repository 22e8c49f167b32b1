import type { KindLimits } from '@open12345/contract/public-page'
import { authorities, liangshan202318, packInForce, sichuan2025, statutoryLimits } from '@open12345/domain/policy'
import type { App } from '../../app.ts'
import { civilDate } from './civil-date.ts'

/** Working days of each kind by the pack in force today; none where no pack is. @clause 12-2b */
export const kindLimits = (app: App, at: Temporal.Instant): KindLimits => {
  const world = { authorities, packs: [liangshan202318, sichuan2025], calendars: [], statutory: statutoryLimits }
  const pack = packInForce(app.config.authorityId, civilDate(at).toString(), world)
  if (!pack.ok) return {}
  const { handle } = pack.value.clocks
  if (handle.basis !== 'by-kind') return {}
  return Object.fromEntries(Object.entries(handle.kinds).map(([kind, { value }]) => [kind, value.count]))
}
