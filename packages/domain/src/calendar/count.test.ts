import { describe, expect, it } from 'vitest'
import { liangshan, national } from './testing/calendars.ts'
import { due } from './testing/due.ts'

const dueOn = (...question: Parameters<typeof due>) => due(...question).dueOn
const dueAt = (...question: Parameters<typeof due>) => due(...question).dueAt

describe('工作日', () => {
  it('第十二条（二） [12-2b] 求助类工单2023年8月8日收到，凉山8月24日到期，全国日历8月17日到期', () => {
    expect(due(liangshan, '7wd', '2023-08-08T10:00+08:00')).toMatchObject({
      dueOn: '2023-08-24',
      dueAt: '2023-08-25T00:00:00+08:00',
      days: ['2023-08-17', '2023-08-18', '2023-08-19', '2023-08-21', '2023-08-22', '2023-08-23', '2023-08-24'],
      provisional: false,
    })
    expect(dueOn(national, '7wd', '2023-08-08T10:00+08:00')).toBe('2023-08-17')
  })
  it('民法典第二百零一条 收到当日不计，零点前后一秒分属两日', () => {
    expect(dueOn(national, '1wd', '2023-03-07T23:59:59+08:00')).toBe('2023-03-08')
    expect(dueOn(national, '1wd', '2023-03-08T00:00:00+08:00')).toBe('2023-03-09')
    expect(dueOn(national, '1wd', '2023-03-07T15:59:59.999Z')).toBe('2023-03-08')
    expect(dueOn(national, '1wd', '2023-03-07T16:00:00Z')).toBe('2023-03-09')
  })
  it('休息日收到，第1日是下一个工作日', () => {
    expect(due(national, '1wd', '2023-03-11T10:00+08:00').days).toEqual(['2023-03-13'])
    expect(due(national, '1wd', '2023-09-30T22:00+08:00').days).toEqual(['2023-10-07'])
    expect(due(liangshan, '1wd', '2023-09-30T22:00+08:00').days).toEqual(['2023-10-08'])
  })
  it('调休的周六、周日上班并计入', () => {
    expect(due(national, '2wd', '2023-01-27T10:00+08:00').days).toEqual(['2023-01-28', '2023-01-29'])
    expect(due(liangshan, '2wd', '2023-11-17T10:00+08:00').days).toEqual(['2023-11-18', '2023-11-19'])
  })
  it('地方通知优先于全国安排：2023年10月7日凉山放假', () => {
    expect(due(national, '1wd', '2023-10-06T10:00+08:00').days).toEqual(['2023-10-07'])
    expect(due(liangshan, '1wd', '2023-10-06T10:00+08:00').days).toEqual(['2023-10-08'])
    expect(due(liangshan, '1wd', '2023-10-06T10:00+08:00').skipped).toContainEqual(
      expect.objectContaining({ date: '2023-10-07', why: 'local-holiday', source: '凉府办函〔2022〕121号' }),
    )
  })
  it('跨年', () => {
    expect(due(national, '3wd', '2018-12-28T18:00+08:00').days).toEqual(['2018-12-29', '2019-01-02', '2019-01-03'])
    expect(due(national, '1wd', '2022-12-30T18:00+08:00').days).toEqual(['2023-01-03'])
  })
  it('民法典第二百零三条第二款 开关打开时，最后一日到下班时届满', () => {
    expect(dueAt(national, '1wd', '2023-03-07T10:00+08:00', true)).toBe('2023-03-08T17:00:00+08:00')
    expect(dueAt(national, '1wd', '2023-03-07T10:00+08:00', false)).toBe('2023-03-09T00:00:00+08:00')
  })
})

describe('工作时间 [12-1]', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['3wh', '2023-03-08T09:00+08:00', '2023-03-08T12:00:00+08:00'],
    ['3wh', '2023-03-08T08:00+08:00', '2023-03-08T12:00:00+08:00'],
    ['3wh', '2023-03-08T09:00:01+08:00', '2023-03-08T13:00:01+08:00'],
    ['3wh', '2023-03-08T12:30+08:00', '2023-03-08T16:00:00+08:00'],
    ['3wh', '2023-03-08T14:00+08:00', '2023-03-08T17:00:00+08:00'],
    ['3wh', '2023-03-08T14:00:01+08:00', '2023-03-09T09:00:01+08:00'],
    ['3wh', '2023-03-08T16:59:59+08:00', '2023-03-09T11:59:59+08:00'],
    ['3wh', '2023-03-08T17:00+08:00', '2023-03-09T12:00:00+08:00'],
    ['3wh', '2023-03-08T23:30+08:00', '2023-03-09T12:00:00+08:00'],
    ['3wh', '2023-03-10T16:00+08:00', '2023-03-13T11:00:00+08:00'],
    ['3wh', '2023-09-28T16:00+08:00', '2023-10-07T11:00:00+08:00'],
    ['7wh', '2023-03-08T09:00+08:00', '2023-03-08T17:00:00+08:00'],
    ['14wh', '2023-03-08T09:00+08:00', '2023-03-09T17:00:00+08:00'],
  ]
  it.each(cases)('%s，%s 收到，%s 届满', (span, receivedAt, expected) => expect(dueAt(national, span, receivedAt)).toBe(expected))

  it('只列出真正计时的日期；下班后收到的当日不列', () => {
    expect(due(national, '3wh', '2023-03-10T16:00+08:00').days).toEqual(['2023-03-10', '2023-03-13'])
    const late = due(national, '1wh', '2023-03-10T17:00+08:00')
    expect(late.days).toEqual(['2023-03-13'])
    expect(late.skipped.map(({ why }) => why)).toEqual(['after-office-hours', 'weekend', 'weekend'])
  })
})

describe('自然时间 [12-4a]', () => {
  it('4小时昼夜连续；到零点为止的，最后一日是前一日', () => {
    expect(due(national, '4nh', '2023-10-01T22:30+08:00')).toMatchObject({
      dueAt: '2023-10-02T02:30:00+08:00',
      dueOn: '2023-10-02',
      days: ['2023-10-01', '2023-10-02'],
    })
    expect(due(national, '4nh', '2023-10-01T20:00+08:00')).toMatchObject({
      dueAt: '2023-10-02T00:00:00+08:00',
      dueOn: '2023-10-01',
      days: ['2023-10-01'],
    })
  })
  it('分钟', () => expect(dueAt(national, '15nm', '2023-10-01T23:50+08:00')).toBe('2023-10-02T00:05:00+08:00'))
  it('毫秒不丢', () => expect(dueAt(national, '4nh', '2023-10-01T10:00:00.25+08:00')).toBe('2023-10-01T14:00:00.250+08:00'))
  it('自然日：收到当日不计，最后一日是休息日的顺延（民法典第二百零三条第一款）', () => {
    expect(dueOn(national, '3nd', '2023-03-06T10:00+08:00')).toBe('2023-03-09')
    expect(dueOn(national, '3nd', '2023-03-08T10:00+08:00')).toBe('2023-03-13')
  })
})
