import type { RecordedOrder } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classified, orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }

/** One call, one matter, accepted at once. */
const called = async (from: string, more: object = {}, key?: string) => {
  const seat = await house.at('seat')
  const { contactId } = (await seat<{ contactId: string }>('POST', '/telephony/simulated-calls', { from })).body
  await seat('POST', `/contacts/${contactId}/answer`)
  const matter = { ...classified, ...more }
  const body = {
    contactId,
    requester: { name: '测试人' },
    ...matter,
    content: '小区停水两天了。',
    outcome: { step: 'accept', with: { ...matter, urgency: 'ordinary', relations } },
  }
  const record = () => seat<RecordedOrder>('POST', '/orders', body, key === undefined ? {} : { 'idempotency-key': key })
  const first = await record()
  expect([first.status, first.body.stage]).toEqual([201, 'to-dispatch'])
  const again = key === undefined ? first : await record()
  await seat('POST', `/contacts/${contactId}/hang-up`)
  await seat('POST', `/contacts/${contactId}/finish`)
  return { order: first.body, again: again.body }
}

const approved = async (orderId: string): Promise<void> => {
  await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
  await house.done('clerk-housing', orderId, 'sign')
  await house.done('handler-housing', orderId, 'draft', { reply: '已经修好。' })
  await house.done('reviewer-housing', orderId, 'approve')
}

describe('第九条（三） [9-3] 移交紧急线路', () => {
  it('同时生成工单的，向来电人作的说明显示在时间线上', async () => {
    const { orderId } = await house.file()
    const order = await house.done('seat', orderId, 'decline', {
      ground: '9-3',
      lawfulChannel: 'fire-119',
      explanation: '已经转接119，请先撤到上风处。',
      also: { ...classified, urgency: 'emergency', relations },
    })
    expect(order.timeline.find(({ type }) => type === 'handed-over')?.texts).toMatchObject([
      { role: 'explanation', text: '已经转接119，请先撤到上风处。' },
    ])
  })
})

describe('第十二条 [12-0] 来电人也查得到答复', () => {
  it('登记时给坐席查询码一次，凭它能查；再打开工单不再显示', async () => {
    const key = '00000000-0000-4000-8000-00000000c0de'
    const { order, again } = await called('13812341234', {}, key)
    expect(order.queryCode).toMatch(/^\d{8}$/)
    expect([again.orderId, again.queryCode]).toEqual([order.orderId, order.queryCode])
    const tracked = await house.nobody('POST', '/requests/track', { number: order.number, queryCode: order.queryCode })
    expect(tracked.status).toBe(200)
    for (const login of ['seat', 'dispatcher']) {
      const shown = await (await house.at(login))('GET', `/orders/${order.orderId}`)
      expect(JSON.stringify(shown.body)).not.toContain(order.queryCode)
    }
  })

  it('举报热线中心自己的 [20c]：登记后坐席就看不到了，仍能把工单号和查询码告诉来电人', async () => {
    const seat = await house.at('seat')
    const { contactId } = (await seat<{ contactId: string }>('POST', '/telephony/simulated-calls', { from: '13812341236' })).body
    await seat('POST', `/contacts/${contactId}/answer`)
    const matter = { ...classified, kind: 'report', subject: 'official-conduct' }
    const accusing = { ...matter, urgency: 'ordinary', relations: { ...relations, accusedUnitId: 'centre' } }
    const { status, body } = await seat<RecordedOrder>('POST', '/orders', {
      contactId,
      requester: { name: null, anonymous: true },
      ...matter,
      content: '反映热线中心有人泄露举报内容。',
      outcome: { step: 'accept', with: accusing },
    })
    await seat('POST', `/contacts/${contactId}/hang-up`)
    await seat('POST', `/contacts/${contactId}/finish`)
    expect([status, body.stage]).toEqual([201, 'to-dispatch'])
    expect((await house.nobody('POST', '/requests/track', { number: body.number, queryCode: body.queryCode })).status).toBe(200)
    expect((await seat('GET', `/orders/${body.orderId}`)).status).toBe(404)
  })

  it('座机来电：短信答复不成立，电话答复成立', async () => {
    const { order } = await called('0834-2162345')
    await approved(order.orderId)
    const bySms = await house.step('clerk-housing', order.orderId, 'deliver', { way: 'sms' })
    expect([bySms.status, (bySms.body as { code?: string }).code]).toEqual([409, 'delivery.no-mobile'])
    expect((await house.done('clerk-housing', order.orderId, 'deliver', { way: 'phone' })).stage).toBe('manual-follow-up')
  })

  it('网上只留座机的，也一样', async () => {
    const { orderId } = await house.dispatchedTo('housing', { phone: '0834-2162345' })
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'draft', { reply: '已经修好。' })
    await house.done('reviewer-housing', orderId, 'approve')
    const bySms = await house.step('clerk-housing', orderId, 'deliver', { way: 'sms' })
    expect((bySms.body as { code?: string }).code).toBe('delivery.no-mobile')
  })

  it('举报 [20c]：承办单位不能电话答复，由中心派单员转达', async () => {
    const { order } = await called('13812341235', { kind: 'report', subject: 'work-safety' })
    await approved(order.orderId)
    const byUnit = await house.step('clerk-housing', order.orderId, 'deliver', { way: 'phone' })
    expect([byUnit.status, (byUnit.body as { code?: string }).code]).toEqual([409, 'delivery.through-centre'])
    expect((await house.done('dispatcher', order.orderId, 'deliver', { way: 'phone', note: '举报人来电时转达' })).stage).toBe('asked')
  })
})
