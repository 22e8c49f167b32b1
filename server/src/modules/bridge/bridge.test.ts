import type { BridgeView } from '@open12345/contract/bridge'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { assemble } from '../../assembly.ts'
import { scene, type Desk, type Scene } from '../../testing/scene.ts'
import { readSmsSettings } from '../message/index.ts'
import { simulatedSwitch } from '../telephony/index.ts'
import { settleBridges } from './settle.ts'

let house: Scene
const telephony = simulatedSwitch({ now: () => house.clock.now() })
let stop: () => void
const desks = new Map<string, Desk>()
const at = async (login: string): Promise<Desk> => {
  const desk = desks.get(login) ?? (await house.desk(login))
  desks.set(login, desk)
  return desk
}
beforeAll(async () => {
  const { modules, gate, hear } = assemble(readSmsSettings({}), { telephony })
  house = await scene({ modules, gate })
  stop = hear(house.app)
})
afterAll(async () => {
  stop()
  await house.close()
})
afterEach(async () => {
  for (const { leg } of (await telephony.snapshot()).legs) await telephony.hangUp(leg)
  await expect.poll(async () => (await house.owner.query('select from bridge_call where ended_at is null')).rowCount).toBe(0)
})

const phone = '13987654321'
const place = { county: '513401', township: null }
type Receipt = { readonly number: string; readonly queryCode: string }
const receipts = new Map<string, Receipt>()
const filed = async (more: object = {}): Promise<string> => {
  const matter = {
    kind: 'complaint',
    subject: 'street-lights',
    place,
    content: '路灯坏了一个月，没有人修。',
    name: '测试人',
    phone,
    ...more,
  }
  const receipt = (await house.nobody<Receipt>('POST', '/requests', matter)).body
  const found = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [receipt.number])
  const orderId = found.rows[0]!.order_id
  receipts.set(orderId, receipt)
  return orderId
}
/** As its requester, by the query code that the filing answered. */
const withdrawn = async (orderId: string): Promise<void> => {
  const { number, queryCode } = receipts.get(orderId)!
  const { token } = (await house.nobody<{ token: string }>('POST', '/requests/track', { number, queryCode })).body
  expect((await house.citizen(token)('POST', '/requests/mine/withdraw', { reason: '不想再反映了' })).status).toBe(200)
}
const step = async (login: string, orderId: string, name: string, body: object = {}): Promise<void> => {
  const { status, body: answer } = await (await at(login))('POST', `/orders/${orderId}/${name}`, body)
  expect(status, `${name}: ${JSON.stringify(answer)}`).toBeLessThan(300)
}
/** At work in the housing bureau. */
const inHand = async (more: object = {}, accepted: object = {}): Promise<string> => {
  const orderId = await filed(more)
  await step('seat', orderId, 'accept', { kind: 'complaint', subject: 'street-lights', place, ...accepted })
  await step('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
  await step('clerk-housing', orderId, 'sign')
  return orderId
}
const called = async (login: string, orderId: string) => {
  // A call of its own instant, so that the newest is the last.
  house.clock.set(house.clock.now().add({ seconds: 1 }))
  return (await at(login))<BridgeView & { code?: string }>('POST', `/orders/${orderId}/bridges`, { purpose: 'ask-facts' })
}
const bridges = async (login: string, orderId: string) =>
  (await (await at(login))<{ items: BridgeView[]; whyNot: string | null }>('GET', `/orders/${orderId}/bridges`)).body
const becomes = (login: string, orderId: string, state: BridgeView['state']) =>
  expect.poll(async () => (await bridges(login, orderId)).items[0]?.state).toBe(state)
const inRoom = async (room: string): Promise<number> =>
  (await telephony.snapshot()).rooms.find((one) => one.room === room)?.legs.length ?? 0

describe('第二十条 [20c] 接通诉求人，不显示号码', () => {
  it('保密工单：承办人接通并通话，回答、记录和审计里都没有号码；挂断后双方都退出', async () => {
    const orderId = await inHand({ confidential: true })
    const { status, body } = await called('handler-housing', orderId)
    expect(status).toBe(201)
    await becomes('handler-housing', orderId, 'talking')
    expect(await inRoom(body.bridgeId)).toBe(2)
    const seen = JSON.stringify([body, await bridges('handler-housing', orderId), await bridges('follow-up', orderId)])
    expect(seen).not.toContain(phone.slice(-4))
    expect((await bridges('follow-up', orderId)).items[0]).toMatchObject({ isOwn: false, by: expect.stringContaining('住') })
    const ended = await (await at('handler-housing'))<BridgeView>('POST', `/bridges/${body.bridgeId}/end`, {})
    expect(ended.body.state).toBe('ended')
    expect((await telephony.snapshot()).legs).toEqual([])
    const again = await (await at('handler-housing'))<{ code: string }>('POST', `/bridges/${body.bridgeId}/end`, {})
    expect(again.body.code).toBe('bridge.over')
    const { rows } = await house.owner.query<{ action: string; purpose: string }>(
      `select action, purpose from audit_record where order_id = $1 and action in ('order.bridge', 'identity.phone-for-sending') order by action desc`,
      [orderId],
    )
    expect(rows).toEqual([
      { action: 'order.bridge', purpose: 'ask-facts' },
      { action: 'identity.phone-for-sending', purpose: 'bridge-call' },
    ])
  })

  it('诉求人拒接、无人接、打不通，各记各的，打的人不留在线上', async () => {
    const orderId = await inHand()
    for (const [answer, state] of [
      ['busy', 'refused'],
      ['no-answer', 'no-answer'],
      ['unreachable', 'unreachable'],
    ] as const) {
      telephony.letBehave(phone, answer)
      expect((await called('handler-housing', orderId)).status).toBe(201)
      await becomes('handler-housing', orderId, state)
      expect((await telephony.snapshot()).legs).toEqual([])
    }
    telephony.letBehave(phone, 'answers')
  })

  it('一人一次、一单一次：正在响铃时谁再打都被拒绝；取消以后可以再打', async () => {
    const orderId = await inHand()
    telephony.letBehave(phone, 'rings')
    const { body } = await called('handler-housing', orderId)
    await becomes('handler-housing', orderId, 'ringing')
    expect((await called('handler-housing', await inHand())).body.code).toBe('bridge.busy')
    expect((await called('follow-up', orderId)).body.code).toBe('bridge.busy')
    expect((await (await at('follow-up'))<{ code: string }>('POST', `/bridges/${body.bridgeId}/end`, {})).body.code).toBe('bridge.unknown')
    await (
      await at('handler-housing')
    )('POST', `/bridges/${body.bridgeId}/end`, {})
    await becomes('handler-housing', orderId, 'cancelled')
    telephony.letBehave(phone, 'answers')
    expect((await called('handler-housing', orderId)).status).toBe(201)
    await becomes('handler-housing', orderId, 'talking')
  })

  it('同一个键再来一次，不会再打一次', async () => {
    const orderId = await inHand()
    const headers = { 'idempotency-key': '0199aaaa-0000-7000-8000-00000000b001' }
    const ask = async () =>
      (await at('handler-housing'))<BridgeView>('POST', `/orders/${orderId}/bridges`, { purpose: 'ask-facts' }, headers)
    const [first, second] = [await ask(), await ask()]
    expect(second.body.bridgeId).toBe(first.body.bridgeId)
    expect((await bridges('handler-housing', orderId)).items).toHaveLength(1)
  })

  it('举报：承办单位被拒绝，由中心接通；没在办的单位、没有号码的、已办结的都不打', async () => {
    const report = await inHand({ kind: 'report', subject: 'official-conduct' }, { kind: 'report', subject: 'official-conduct' })
    expect((await called('handler-housing', report)).body.code).toBe('bridge.through-centre')
    expect((await bridges('handler-housing', report)).whyNot).toContain('热线中心')
    expect((await called('follow-up', report)).status).toBe(201)
    await becomes('follow-up', report, 'talking')
    expect((await called('handler-market', report)).status).toBe(404)
    const asked = await filed()
    await step('seat', asked, 'verify', { unitId: 'housing', question: '归不归你局管？' })
    expect((await called('handler-housing', asked)).body).toMatchObject({ code: 'bridge.not-your-order', clause: '12-0' })
    const closed = await filed()
    await step('seat', closed, 'decline', { ground: '9-2', lawfulChannel: 'court', explanation: '已进入诉讼。' })
    expect((await called('follow-up', closed)).body.code).toBe('bridge.order-closed')
    expect((await called('seat', report)).status).toBe(403)
  })

  it('举报人撤回以后继续办理，谁也不再接通举报人', async () => {
    const report = await inHand({ kind: 'report', subject: 'official-conduct' }, { kind: 'report', subject: 'official-conduct' })
    await withdrawn(report)
    await step('dispatcher', report, 'confirm-withdrawal', { confirmed: true })
    expect((await called('follow-up', report)).body).toMatchObject({ code: 'bridge.requester-left', clause: '20c' })
    expect((await bridges('follow-up', report)).whyNot).toContain('不再联系')
  })

  it('程序停过：没有人在线上的通话记为结果不明，正在通话的不动', async () => {
    const orderId = await inHand()
    await called('handler-housing', orderId)
    await becomes('handler-housing', orderId, 'talking')
    house.clock.set(house.clock.now().add({ minutes: 5 }))
    await settleBridges(house.app, telephony)
    expect((await bridges('handler-housing', orderId)).items[0]?.state).toBe('talking')
    const restarted = simulatedSwitch(house.clock)
    await settleBridges(house.app, restarted)
    await settleBridges(house.app, restarted)
    expect((await bridges('handler-housing', orderId)).items[0]?.state).toBe('ended')
    telephony.letBehave(phone, 'rings')
    await called('handler-housing', orderId)
    await becomes('handler-housing', orderId, 'ringing')
    house.clock.set(house.clock.now().add({ minutes: 5 }))
    await settleBridges(house.app, restarted)
    expect((await bridges('handler-housing', orderId)).items[0]?.state).toBe('unknown')
    telephony.letBehave(phone, 'answers')
  })
})
