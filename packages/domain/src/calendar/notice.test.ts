import { describe, expect, it } from 'vitest'
import { lunarDay } from './feasts.ts'
import { isoOf } from './day-number.ts'
import { enterNotice, noticesInForce, type Notice, type NoticeDay } from './notice.ts'
import { liangshanFeasts, liangshanNotices } from './testing/calendars.ts'

const feasts = liangshanFeasts.map(({ id }) => id)
const day = (on: string, as: NoticeDay['as']): NoticeDay => ({ on, as, name: { zh: '火把节', en: 'Torch Festival' } })
const notice = (change: Partial<Notice> = {}): Notice => ({
  number: '凉府办函〔2024〕1号',
  year: 2024,
  settles: ['torch-festival'],
  days: [day('2024-07-29', 'off'), day('2024-07-27', 'worked')],
  ...change,
})
const code = (entered: Notice, before: readonly Notice[] = liangshanNotices): string => {
  const decision = enterNotice(entered, before, feasts)
  return decision.ok ? 'entered' : decision.refusal.code
}

describe('录入放假通知 [26]', () => {
  it('照录', () => expect(code(notice())).toBe('entered'))
  it('文号不能空，也不能重复', () => {
    expect(code(notice({ number: ' ' }))).toBe('notice.number-missing')
    expect(code(notice({ number: '凉府办函〔2022〕121号' }))).toBe('notice.duplicate-number')
    expect(code(notice(), [notice()])).toBe('notice.duplicate-number')
  })
  it('同一文号更正录入错误；替代的文号必须存在', () => {
    expect(code(notice({ supersedes: '凉府办函〔2024〕1号' }), [notice()])).toBe('entered')
    expect(code(notice({ supersedes: '没有这个号' }))).toBe('notice.superseded-unknown')
  })
  it('日期要存在、在同一年、不自相矛盾', () => {
    expect(code(notice({ days: [day('2024-02-30', 'off')] }))).toBe('notice.date-malformed')
    expect(code(notice({ days: [day('2025-01-01', 'off')] }))).toBe('notice.wrong-year')
    expect(code(notice({ days: [day('2024-07-29', 'off'), day('2024-07-29', 'worked')] }))).toBe('notice.day-contradictory')
  })
  it('与另一通知相反的，须注明替代', () => {
    const other = notice({ number: '凉府办函〔2024〕2号', days: [day('2024-07-29', 'worked')] })
    expect(code(other, [notice()])).toBe('notice.contradicts-other')
    expect(code({ ...other, supersedes: '凉府办函〔2024〕1号' }, [notice()])).toBe('entered')
  })
  it('没有日期也没有确定节日的，或节日不认识的，不收', () => {
    expect(code(notice({ days: [], settles: [] }))).toBe('notice.empty')
    expect(code(notice({ settles: ['spring'] }))).toBe('notice.unknown-feast')
  })
  it('被替代的通知不再有效', () => {
    const first = notice()
    const second = notice({ number: '凉府办函〔2024〕2号', supersedes: first.number })
    expect(noticesInForce([first, second])).toEqual([second])
  })
})

describe('农历六月二十四', () => {
  it.each([
    [2017, '2017-07-17'],
    [2018, '2018-08-05'],
    [2023, '2023-08-10'],
    [2024, '2024-07-29'],
    [2025, '2025-07-18'],
    [2026, '2026-08-06'],
  ])('%i年是%s，闰六月不算', (year, date) => expect(isoOf(lunarDay(year, 6, 24))).toBe(date))
})
