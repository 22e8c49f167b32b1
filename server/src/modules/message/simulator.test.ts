import { afterAll, beforeAll, expect, test } from 'vitest'
import { relayMessages } from './relay.ts'
import { simulatedSms, unreachableEnding } from './simulator.ts'
import { messageHouse, type MessageHouse } from './testing/house.ts'

let house: MessageHouse
beforeAll(async () => void (house = await messageHouse(simulatedSms)))
afterAll(() => house.close())

test('第十三条（一） [13-1] 模拟的短信：保留尾号收不到，交人工回访；别的号码发出', async () => {
  const [unreachable, reachable] = [await house.order(`1381234${unreachableEnding}`), await house.order('13812341234')]
  for (const orderId of [unreachable, reachable]) await house.leave(orderId, [{ template: 'follow-up', to: 'requester' }])
  await relayMessages(house.app, house.deps)
  expect(await house.rows(unreachable)).toMatchObject([{ state: 'rejected', failure: 'unreachable', attempts: 1 }])
  expect(await house.rows(reachable)).toMatchObject([{ state: 'sent', failure: null }])
  const sent = new Map(house.told.map(({ orderId, command }) => [orderId, command]))
  expect(sent.get(unreachable)).toEqual({ name: 'follow-up-sent', sent: false })
  expect(sent.get(reachable)).toEqual({ name: 'follow-up-sent', sent: true })
})
