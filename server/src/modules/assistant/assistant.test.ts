import type { Suggestions } from '@open12345/contract/assistant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemonstrationKnowledge } from '../knowledge/index.ts'
import { orderHouse, rowCounts, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => {
  house = await orderHouse()
  await loadDemonstrationKnowledge(house.app)
})
afterAll(() => house.close())

const ask = async (login: string, body: object) => (await house.at(login))<Suggestions>('POST', '/assistant/suggestions', body)
const suggested = async (text: string, more: object = {}): Promise<Suggestions> => {
  const { status, body } = await ask('seat', { text, ...more })
  expect(status).toBe(200)
  return body
}
const xichang = { county: '513401', township: null }

describe('第十条 [10-record] 坐席边记边得到建议，一条也不自动填', () => {
  it('类别、事项、地点、承办单位和依据，说得出是文中哪几个字', async () => {
    const found = await suggested('西昌市礼州镇的工地拖欠工资三个月，求助，请帮忙讨薪。')
    expect(found.kinds[0]).toMatchObject({ value: 'help' })
    expect(found.kinds[0]!.reasons).toContain('求助')
    expect(found.subjects[0]).toMatchObject({ value: 'wages' })
    expect(found.subjects[0]!.reasons).toContain('拖欠工资')
    expect(found.places[0]).toMatchObject({
      value: { county: '513401', township: '513401101' },
      name: '西昌市礼州镇',
      reasons: ['西昌市', '礼州镇'],
    })
    expect(found.units[0]).toMatchObject({
      unitId: 'human-resources',
      unitName: '州人力资源和社会保障局',
      catalogue: { subject: 'wages', principle: 'duty', basis: '《保障农民工工资支付条例》第七条' },
    })
    for (const { confidence } of [...found.kinds, ...found.subjects, ...found.places, ...found.units]) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  it('坐席选了事项和地点的，承办单位按选的来：县市的归县市', async () => {
    const { units } = await suggested('占道经营太严重', { subject: 'urban-order', place: xichang })
    expect(units.map(({ unitId }) => unitId)).toEqual(['xichang'])
    expect(units[0]!.catalogue!.principle).toBe('place')
  })

  it('同名的乡镇都列出；坐席说了县市，只剩一个；改名的会理县是会理市', async () => {
    const nameOf = async (text: string, more: object = {}) => (await suggested(text, more)).places.map(({ name }) => name)
    expect((await nameOf('金沙那边的路灯一直不亮')).toSorted()).toEqual(['德昌县金沙傈僳族乡', '雷波县金沙镇'].toSorted())
    expect(await nameOf('金沙那边的路灯一直不亮', { place: { county: '513437', township: null } })).toEqual(['雷波县金沙镇'])
    expect(await nameOf('会理县的公交车很久才来一趟')).toEqual(['会理市'])
  })

  it('一个字、空的，什么也没有', async () => {
    for (const text of ['', '停', '   '])
      expect(await suggested(text)).toMatchObject({ kinds: [], subjects: [], places: [], units: [], orders: [], passages: [] })
  })
})

describe('第十一条 [11-1] 可以引用的知识，带版本', () => {
  it('问低保怎么申请，找到能答的条目', async () => {
    const { passages } = await suggested('请问低保怎么申请？')
    expect(passages.length).toBeGreaterThan(0)
    expect(passages.length).toBeLessThanOrEqual(3)
    expect(passages[0]!.title).toContain('最低生活保障')
    expect(passages[0]!.version).toBe(1)
  })
})
