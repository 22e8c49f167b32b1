import { localCalendar, type Calendar, type Notice } from '@open12345/domain/calendar'
import { statutoryLimits, type Authority, type World } from '@open12345/domain/policy'
import { programPacks, type Norms } from '../organisation/index.ts'
import { national } from './national.ts'

const authorityOf = ({ profile: { id, name, shortName, adoptions } }: Norms): Authority => ({
  id,
  name,
  shortName,
  calendar: id,
  adoptions,
})

const calendarOf = ({ profile: { id, name }, calendar }: Norms, entered: readonly Notice[]): Calendar =>
  localCalendar(national, { id, name, ...calendar }, entered)

/** Norms and calendars of these prefectures, with the notices that administrators entered. @clause 26 */
export const worldOf = (prefectures: readonly Norms[], entered: readonly Notice[] = []): World => ({
  authorities: prefectures.map(authorityOf),
  packs: [...programPacks, ...prefectures.flatMap(({ packs }) => packs)],
  calendars: [national, ...prefectures.map((norms) => calendarOf(norms, entered))],
  statutory: statutoryLimits,
})
