import type { OrderView } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderHouse, type Filed, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const closedOn = async ({ orderId }: Filed): Promise<string | null | undefined> => {
  const { body } = await (await house.at('centre-manager'))<OrderView>('GET', `/orders/${orderId}`)
  return body.timeline.find(({ type }) => type === 'closed')?.clause
}

describe('第三条 [3-mechanism] 办结写明依哪一条', () => {
  it('直接解答依第十一条（一），不予受理依第九条，撤回依第二十条', async () => {
    const answered = await house.file()
    await house.done('seat', answered.orderId, 'answer', { kind: 'consultation', answer: '到窗口办理。' })
    const declined = await house.file()
    await house.done('seat', declined.orderId, 'decline', { ground: '9-1', lawfulChannel: 'court', explanation: '请向法院起诉。' })
    const withdrawn = await house.file()
    await house.citizen(withdrawn.token)('POST', '/requests/mine/withdraw', {})
    expect(await Promise.all([answered, declined, withdrawn].map(closedOn))).toEqual(['11-1', '9-guide', '20c'])
  })

  it('满意办结依第十三条（二）', async () => {
    const filed = await house.dispatchedTo('housing')
    await house.done('clerk-housing', filed.orderId, 'sign')
    await house.done('handler-housing', filed.orderId, 'draft', { reply: '已经修好。' })
    await house.done('reviewer-housing', filed.orderId, 'approve')
    await house.done('clerk-housing', filed.orderId, 'deliver', { way: 'tracking-page' })
    await house.citizen(filed.token)('POST', '/requests/mine/rating', { result: 'satisfied' })
    expect(await closedOn(filed)).toBe('13-2')
  })
})
