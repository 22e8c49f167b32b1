import type { RefusalTable } from '../kernel/index.ts'

export const calendarRefusals = {
  'span.malformed': {
    nature: 'invalid',
    zh: '时限须写作 15wd（工作日）、3wh（工作小时）、4nh（自然小时）、15nm（分钟）或 3nd（自然日），数目为1至10000。',
    en: 'Write a span as 15wd (working days), 3wh (working hours), 4nh (natural hours), 15nm (minutes) or 3nd (days), from 1 to 10,000.',
  },
  'instant.without-offset': {
    nature: 'invalid',
    zh: '时间须带时区，例如 2023-08-08T10:00+08:00。',
    en: 'A time must carry its offset, for example 2023-08-08T10:00+08:00.',
  },
  'instant.malformed': {
    nature: 'invalid',
    zh: '时间格式不对或该时间不存在；请写作 2023-08-08T10:00+08:00。',
    en: 'This is not a time that exists; write it as 2023-08-08T10:00+08:00.',
  },
  'instant.out-of-range': {
    nature: 'invalid',
    zh: '只计算{first}年至{last}年之间的时间。',
    en: 'Only times from {first} to {last} are counted.',
  },
  'calendar.unknown': { nature: 'not-found', zh: '没有这个日历。', en: 'There is no such calendar.' },
  'notice.number-missing': { nature: 'invalid', zh: '请填写通知的文号。', en: 'Give the number of the notice.' },
  'notice.duplicate-number': {
    nature: 'forbidden-step',
    zh: '该文号已录入；如需更正，请注明所替代的文号。',
    en: 'This notice is already entered; to correct it, name the notice that is superseded.',
  },
  'notice.superseded-unknown': { nature: 'invalid', zh: '所替代的通知并不存在。', en: 'The notice to be superseded is not known.' },
  'notice.empty': {
    nature: 'invalid',
    zh: '通知没有任何日期，也未说明确定了哪个节日。',
    en: 'The notice has no dates and settles no feast.',
  },
  'notice.unknown-feast': { nature: 'invalid', zh: '本日历没有名为“{feast}”的节日。', en: 'This calendar has no feast named “{feast}”.' },
  'notice.date-malformed': { nature: 'invalid', zh: '通知中有不存在的日期。', en: 'The notice holds a date that does not exist.' },
  'notice.wrong-year': { nature: 'invalid', zh: '{date}不在通知所属的{year}年。', en: '{date} is not in {year}, the year of the notice.' },
  'notice.day-contradictory': {
    nature: 'invalid',
    zh: '{date}在同一通知中出现两次，或既放假又上班。',
    en: '{date} appears twice in the notice, or both as a day off and as a day worked.',
  },
  'notice.contradicts-other': {
    nature: 'forbidden-step',
    zh: '{date}与已录入的{number}相反；如以新通知为准，请注明替代该文号。',
    en: '{date} contradicts {number}, entered before; if the new notice prevails, name that one as superseded.',
  },
} as const satisfies RefusalTable
