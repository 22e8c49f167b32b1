import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayFromIso, isoOf, isWorkingDay, type Day } from '@open12345/domain/calendar'
import { describe, expect, it } from 'vitest'
import { isWorked, walk } from '../../../../packages/domain/src/calendar/testing/day-walk.ts'
import {
  publishedLiangshan2023,
  publishedNational,
  publishedYears,
  type PublishedList,
} from '../../../../packages/domain/src/calendar/testing/published-lists.ts'
import { answer } from '@open12345/domain/policy'
import { knownWorld } from './known-world.ts'
import { national } from './national.ts'

/** The State Council's lists, day by day, where the folder of published data lies beside the repository. */
const folder = join(import.meta.dirname, '../../../../../shared/data/holidays')
const publishedFrom2007To2026 = (): PublishedList => {
  const [off, worked] = [new Set<string>(), new Set<string>()]
  for (let year = 2007; year <= 2026; year += 1) {
    const { days } = JSON.parse(readFileSync(join(folder, `${year}.json`), 'utf8')) as { days: { date: string; isOffDay: boolean }[] }
    for (const { date, isOffDay } of days) (isOffDay ? off : worked).add(date)
  }
  return { off, worked }
}

const first = (year: number): Day => dayFromIso(`${year}-01-01`) as Day
const differences = (list: PublishedList, years: readonly number[]): readonly string[] =>
  years.flatMap((year) =>
    Array.from({ length: first(year + 1) - first(year) }, (_, index) => first(year) + index)
      .filter((day) => isWorkingDay(national, day) !== isWorked(list, Temporal.PlainDate.from(isoOf(day))))
      .map(isoOf),
  )

/** A fixed sequence of pseudo-random numbers in [0, 1), so that a failure can be run again. */
const sequence = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const units = ['wd', 'wh', 'nh'] as const

const mismatches = (calendar: string, list: PublishedList, from: string, to: string, questions: number): readonly string[] => {
  const random = sequence(20_230_217)
  const [start, end] = [Temporal.Instant.from(from).epochMilliseconds, Temporal.Instant.from(to).epochMilliseconds]
  const found: string[] = []
  for (let index = 0; index < questions; index += 1) {
    const received = Temporal.Instant.fromEpochMilliseconds(start + Math.floor((random() * (end - start)) / 1000) * 1000).toString()
    const unit = units[index % 3] as (typeof units)[number]
    const wanted = 1 + Math.floor(random() * 30)
    const given = answer({ received, calendar, span: `${wanted}${unit}` }, knownWorld)
    const { dueOn, dueAt, days } = walk(list, received, unit, wanted)
    const same = given.ok && given.value.dueOn === dueOn && given.value.dueAt === dueAt && given.value.days.join() === days.join()
    if (!same) found.push(`${received} ${wanted}${unit} → ${dueAt}`)
  }
  return found
}

describe('全国日历', () => {
  it('写明所含年份：每年都有元旦，别的年份一天也没有', () => {
    const listed = new Set([...national.off.keys(), ...national.worked.keys()].map((day) => Number(isoOf(day).slice(0, 4))))
    expect([...national.coveredYears].toSorted()).toEqual([...listed].toSorted())
    for (const year of national.coveredYears) expect(national.off.has(first(year))).toBe(true)
  })
  it('与手录的公布名单一致', () => expect(differences(publishedNational, publishedYears)).toEqual([]))
  it('随机提问与逐日推算一致，2022年至2026年', () =>
    expect(mismatches('national', publishedNational, '2022-01-01T00:00Z', '2026-10-01T00:00Z', 3000)).toEqual([]))
  it('凉山2023年，随机提问与逐日推算一致', () =>
    expect(mismatches('liangshan', publishedLiangshan2023, '2023-01-01T00:00Z', '2023-11-30T00:00Z', 3000)).toEqual([]))
})

describe.skipIf(!existsSync(folder))('全国日历与2007年至2026年公布名单', () => {
  it('逐日一致', () =>
    expect(
      differences(
        publishedFrom2007To2026(),
        Array.from({ length: 20 }, (_, index) => 2007 + index),
      ),
    ).toEqual([]))
  it('随机提问与逐日推算一致', () =>
    expect(mismatches('national', publishedFrom2007To2026(), '2007-01-01T00:00Z', '2026-10-01T00:00Z', 6000)).toEqual([]))
})
