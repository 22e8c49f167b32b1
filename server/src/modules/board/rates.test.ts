import type { BoardView } from '@open12345/contract/board'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endedIn } from '../work-order/testing/ended.ts'
import { classified, orderHouse, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
let begin: ReturnType<typeof endedIn>
const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
beforeAll(async () => {
  house = await orderHouse()
  begin = endedIn(house)
})
beforeEach(() => at('2026-03-02T10:00:00'))
afterAll(() => house.close())

const board = async (login = 'centre-manager'): Promise<BoardView> => (await (await house.at(login))<BoardView>('GET', '/board')).body
const rates = async (login?: string) => {
  const { satisfaction: raw, evaluated } = await board(login)
  return { raw, evaluated }
}
const marking = { mark: 'enforcement', citation: '《城市管理执法办法》第八条' }

describe('第十三条（三） [13-3c] [13-3d] 两个满意率', () => {
  it('甄别剔除的、调解执法类的只算入原始满意率；维持原评价的两个都算；备注办结的算不满意', async () => {
    await begin.satisfied()
    const markedHappy = await begin.satisfied()
    await house.done('dispatcher', markedHappy.orderId, 'mark', marking)
    expect(await rates()).toEqual({ raw: { satisfied: 2, of: 2, unanswered: 0 }, evaluated: { satisfied: 1, of: 1 } })

    const unhappy = async (): Promise<string> => {
      const { orderId } = await begin.confirmed('beyond-law')
      await house.done('follow-up', orderId, 'close', { basis: '依照规定' })
      return orderId
    }
    const [out, stands, enforced] = [await unhappy(), await unhappy(), await unhappy()]
    await house.done('follow-up', enforced, 'mark', marking)
    const noted = await begin.confirmed('expectation')
    await house.done('handler-housing', noted.orderId, 'explain', { reason: 'expectation', explanation: '已说明。' })
    await house.done('follow-up-2', noted.orderId, 'close-noted', { basis: '录音' })
    expect(await rates()).toEqual({ raw: { satisfied: 2, of: 6, unanswered: 0 }, evaluated: { satisfied: 1, of: 4 } })

    for (const [orderId, isOut] of [
      [out, true],
      [stands, false],
    ] as const) {
      await house.done('clerk-housing', orderId, 'dispute', { grounds: '不属职责' })
      await house.done('centre-manager', orderId, 'screen', { isOut, decision: '甄别' })
    }
    const both = { raw: { satisfied: 2, of: 6, unanswered: 0 }, evaluated: { satisfied: 1, of: 3 } }
    expect(await rates()).toEqual(both)
    expect(await rates('clerk-housing')).toEqual(both)
    await house.done('dispatcher', markedHappy.orderId, 'mark', { ...marking, mark: null })
    expect((await board()).evaluated).toEqual({ satisfied: 2, of: 4 })
  })
})

describe('第十二条（四） [12-4a] 缺少动作的特殊工单', () => {
  it('报告、告知、派单缺一件就算一件，齐了就不算；承办单位没有这个数', async () => {
    const { orderId } = await house.file()
    const before = (await board()).actsMissing ?? 0
    await house.done('seat', orderId, 'accept', { ...classified, urgency: 'special' })
    expect((await board()).actsMissing).toBe(before + 1)
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    await house.done('dispatcher', orderId, 'report', { report: '爆管' })
    expect((await board()).actsMissing).toBe(before + 1)
    await house.done('dispatcher', orderId, 'calls', { unitId: 'housing', rank: 1, outcome: 'confirmed' })
    expect((await board()).actsMissing).toBe(before)
    expect((await board('clerk-housing')).actsMissing).toBeNull()
    expect((await board('analyst')).actsMissing).toBe(before)
  })
})

describe('第十二条（二） [12-2c] 逾期退回', () => {
  it('两个工作日以内的不算逾期，以后的算；三十天以前的不再计', async () => {
    at('2026-04-07T10:00:00')
    const [inTime, late] = [await house.dispatchedTo('housing'), await house.dispatchedTo('housing')]
    const returning = { reason: '不属本单位', basis: '三定方案', suggestedUnitId: 'transport' }
    // 4 月 7 日（周二）收到，两个工作日到 4 月 9 日止。
    at('2026-04-09T23:59:59')
    await house.done('clerk-housing', inTime.orderId, 'return', returning)
    at('2026-04-10T00:00:00')
    await house.done('clerk-housing', late.orderId, 'return', returning)
    expect((await board()).returns).toEqual({ late: 1, of: 2 })
    expect((await board('clerk-housing')).returns).toBeNull()
    at('2026-05-20T10:00:00')
    expect((await board()).returns).toEqual({ late: 0, of: 0 })
  })
})

describe('第十一条（三） [11-3a] [11-3b] 各单位按自己的时钟算及时率', () => {
  const answers = async (orderId: string, unit: string): Promise<void> => {
    await house.done(`clerk-${unit}`, orderId, 'sign')
    await house.done(`handler-${unit}`, orderId, 'draft', { reply: '已办理。' })
    await house.done(`reviewer-${unit}`, orderId, 'approve')
  }
  const jointly = async (parts: readonly (readonly [string, string])[]): Promise<string> => {
    const { orderId } = await house.file()
    await house.done('seat', orderId, 'accept', classified)
    await house.done('dispatcher', orderId, 'dispatch-jointly', {
      parts: parts.map(([unitId, role]) => ({ unitId, role, principle: 'duty' })),
    })
    return orderId
  }

  it('会签：一个单位逾期，不算到另一个单位头上；协办：协办单位按协办时限', async () => {
    at('2026-06-01T10:00:00')
    const before = { market: (await board('clerk-market')).onTime, transport: (await board('clerk-transport')).onTime }
    expect(before).toEqual({ market: { inTime: 0, of: 0 }, transport: { inTime: 0, of: 0 } })
    const coSigned = await jointly([
      ['market', 'co-sign'],
      ['transport', 'co-sign'],
    ])
    await answers(coSigned, 'market')
    await house.done('clerk-market', coSigned, 'deliver', { way: 'tracking-page' })
    expect((await board('clerk-market')).onTime).toEqual({ inTime: 1, of: 1 })
    expect((await board('clerk-transport')).onTime).toEqual({ inTime: 0, of: 0 })
    at('2026-06-20T10:00:00')
    expect((await board('clerk-market')).onTime).toEqual({ inTime: 1, of: 1 })
    expect((await board('clerk-transport')).onTime).toEqual({ inTime: 0, of: 1 })

    at('2026-06-22T10:00:00')
    const led = await jointly([
      ['housing', 'lead'],
      ['market', 'assist'],
    ])
    await answers(led, 'market')
    expect((await board('clerk-market')).onTime).toEqual({ inTime: 2, of: 2 })
  })
})
