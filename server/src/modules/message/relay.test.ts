import { createHmac } from 'node:crypto'
import { refuse } from '@open12345/domain/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { putUnitContact } from '../organisation/index.ts'
import { smsGateway } from './gateway.ts'
import type { SmsPort } from './port.ts'
import { relayMessages } from './relay.ts'
import { gatewayServer } from './testing/gateway-server.ts'
import { inbound, messageHouse, type MessageHouse } from './testing/house.ts'

let gateway: Awaited<ReturnType<typeof gatewayServer>>
let house: MessageHouse
const followUp = [{ template: 'follow-up', to: 'requester' }] as const
const settings = { ...inbound, timeoutMs: 250 }
const knowingKeys = (): SmsPort => smsGateway({ ...settings, url: gateway.url, deduplicates: true }, house.clock)
const forgetful = (): SmsPort => smsGateway({ ...settings, url: gateway.url, deduplicates: false }, house.clock)
const relay = (port: SmsPort = knowingKeys()) => relayMessages(house.app, { ...house.deps, port })

beforeAll(async () => {
  gateway = await gatewayServer()
  house = await messageHouse({ name: 'gateway', deduplicates: true, send: async () => ({ kind: 'unknown' }) })
})
afterAll(async () => {
  await house.close()
  await gateway.down()
})
beforeEach(async () => {
  await house.owner.query('delete from outbox')
  house.clock.set(Temporal.Instant.from('2026-03-02T09:00:00+08:00'))
  gateway.behave('ok')
  gateway.received.length = 0
  house.told.length = 0
})

describe('第十三条（一） [13-1] 短信回访', () => {
  test('发出后工单得知；短信只含工单号和短码，签名正确', async () => {
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relay()
    const [sent] = gateway.received
    expect(sent?.to).toBe('13812341234')
    expect(sent?.text).toContain(house.facts.get(orderId)?.number)
    expect(sent?.text).not.toContain('王')
    expect(sent?.idempotencyKey).toBe(`${orderId}:7:follow-up:requester`)
    const { signature, ...fields } = sent?.body ?? {}
    const lines = Object.keys(fields)
      .toSorted()
      .map((name) => `${name}=${JSON.stringify(fields[name])}`)
    expect(signature).toBe(createHmac('sm3', inbound.secret).update(lines.join('\n')).digest('hex'))
    expect(await house.rows(orderId)).toMatchObject([{ state: 'sent', attempts: 1 }])
    expect(house.told).toMatchObject([{ orderId, command: { name: 'follow-up-sent', sent: true }, scope: 'system' }])
    await relay()
    expect([gateway.received.length, house.told.length]).toEqual([1, 1])
  })

  test.each([
    [undefined, 'no-number'],
    ['0834-2162345', 'no-mobile'],
  ])('没有可发的手机号：交人工回访（%s）', async (phone, failure) => {
    const orderId = await house.order(phone)
    await house.leave(orderId, followUp)
    await relay()
    expect(await house.rows(orderId)).toMatchObject([{ state: 'manual', failure }])
    expect(house.told).toMatchObject([{ command: { name: 'follow-up-sent', sent: false } }])
  })

  test('号码被网关拒绝：交人工回访', async () => {
    gateway.behave(422)
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relay()
    expect(await house.rows(orderId)).toMatchObject([{ state: 'rejected', failure: 'http-422' }])
    expect(house.told).toMatchObject([{ command: { sent: false } }])
  })

  test('发出之前已经评价：不再发', async () => {
    const orderId = await house.order('13812341234', false)
    await house.leave(orderId, followUp)
    await relay()
    expect([gateway.received.length, (await house.rows(orderId))[0]?.failure]).toEqual([0, 'no-longer-asked'])
  })

  test('工单一时没能得知，下次再告诉', async () => {
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    house.refuseWith(refuse({ code: 'policy.none-in-force' }))
    await relay()
    expect(house.told).toEqual([])
    house.refuseWith({ ok: true, value: {} })
    await relay()
    expect(house.told).toHaveLength(1)
  })

  test('一天都发不出去：交人工回访', async () => {
    gateway.behave(503)
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relay()
    house.later({ hours: 24, seconds: 1 })
    await relay()
    expect(await house.rows(orderId)).toMatchObject([{ state: 'manual', failure: 'http-503' }])
  })
})

