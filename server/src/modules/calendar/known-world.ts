import { liangshanCalendar } from '@open12345/domain/calendar'
import { authorities, liangshan202318, sichuan2025, statutoryLimits, type World } from '@open12345/domain/policy'
import { national } from './national.ts'

/** All norms and calendars that come with the program, before any notice that an administrator enters. */
export const knownWorld: World = {
  authorities,
  packs: [liangshan202318, sichuan2025],
  calendars: [national, liangshanCalendar(national)],
  statutory: statutoryLimits,
}
