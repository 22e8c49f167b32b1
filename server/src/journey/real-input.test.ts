import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { longestText, readMessages } from './testing/messages.ts'
import { outcomes, planFor } from './testing/plans.ts'
import { chanceFrom } from './testing/random.ts'
import { storyOf, type Telling } from './testing/stories.ts'
import { openTown, tellAll, type Town } from './testing/town.ts'
import { expectedLife, faultsOf, lifeOf, storedOrder, warningFaults, type StoredOrder } from './testing/verify.ts'

const seed = 12345
const most = 205
const { from, fitting, tooLong } = readMessages(chanceFrom(seed), most)

let town: Town
let tellings: readonly Telling[]
const stored = new Map<Telling, StoredOrder>()

/** The first half in 2023, when the prefecture's notice is known; the second in 2026, when it is not. */
beforeAll(async () => {
  town = await openTown('2023-08-01T09:00:00+08:00')
  const yearOf = (index: number) => (index < fitting.length / 2 ? 2023 : 2026)
  tellings = fitting.map((message, index) => {
    // Each its own: stories of one stop go side by side, and must not draw from each other.
    const own = chanceFrom(seed + index)
    return storyOf(town, own, planFor(message, index, yearOf(index), own))
  })
}, 60_000)
afterAll(() => town.house.close())

describe(`第三条 [3-mechanism] 真实来件走完全程（${from === 'own' ? '自拟' : '公开'}来件 ${fitting.length} 件）`, () => {
  it('每一件都走到归档', { timeout: 900_000 }, async () => {
    const stops = await tellAll(town, tellings)
    for (const telling of tellings) stored.set(telling, await storedOrder(town.house.owner, telling.teller.orderId))
    const stages = new Set([...stored.values()].map(({ row }) => row.stage))
    expect([...stages]).toEqual(['closed'])
    expect(new Set(tellings.map(({ teller }) => teller.plan.outcome))).toEqual(new Set(outcomes))
    process.stdout.write(`${from}: ${tellings.length} orders, ${town.calls.count} calls, ${stops} stops of the clock\n`)
  })

  it('[12-1] [12-2a] [12-2b] [13-3a] 事件次序与所做的一致，每个到期时间与逐日推算一致', () => {
    expect(stored.size).toBe(fitting.length)
    for (const [{ life, teller }, order] of stored)
      expect({ outcome: teller.plan.outcome, at: teller.plan.at, ...lifeOf(order) }).toEqual({
        outcome: teller.plan.outcome,
        at: teller.plan.at,
        ...expectedLife(life),
      })
  })

  it('事件重放即状态；时钟表即状态里的时钟；归档后没有开着的时钟；该发的短信一条不少、一条不多', () => {
    for (const [{ teller }, order] of stored)
      expect({ outcome: teller.plan.outcome, faults: faultsOf(order) }).toEqual({ outcome: teller.plan.outcome, faults: [] })
    expect([...stored.values()].flatMap(warningFaults)).toEqual([])
  })

  it(`超过 ${longestText} 字的 ${tooLong.length} 件一律 400，什么都没留下`, async () => {
    const before = await town.house.owner.query('select from work_order')
    for (const content of tooLong) {
      const answer = await town.house.nobody('POST', '/requests', {
        kind: 'help',
        subject: 'other',
        place: { county: '513401', township: null },
        content,
        name: '测试人',
        phone: '13912345678',
      })
      expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } })
    }
    expect((await town.house.owner.query('select from work_order')).rowCount).toBe(before.rowCount)
    expect(tooLong.length).toBeGreaterThan(0)
  })
})
