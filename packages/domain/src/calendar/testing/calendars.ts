import type { Calendar } from '../calendar.ts'
import { liangshanCalendar } from '../liangshan.ts'
import { nationalCalendar, type NationalDay } from '../national.ts'
import { publishedNational, publishedYears } from './published-lists.ts'

const name = { zh: '节假日', en: 'holiday' }
const days: readonly NationalDay[] = [
  ...[...publishedNational.off].map((on): NationalDay => ({ on, as: 'off', name })),
  ...[...publishedNational.worked].map((on): NationalDay => ({ on, as: 'worked', name })),
]

/** The calendars under test, from the lists written by hand. */
export const national: Calendar = nationalCalendar(publishedYears, days)
export const liangshan: Calendar = liangshanCalendar(national)
