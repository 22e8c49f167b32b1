import type { WhatIf } from '@open12345/contract/clock'
import { afterAll, beforeAll, expect, describe, it } from 'vitest'
import { orderHouse, rowCounts, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))
const ask = async (query: string, login = 'centre-manager') => (await house.at(login))<WhatIf>('GET', `/clocks/what-if?${query}`)
const consultation = { kind: 'consultation' }
const asked = (): Promise<Filed> => house.dispatchedTo('housing', consultation, consultation)

describe('第二十八条 [28] 规定试算', () => {
  it('按另一规定会改变最后一天的列出新旧日期；不变的不列；什么也不写', async () => {
    at('2026-03-02T10:00:00')
    await house.dispatchedTo('housing')
    const { orderId, number } = await asked()
    const before = await rowCounts(house)
    const { body } = await ask('pack=sichuan-2025')
    // 咨询 5 个工作日是 3 月 9 日，3 个工作日是 3 月 5 日；求助两者都是 7 个工作日。
    const common = { orderId, number, kind: 'consultation', subject: 'water-supply', startAt: '2026-03-02T02:00:00.000Z', clause: '12-2b' }
    const moved = { ...common, pack: 'liangshan-2023-18', dueOn: '2026-03-09', wouldBeDueOn: '2026-03-05' }
    expect(body).toEqual({
      items: [
        { ...moved, clockId: 'handle-1', clock: 'handle' },
        { ...moved, clockId: 'requester-1', clock: 'requester' },
      ],
      lookedAt: 4,
      notInForce: 0,
      next: null,
    })
    expect(await rowCounts(house)).toEqual(before)
    expect((await ask('pack=liangshan-2023-18')).body.items).toEqual([])
  })

  it('延期过的，从新的届满日起再加同意的天数', async () => {
    at('2026-03-02T11:00:00')
    const { orderId } = await asked()
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'extension', { days: 2, reason: '须查档案。' })
    const granted = { assignmentId: 'assignment-1', granted: true, days: 2, exception: '档案在州外。' }
    await house.done('centre-manager', orderId, 'decide-extension', granted)
    const { items } = (await ask('pack=sichuan-2025&limit=100')).body
    expect(items.filter((item) => item.orderId === orderId).map(({ clock, dueOn, wouldBeDueOn }) => [clock, dueOn, wouldBeDueOn])).toEqual([
      ['requester', '2026-03-09', '2026-03-05'],
      ['handle', '2026-03-11', '2026-03-09'],
    ])
  })

  it('一页一页翻，不漏不重；办结的不在其中', async () => {
    at('2026-03-02T12:00:00')
    const filed = await asked()
    await house.citizen(filed.token)('POST', '/requests/mine/withdraw', {})
    await house.done('dispatcher', filed.orderId, 'confirm-withdrawal', { confirmed: true })
    const whole = (await ask('pack=sichuan-2025&limit=100')).body.items
    expect(whole.map(({ orderId }) => orderId)).not.toContain(filed.orderId)
    const paged: WhatIf['items'] = []
    let after: string | null = ''
    for (let page = 0; page < 10 && after !== null; page += 1) {
      const { body }: { body: WhatIf } = await ask(`pack=sichuan-2025&limit=1${after === '' ? '' : `&after=${after}`}`)
      expect(body.items.length).toBeLessThanOrEqual(1)
      paged.push(...body.items)
      after = body.next
    }
    expect([paged, after]).toEqual([whole, null])
  })

  it('规定施行以前开始的不试算，说明有几个；没有这个规定的拒绝；只给中心', async () => {
    at('2026-03-02T13:00:00')
    const { orderId } = await asked()
    await house.owner.query(`update work_order_clock set start_at = '2025-12-24T02:00:00Z' where order_id = $1`, [orderId])
    const { lookedAt, notInForce } = (await ask('pack=sichuan-2025&limit=100')).body
    expect([notInForce, lookedAt > notInForce]).toEqual([2, true])
    expect((await ask('pack=nowhere')).body).toMatchObject({ code: 'policy.unknown-pack' })
    for (const login of ['seat', 'clerk-housing', 'system-admin', 'analyst'])
      expect((await ask('pack=sichuan-2025', login)).body, login).toMatchObject({ code: 'access.not-entitled' })
  })
})
