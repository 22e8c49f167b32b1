import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from './calendar.ts'
import { dayOf } from './day-number.ts'
import { isWorkingDay } from './calendar.ts'
import { shanghaiText } from './instant-text.ts'
import { liangshan, national } from './testing/calendars.ts'
import { walk } from './testing/day-walk.ts'
import { due } from './testing/due.ts'
import { publishedLiangshan2023, publishedNational, type PublishedList } from './testing/published-lists.ts'
import { count } from './count.ts'
import { parseSpan, workingHours } from './span.ts'
import { warnAt } from './warn-at.ts'

const second = (from: string, to: string) =>
  fc
    .integer({ min: Temporal.Instant.from(from).epochMilliseconds / 1000, max: Temporal.Instant.from(to).epochMilliseconds / 1000 })
    .map((at) => at * 1000)
const span = fc.oneof(
  fc.record({ unit: fc.constant('wd' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant('wh' as const), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('nh' as const), count: fc.integer({ min: 1, max: 100 }) }),
)

const agrees = (calendar: Calendar, list: PublishedList, from: string, to: string, runs: number): void =>
  fc.assert(
    fc.property(second(from, to), span, (at, { unit, count: wanted }) => {
      const received = shanghaiText(at)
      const { dueOn, dueAt, days } = due(calendar, `${wanted}${unit}`, received)
      expect({ dueOn, dueAt, days }).toEqual(walk(list, received, unit, wanted))
    }),
    { numRuns: runs },
  )

describe('到期时间与逐日推算一致', () => {
  it('全国日历，2022年至2026年', () => agrees(national, publishedNational, '2022-01-01T00:00+08:00', '2026-10-01T00:00+08:00', 4000))
  it('凉山日历，2023年', () => agrees(liangshan, publishedLiangshan2023, '2023-01-01T00:00+08:00', '2023-12-31T00:00+08:00', 4000))
})

describe('日历的定律', () => {
  const anyAt = second('2022-01-01T00:00+08:00', '2026-10-01T00:00+08:00')
  const end = (calendar: Calendar, at: number, text: string) => {
    const parsed = parseSpan(text)
    if (!parsed.ok) throw new Error(text)
    return count(calendar, at, parsed.value, { closeOfOffice: false })
  }

  it('工作日、自然日的最后一日从不落在休息日', () =>
    fc.assert(
      fc.property(anyAt, fc.integer({ min: 1, max: 40 }), fc.constantFrom('wd', 'nd'), (at, days, unit) => {
        expect(isWorkingDay(liangshan, end(liangshan, at, `${days}${unit}`).dueOn)).toBe(true)
      }),
    ))
  it('时限更长，到期不会更早；晚收到，到期也不会更早', () =>
    fc.assert(
      fc.property(
        anyAt,
        fc.nat(10_000_000),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('wd', 'wh', 'nh', 'nd'),
        (at, later, wanted, unit) => {
          const { dueAt } = end(liangshan, at, `${wanted}${unit}`)
          expect(end(liangshan, at, `${wanted + 1}${unit}`).dueAt).toBeGreaterThanOrEqual(dueAt)
          expect(end(liangshan, at + later, `${wanted}${unit}`).dueAt).toBeGreaterThanOrEqual(dueAt)
        },
      ),
    ))
  it('从提醒时刻起再数同样的工作时间，正好到期', () =>
    fc.assert(
      fc.property(anyAt, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (at, wanted, before) => {
        const { dueAt } = end(liangshan, at, `${wanted}wh`)
        const warning = warnAt(liangshan, dueAt, workingHours(before))
        expect(isWorkingDay(liangshan, dayOf(warning))).toBe(true)
        expect(end(liangshan, warning, `${before}wh`).dueAt).toBe(dueAt)
      }),
    ))
})
