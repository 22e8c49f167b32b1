import { afterAll, beforeAll, expect, it } from 'vitest'
import { classified, orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

type Counts = { readonly waiting: readonly { readonly waiting: string; readonly count: number }[] }

const none = [
  { waiting: 'withdrawal', count: 0 },
  { waiting: 'correction', count: 0 },
  { waiting: 'clearing', count: 0 },
  { waiting: 'delivery', count: 0 },
  { waiting: 'verified', count: 0 },
  { waiting: 'return', count: 0 },
  { waiting: 'extension', count: 0 },
  { waiting: 'acts', count: 0 },
  { waiting: 'report', count: 0 },
  { waiting: 'termination', count: 0 },
  { waiting: 'dispute', count: 0 },
]

it('第二十条 [20c] 等待中心确认的撤回、订正有件数', async () => {
  const waiting = async (): Promise<Counts['waiting']> =>
    (await (await house.at('dispatcher'))<Counts>('GET', '/orders/counts')).body.waiting
  expect(await waiting()).toEqual(none)
  const { token } = await house.dispatchedTo('housing')
  await house.citizen(token)('POST', '/requests/mine/withdraw', {})
  expect(await waiting()).toEqual([{ waiting: 'withdrawal', count: 1 }, ...none.slice(1)])
})

type Listed = { readonly items: readonly { readonly orderId: string }[] }
const listed = async (login: string, query: string): Promise<readonly string[]> =>
  (await (await house.at(login))<Listed>('GET', `/orders?${query}`)).body.items.map(({ orderId }) => orderId)
const counted = async (login: string, waiting: string): Promise<number | undefined> =>
  (await (await house.at(login))<Counts>('GET', '/orders/counts')).body.waiting.find((one) => one.waiting === waiting)?.count

it('第二十条 [20c] 等第二人确认的误列更正：中心负责人有清单和件数，承办单位无从得知，确认后不再列出', async () => {
  const report = { kind: 'report', subject: 'work-safety' }
  const { orderId } = await house.file({ ...report, aboutUnitId: 'human-resources' })
  await house.done('seat', orderId, 'accept', { ...classified, ...report })
  await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
  await house.done('dispatcher', orderId, 'clear-accused', { reason: '来电人说的是施工单位' })
  expect(await listed('centre-manager', 'waiting=clearing')).toEqual([orderId])
  expect(await counted('centre-manager', 'clearing')).toBe(1)
  expect(await listed('clerk-housing', 'stage=to-sign')).toContain(orderId)
  expect(await listed('clerk-housing', 'waiting=clearing')).toEqual([])
  expect(await counted('clerk-housing', 'clearing')).toBe(0)
  await house.done('centre-manager', orderId, 'confirm-clearing', { confirmed: true })
  expect(await listed('centre-manager', 'waiting=clearing')).toEqual([])
})

it('第二十条 [20c] 要由中心答复的保密工单有清单，公开的不在其中', async () => {
  const [hidden, open] = [await house.dispatchedTo('housing', {}, { confidential: true }), await house.dispatchedTo('housing')]
  for (const { orderId } of [hidden, open]) {
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'draft', { reply: '已恢复供水。' })
  }
  expect(await listed('dispatcher', 'stage=to-deliver&waiting=delivery')).toEqual([])
  for (const { orderId } of [hidden, open]) await house.done('reviewer-housing', orderId, 'approve')
  expect(await listed('dispatcher', 'stage=to-deliver&waiting=delivery')).toEqual([hidden.orderId])
  expect(await counted('dispatcher', 'delivery')).toBe(1)
  await house.done('dispatcher', hidden.orderId, 'deliver', { way: 'phone' })
  expect(await listed('dispatcher', 'stage=to-deliver&waiting=delivery')).toEqual([])
})

type Found = Listed & { readonly next: string | null; readonly lookedBackTo: string | null }
it('查找说明查到哪一天，查过所填的起始日期就不再往前', async () => {
  const filed = [await house.file({ content: '桥头水管漏水，路面结冰。' }), await house.file({ content: '桥头水管又漏水。' })]
  const dispatcher = await house.at('dispatcher')
  const search = async (query: string): Promise<Found> =>
    (await dispatcher<Found>('GET', `/orders/search?text=${encodeURIComponent('桥头水管')}&${query}`)).body
  const today = house.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const first = await search('limit=1')
  expect([first.items.length, first.lookedBackTo]).toEqual([1, today.toString()])
  const second = await search(`limit=1&after=${first.next}`)
  const other = filed.map(({ orderId }) => orderId).filter((orderId) => orderId !== first.items[0]!.orderId)
  expect([second.items.map(({ orderId }) => orderId), second.next, second.lookedBackTo]).toEqual([other, null, null])
  expect(await search(`limit=1&from=${today.add({ days: 1 }).toString()}`)).toMatchObject({ items: [], next: null, lookedBackTo: null })
})
