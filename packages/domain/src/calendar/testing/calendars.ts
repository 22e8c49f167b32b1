import type { Calendar } from '../calendar.ts'
import written from '../../../../../prefectures/liangshan/calendar.json' with { type: 'json' }
import type { Feast } from '../feasts.ts'
import { localCalendar, noticeOf } from '../local.ts'
import type { Notice } from '../notice.ts'
import { nationalCalendar, type NationalDay } from '../national.ts'
import { publishedNational, publishedYears } from './published-lists.ts'

const name = { zh: '节假日', en: 'holiday' }
const days: readonly NationalDay[] = [
  ...[...publishedNational.off].map((on): NationalDay => ({ on, as: 'off', name })),
  ...[...publishedNational.worked].map((on): NationalDay => ({ on, as: 'worked', name })),
]

/** The calendars under test, from the lists written by hand. */
export const national: Calendar = nationalCalendar(publishedYears, days)
export const liangshanFeasts = written.feasts as readonly Feast[]
export const liangshanNotices: readonly Notice[] = written.notices.map(noticeOf)
export const liangshanWith = (...entered: readonly Notice[]): Calendar =>
  localCalendar(
    national,
    { id: 'liangshan', name: { zh: '凉山彝族自治州', en: 'Liangshan' }, feasts: liangshanFeasts, notices: liangshanNotices },
    entered,
  )
export const liangshan: Calendar = liangshanWith()
