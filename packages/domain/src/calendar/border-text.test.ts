import { describe, expect, it } from 'vitest'
import { dayFromIso, isoOf } from './day-number.ts'
import { parseInstant, shanghaiText } from './instant-text.ts'
import { parseSpan, spanText } from './span.ts'

const read = (text: string): string => {
  const at = parseInstant(text)
  return at.ok ? shanghaiText(at.value.epochMilliseconds) : at.refusal.code
}

describe('时间的写法', () => {
  it.each([
    ['2023-08-08T10:00+08:00', '2023-08-08T10:00:00+08:00'],
    ['2023-08-08T02:00Z', '2023-08-08T10:00:00+08:00'],
    ['2023-08-08T02:00:00.5Z', '2023-08-08T10:00:00.500+08:00'],
    ['2023-08-07T20:00:30-06:00', '2023-08-08T10:00:30+08:00'],
    ['2023-08-08T10:00', 'instant.without-offset'],
    ['2023-08-08', 'instant.without-offset'],
    ['2023-02-30T10:00+08:00', 'instant.malformed'],
    ['2023-08-08T24:00+08:00', 'instant.malformed'],
    ['2023-08-08T10:00:60+08:00', 'instant.malformed'],
    ['2023-08-08T10:00+08:00[Asia/Shanghai]', 'instant.malformed'],
    ['昨天', 'instant.malformed'],
    ['', 'instant.malformed'],
    ['1991-12-31T23:59:59+08:00', 'instant.out-of-range'],
    ['2200-01-01T00:00+08:00', 'instant.out-of-range'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('时限的写法', () => {
  it.each(['15wd', '3wh', '4nh', '15nm', '3nd', '10000nh'])('%s', (text) => {
    const span = parseSpan(text)
    expect(span.ok && spanText(span.value)).toBe(text)
  })
  it.each(['', '0wd', '-1wd', '1.5wd', '10001wd', '3', 'wd', '3 wd', '3WD', '03wd', '3days'])('拒绝 “%s”', (text) =>
    expect(parseSpan(text)).toMatchObject({ ok: false, refusal: { code: 'span.malformed' } }),
  )
})

describe('日序', () => {
  it('1992年至2199年逐日与 Temporal 一致', () => {
    let date = Temporal.PlainDate.from('1992-01-01')
    const first = dayFromIso('1992-01-01') as number
    for (let day = first; date.year < 2200; day += 1, date = date.add({ days: 1 }))
      if (isoOf(day) !== date.toString() || dayFromIso(date.toString()) !== day) expect.fail(date.toString())
  })
  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '23-01-01', '2023-1-1', '9999-01-01'])('不存在的日期 %s', (text) =>
    expect(dayFromIso(text)).toBeUndefined(),
  )
})
