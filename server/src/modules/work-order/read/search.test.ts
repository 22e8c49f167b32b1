import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scene, type Desk, type Scene } from '../../../testing/scene.ts'

let house: Scene
let manager: Desk
const numbers: Record<string, string> = {}
const times = ['2026-03-02T23:59:59.999', '2026-03-03T00:00:00', '2026-03-04T23:59:59.999', '2026-03-05T00:00:00']

const filedAt = async (civil: string): Promise<string> => {
  house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
  const filed = await house.nobody<{ number: string }>('POST', '/requests', {
    kind: 'consultation',
    subject: 'water-supply',
    place: { county: '513401', township: null },
    content: '请问怎样申请？',
    anonymous: true,
  })
  expect(filed.status).toBe(201)
  return filed.body.number
}

beforeAll(async () => {
  house = await scene({ at: '2026-03-02T09:00:00+08:00' })
  for (const civil of times) numbers[civil] = await filedAt(civil)
  manager = await house.desk('centre-manager')
})
afterAll(() => house.close())

const foundOf = async (query: string): Promise<readonly string[]> => {
  const { body } = await manager<{ items: { number: string }[] }>('GET', `/orders/search?limit=20&${query}`)
  const civil = new Map(Object.entries(numbers).map(([at, number]) => [number, at]))
  return body.items.map(({ number }) => civil.get(number) ?? number)
}

describe('第二十二条 [22-1] 按受理日期检索工单', () => {
  it('首日零时起、末日二十四时止，差一毫秒也不算', async () => {
    expect(await foundOf('from=2026-03-03&to=2026-03-04')).toEqual([times[2], times[1]])
    expect(await foundOf('from=2026-03-05')).toEqual([times[3]])
    expect(await foundOf('to=2026-03-02')).toEqual([times[0]])
    expect(await foundOf('from=1900-01-01&to=9999-12-30')).toEqual(times.toReversed())
  })
})