describe('免打扰', () => {
  test('夜里留下的等到早上八点；紧急工单的单位短信立即发', async () => {
    await house.owner.query(
      `insert into unit (authority_id, unit_id, name, kind, valid_on_from) values ('liangshan', 'xichang', '西昌市', 'county', '2020-01-01') on conflict do nothing`,
    )
    await asActor(house.app.database, systemActor('liangshan'), (tx) =>
      putUnitContact(tx, house.app, { unitId: 'xichang', duty: 'notice', rank: 1, name: '值班', phone: '13700000001' }),
    )
    house.clock.set(Temporal.Instant.from('2026-03-02T21:30:00+08:00'))
    const orderId = await house.order('13812341234')
    await house.leave(orderId, [...followUp, { template: 'unit-order-urgent', to: 'unit', unitId: 'xichang' }])
    await relay()
    expect(gateway.received.map(({ to }) => to)).toEqual(['13700000001'])
    house.clock.set(Temporal.Instant.from('2026-03-03T07:59:59+08:00'))
    await relay()
    expect(gateway.received).toHaveLength(1)
    house.clock.set(Temporal.Instant.from('2026-03-03T08:00:00+08:00'))
    await relay()
    expect(gateway.received.map(({ to }) => to)).toEqual(['13700000001', '13812341234'])
  })

  test('白天没发出去的，夜里也不补发', async () => {
    gateway.behave(503)
    house.clock.set(Temporal.Instant.from('2026-03-02T21:29:50+08:00'))
    const orderId = await house.order('13812341234')
    await house.leave(orderId, [{ template: 'reply-ready', to: 'requester' }])
    await relay()
    gateway.behave('ok')
    house.later({ minutes: 5 })
    await relay()
    expect(gateway.received).toHaveLength(1)
    house.clock.set(Temporal.Instant.from('2026-03-03T08:00:00+08:00'))
    await relay()
    expect(await house.rows(orderId)).toMatchObject([{ state: 'sent', attempts: 2 }])
  })
})

describe('网关不在时短信等待，恢复后补发', () => {
  test('停机只试一条，恢复后全部补发，各一次', async () => {
    const orders = await Promise.all(['13800000001', '13800000002', '13800000003'].map((phone) => house.order(phone)))
    for (const orderId of orders) await house.leave(orderId, followUp)
    await gateway.down()
    await relay()
    const states = (await Promise.all(orders.map(house.rows))).flat()
    expect(states.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(states.map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 1])
    expect(states.find(({ attempts }) => attempts === 1)?.failure).toBe('unreachable')
    await gateway.up()
    house.later({ seconds: 29 })
    await relay()
    expect(gateway.received).toHaveLength(2)
    house.later({ seconds: 1 })
    await relay()
    expect([gateway.received.length, gateway.distinct(), house.told.length]).toEqual([3, 3, 3])
  })

  test.each([500, 502, 504, 'reset', 'silent'] as const)('结果不明（%s）：认得编号的网关用同一编号再发', async (behaviour) => {
    gateway.behave(behaviour)
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relay()
    expect(await house.rows(orderId)).toMatchObject([{ state: 'waiting', failure: 'unknown', attempts: 1 }])
    gateway.behave('ok')
    house.later({ seconds: 30 })
    await relay()
    expect(await house.rows(orderId)).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect([gateway.received.length, gateway.distinct()]).toEqual([2, 1])
  })

  test.each([500, 'reset', 'silent'] as const)('结果不明（%s）：不认编号的网关不再发，等人决定', async (behaviour) => {
    gateway.behave(behaviour)
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await relay(forgetful())
    gateway.behave('ok')
    house.later({ hours: 2 })
    await relay(forgetful())
    expect(await house.rows(orderId)).toMatchObject([{ state: 'unknown', attempts: 1 }])
    expect([gateway.received.length, house.told.length]).toEqual([1, 0])
  })
})

describe('中途崩溃', () => {
  const dying = (port: SmsPort): SmsPort => ({
    ...port,
    send: async (sms) => {
      await port.send(sms)
      throw new Error('killed')
    },
  })

  test('发出后未及记录就被杀：租期内无人再发，租期后用同一编号再发一次', async () => {
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await expect(relay(dying(knowingKeys()))).rejects.toThrow('killed')
    expect(await house.rows(orderId)).toMatchObject([{ state: 'sending' }])
    house.later({ seconds: 119 })
    await relay()
    expect(gateway.received).toHaveLength(1)
    house.later({ seconds: 1 })
    await relay()
    expect([gateway.received.length, gateway.distinct()]).toEqual([2, 1])
    expect(await house.rows(orderId)).toMatchObject([{ state: 'sent' }])
    expect(house.told).toHaveLength(1)
  })

  test('不认编号的网关：租期后转人工决定', async () => {
    const orderId = await house.order('13812341234')
    await house.leave(orderId, followUp)
    await expect(relay(dying(forgetful()))).rejects.toThrow('killed')
    house.later({ seconds: 120 })
    await relay(forgetful())
    expect(await house.rows(orderId)).toMatchObject([{ state: 'unknown' }])
    expect(gateway.received).toHaveLength(1)
  })

  test('几个进程同时发：每条只发一次', async () => {
    const orders = await Promise.all(Array.from({ length: 12 }, (_, index) => house.order(`138000001${String(index).padStart(2, '0')}`)))
    for (const orderId of orders) await house.leave(orderId, followUp)
    await Promise.all([relay(), relay(), relay()])
    await relay()
    expect([gateway.received.length, gateway.distinct()]).toEqual([12, 12])
  })
})
