import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { nationalCalendar, type Calendar, type NationalDay } from '@open12345/domain/calendar'

/**
 * The years whose lists the package holds. It says nothing about this itself: a year that is not published yet looks like one without
 * holidays. The data are read as they are, because the package's functions compute in the machine's own time zone.
 */
const FIRST_YEAR = 2004
const LAST_YEAR = 2026

/** `"National Day,国庆节,3"`: English name, Chinese name, number of statutory days. */
const daysOf = (listed: Readonly<Record<string, string>>, as: NationalDay['as']): readonly NationalDay[] =>
  Object.entries(listed).map(([on, label]) => {
    const [en = '', zh = ''] = label.split(',')
    return { on, as, name: { zh, en } }
  })

/** The State Council's yearly lists of days off and days worked instead. */
export const national: Calendar = nationalCalendar(
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index),
  [...daysOf(published.holidays, 'off'), ...daysOf(published.workdays, 'worked')],
)
