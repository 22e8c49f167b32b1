import { describe, expect, test } from 'vitest'
import {
  afterQuietHours,
  defaultQuietHours,
  inQuietHours,
  messageTemplates,
  messageText,
  secondsToNextAttempt,
  waitsForMorning,
} from './index.ts'

const after = (at: string): string =>
  afterQuietHours(defaultQuietHours, Temporal.Instant.from(at)).toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString()

describe('免打扰时段 21:30 至次日 08:00', () => {
  test.each([
    ['2026-03-02T21:29:59.999+08:00', '2026-03-02T21:29:59.999'],
    ['2026-03-02T21:30:00+08:00', '2026-03-03T08:00:00'],
    ['2026-03-02T23:59:59+08:00', '2026-03-03T08:00:00'],
    ['2026-03-03T00:00:00+08:00', '2026-03-03T08:00:00'],
    ['2026-03-03T07:59:59.999+08:00', '2026-03-03T08:00:00'],
    ['2026-03-03T08:00:00+08:00', '2026-03-03T08:00:00'],
    ['2026-12-31T22:00:00+08:00', '2027-01-01T08:00:00'],
    ['2026-03-02T13:30:00Z', '2026-03-03T08:00:00'],
  ])('%s → %s', (at, expected) => expect(after(at)).toBe(expected))
  test('不跨午夜的时段', () => {
    const siesta = { from: '12:00', to: '14:00', timeZone: 'Asia/Shanghai' }
    expect(inQuietHours(siesta, Temporal.Instant.from('2026-03-02T11:59:59+08:00'))).toBe(false)
    expect(inQuietHours(siesta, Temporal.Instant.from('2026-03-02T12:00:00+08:00'))).toBe(true)
    expect(inQuietHours(siesta, Temporal.Instant.from('2026-03-02T14:00:00+08:00'))).toBe(false)
  })
  test('诉求人的短信等到早上，紧急工单的单位短信不等', () => {
    expect(waitsForMorning('follow-up', true)).toBe(true)
    expect(waitsForMorning('unit-overdue', false)).toBe(true)
    expect(waitsForMorning('unit-overdue', true)).toBe(false)
    expect(waitsForMorning('unit-order-urgent', false)).toBe(false)
    expect(waitsForMorning('reply-unclear', false)).toBe(false)
  })
})

describe('第十三条（一） [13-1] 短信不含事项内容和姓名', () => {
  const facts = { sender: '凉山12345', number: '260300000017', shortCode: '5678' }
  test.each(messageTemplates)('%s 只能填入工单号和短码', (template) => {
    for (const language of ['zh', 'en'] as const) {
      const text = messageText(template, facts, language)
      expect(text.startsWith('【凉山12345】')).toBe(true)
      expect(text).not.toMatch(/[{}]/)
      const bare = messageText(template, { sender: '', number: '', shortCode: '' }, language)
      expect(text.replaceAll('凉山12345', '').replaceAll('260300000017', '').replaceAll('5678', '')).toBe(bare)
    }
  })
  test('回访短信带工单号、短码和评价说明', () => {
    const text = messageText('follow-up', facts)
    for (const part of ['260300000017', '5678', '1满意 2基本满意 3不满意', '第一位评服务，第二位评结果']) expect(text).toContain(part)
  })
})

test.each([
  [1, 30],
  [2, 60],
  [3, 120],
  [8, 3600],
  [1000, 3600],
])('第 %i 次未发出，%i 秒后再试', (attempts, seconds) => expect(secondsToNextAttempt(attempts)).toBe(seconds))
