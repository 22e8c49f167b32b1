import { describe, expect, it } from 'vitest'
import { liangshan, liangshanWith, national } from './testing/calendars.ts'
import { due } from './testing/due.ts'
import type { Calendar } from './calendar.ts'

const reasons = (calendar: Calendar, span: string, receivedAt: string) =>
  due(calendar, span, receivedAt).provisionalReasons.map(({ code, year, feast }) => `${code} ${year}${feast ? ` ${feast}` : ''}`)

describe('暂定', () => {
  it('全国安排未公布的年份', () => {
    expect(reasons(national, '5wd', '2027-03-08T10:00+08:00')).toEqual(['year-not-covered 2027'])
    expect(reasons(national, '1wd', '2026-12-31T10:00+08:00')).toEqual(['year-not-covered 2027'])
    expect(reasons(national, '1wd', '2026-12-30T10:00+08:00')).toEqual([])
  })
  it('凉山2024年火把节（农历六月二十四，公历7月29日）没有通知', () => {
    expect(reasons(liangshan, '7wd', '2024-07-22T10:00+08:00')).toEqual(['local-notice-missing 2024 torch-festival'])
    expect(reasons(liangshan, '1wd', '2024-07-17T10:00+08:00')).toEqual([])
    expect(reasons(national, '7wd', '2024-07-22T10:00+08:00')).toEqual([])
  })
  it('节日前后周末可能调休，跨过也是暂定', () => {
    expect(reasons(liangshan, '1wd', '2024-07-19T10:00+08:00')).toEqual([])
    expect(reasons(liangshan, '1wd', '2024-07-26T10:00+08:00')).toEqual(['local-notice-missing 2024 torch-festival'])
    expect(reasons(liangshan, '1wd', '2024-08-09T10:00+08:00')).toEqual(['local-notice-missing 2024 torch-festival'])
    expect(reasons(liangshan, '1wd', '2024-08-12T10:00+08:00')).toEqual([])
  })
  it('州庆：国庆假期的后一日可能放假', () => {
    expect(reasons(liangshan, '1wd', '2024-10-07T10:00+08:00')).toEqual(['local-notice-missing 2024 founding-day'])
    expect(reasons(liangshan, '1wd', '2024-10-08T10:00+08:00')).toEqual([])
  })
  it('彝族年：11月20日至26日', () => {
    expect(reasons(liangshan, '5wd', '2025-11-18T10:00+08:00')).toEqual(['local-notice-missing 2025 yi-new-year'])
    expect(reasons(liangshan, '1wd', '2025-11-18T10:00+08:00')).toEqual([])
  })
  it('通知已知的年份不暂定：2018、2023', () => {
    expect(reasons(liangshan, '20wd', '2023-07-20T10:00+08:00')).toEqual([])
    expect(reasons(liangshan, '40wd', '2018-08-01T10:00+08:00')).toEqual([])
  })
  it('自然小时从不暂定；工作时间从收到当日起看', () => {
    expect(reasons(liangshan, '4nh', '2024-07-29T10:00+08:00')).toEqual([])
    expect(reasons(liangshan, '1wh', '2024-07-29T10:00+08:00')).toEqual(['local-notice-missing 2024 torch-festival'])
    expect(reasons(liangshan, '1wh', '2024-07-25T10:00+08:00')).toEqual([])
  })
  it('录入通知后，该节日不再暂定，其他节日仍暂定', () => {
    const name = { zh: '火把节', en: 'Torch Festival' }
    const entered = liangshanWith({
      number: '测试〔2024〕1号',
      year: 2024,
      settles: ['torch-festival'],
      days: [
        { on: '2024-07-29', as: 'off', name },
        { on: '2024-07-27', as: 'worked', name },
      ],
    })
    expect(reasons(entered, '7wd', '2024-07-22T10:00+08:00')).toEqual([])
    expect(due(entered, '3wd', '2024-07-26T10:00+08:00').days).toEqual(['2024-07-27', '2024-07-30', '2024-07-31'])
    expect(reasons(entered, '5wd', '2024-11-18T10:00+08:00')).toEqual(['local-notice-missing 2024 yi-new-year'])
  })
  it('录入全国安排后，该年不再暂定', () => {
    const entered = liangshanWith({
      number: '国办发明电〔2026〕0号',
      year: 2027,
      settles: ['national-list'],
      days: [{ on: '2027-03-09', as: 'off', name: { zh: '测试', en: 'test' } }],
    })
    expect(reasons(entered, '2wd', '2027-03-08T10:00+08:00')).toEqual([])
    expect(due(entered, '1wd', '2027-03-08T10:00+08:00').days).toEqual(['2027-03-10'])
  })
})
