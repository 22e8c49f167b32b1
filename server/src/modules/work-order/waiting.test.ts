import { afterAll, beforeAll, expect, it } from 'vitest'
import { orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

type Counts = { readonly waiting: readonly { readonly waiting: string; readonly count: number }[] }

it('第二十条 [20c] 等待中心确认的撤回、订正有件数', async () => {
  const waiting = async (): Promise<Counts['waiting']> =>
    (await (await house.at('dispatcher'))<Counts>('GET', '/orders/counts')).body.waiting
  expect(await waiting()).toEqual([
    { waiting: 'withdrawal', count: 0 },
    { waiting: 'correction', count: 0 },
  ])
  const { token } = await house.dispatchedTo('housing')
  await house.citizen(token)('POST', '/requests/mine/withdraw', {})
  expect(await waiting()).toEqual([
    { waiting: 'withdrawal', count: 1 },
    { waiting: 'correction', count: 0 },
  ])
})
