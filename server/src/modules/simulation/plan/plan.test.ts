import { declineGrounds, kinds, subjects } from '@open12345/domain/vocabulary'
import { gramCounts, rarityAmong, regroup, vectorOf } from '@open12345/language/grouping'
import { expect, test } from 'vitest'
import { national } from '../../calendar/national.ts'
import { slotNames } from '../data/fill.ts'
import { templates } from '../data/index.ts'
import { replies } from '../data/replies.ts'
import { officeTimeOf } from '../office-time.ts'
import { planMonth } from './index.ts'

const ground = {
  counties: [
    { code: '513401', name: '西昌市', townships: [{ code: '513401101', name: '礼州镇' }] },
    { code: '513402', name: '会理市', townships: [] },
  ],
  office: officeTimeOf(national),
  seats: ['seat', 'seat-2'],
  departments: ['housing', 'market'],
}
const until = Temporal.Instant.from('2026-03-20T16:00:00+08:00').epochMilliseconds
const month = (days: number, seed = 1) => planMonth({ from: until - days * 24 * 3_600_000, until, perDay: 50, seed }, ground)
const contents = month(30).map(({ content }) => content)

test('一个月的来件各不相同，类别、事项、不予受理的情形都有，有长有短', () => {
  const matters = month(30)
  expect(matters.length).toBeGreaterThan(1200)
  expect(new Set(contents).size).toBeGreaterThan(1000)
  expect(new Set(matters.map(({ kind }) => kind))).toEqual(new Set(kinds))
  expect(new Set(matters.map(({ subject }) => subject))).toEqual(new Set(subjects.map(({ code }) => code)))
  expect(new Set(matters.flatMap(({ course }) => (course.step === 'decline' ? [course.ground] : [])))).toEqual(new Set(declineGrounds))
  expect(contents.filter((content) => content.length > 700).length).toBeGreaterThan(10)
  expect(contents.filter((content) => content.length < 60).length).toBeGreaterThan(100)
})

test('没有一件留着没填的空', () => {
  const slots = [...templates.map(([, , text]) => text), ...replies.map(([, text]) => text)].flatMap(
    (text) => text.match(/(?<=\{)\w+(?=\})/g) ?? [],
  )
  expect(slots.filter((slot) => slot !== 'where' && !slotNames.includes(slot))).toEqual([])
  expect(contents.filter((content) => /[{}]|undefined/.test(content))).toEqual([])
})

test('同一个座席同时只接一个电话', () => {
  const lastAt = new Map<string, number>()
  for (const { door, seat, at } of month(30)) {
    if (door !== 'phone') continue
    expect(at - (lastAt.get(seat) ?? -Infinity)).toBeGreaterThanOrEqual(10 * 60_000)
    lastAt.set(seat, at)
  }
})

test('只由种子决定', () => {
  expect(month(3)).toEqual(month(3))
  expect(month(3, 2)).not.toEqual(month(3))
})

test('月末有一件事几个人各自反映，归得到一起', () => {
  const lately = month(3).filter(({ at }) => at > until - 48 * 3_600_000)
  const counts = lately.map(({ content }) => gramCounts('', content))
  const groups = regroup(counts.map((one) => ({ place: null, vector: vectorOf(one, rarityAmong(counts)) })))
  const isOfIt = (content: string): boolean => content.includes('滨河路') && content.includes('自来水')
  const those = groups.filter((_, at) => isOfIt(lately[at]?.content ?? ''))
  expect(those.length).toBeGreaterThanOrEqual(5)
  expect(new Set(those).size).toBe(1)
})
