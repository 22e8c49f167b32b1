import type { Calendar } from './calendar.ts'
import { liangshanFeasts, liangshanNotices } from './data/liangshan.ts'
import { withOpenFeasts } from './feasts.ts'
import { noticesInForce, overlay, type Notice } from './notice.ts'

/** The years for which uncertain dates are marked; beyond them no national list is known either. */
const YEARS = Array.from({ length: 2100 - 1992 }, (_, index) => 1992 + index)

/** The calendar `liangshan`: the national days, under the prefecture's notices known to us, under those `entered` by an administrator. */
export const liangshanCalendar = (national: Calendar, entered: readonly Notice[] = []): Calendar => {
  const notices = noticesInForce([...liangshanNotices, ...entered])
  const calendar = overlay(national, 'liangshan', { zh: '凉山彝族自治州', en: 'Liangshan Yi Autonomous Prefecture' }, notices)
  return withOpenFeasts(calendar, liangshanFeasts, notices, YEARS)
}
