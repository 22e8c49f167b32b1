import { describe, expect, it } from 'vitest'
import { shanghaiText } from './instant-text.ts'
import { naturalHours, naturalMinutes, workingDays, workingHours, type Span } from './span.ts'
import { liangshan, national } from './testing/calendars.ts'
import { warnAt } from './warn-at.ts'
import type { Calendar } from './calendar.ts'

const warning = (calendar: Calendar, dueAt: string, before: Span): string =>
  shanghaiText(warnAt(calendar, Temporal.Instant.from(dueAt).epochMilliseconds, before))

describe('第二十二条（一） [22-1] 即将超期的提醒按工作时间倒推', () => {
  it('跨午休：13:30前1小时是11:30', () =>
    expect(warning(national, '2023-03-08T13:30+08:00', workingHours(1))).toBe('2023-03-08T11:30:00+08:00'))
  it('24时届满的，从下班时起倒推', () =>
    expect(warning(national, '2023-03-09T00:00+08:00', workingHours(3))).toBe('2023-03-08T14:00:00+08:00'))
  it('跨夜和周末', () => expect(warning(national, '2023-03-13T10:00+08:00', workingHours(2))).toBe('2023-03-10T16:00:00+08:00'))
  it('跨地方节日', () => expect(warning(liangshan, '2023-08-17T10:00+08:00', workingHours(2))).toBe('2023-08-08T16:00:00+08:00'))
  it('工作日按每日工作时间折算', () =>
    expect(warning(national, '2023-03-11T00:00+08:00', workingDays(2))).toBe('2023-03-09T09:00:00+08:00'))
  it('自然时间直接相减', () => {
    expect(warning(national, '2023-03-11T00:00+08:00', naturalHours(1))).toBe('2023-03-10T23:00:00+08:00')
    expect(warning(national, '2023-03-11T00:00+08:00', naturalMinutes(30))).toBe('2023-03-10T23:30:00+08:00')
  })
})
