import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderView } from '@open12345/contract/work-order'
import type { RequestView } from '@open12345/contract/request'
import { scene, type Desk, type Scene } from '../testing/scene.ts'
import { assembly } from '../testing/index.ts'
import { relayed } from '../testing/jobs.ts'

let house: Scene
let seat: Desk
let dispatcher: Desk
let clerk: Desk
let handler: Desk
let reviewer: Desk
let followUp: Desk
const at = (civil: string): void => house.clock.set(Temporal.Instant.from(`${civil}+08:00`))

beforeAll(async () => {
  house = await scene({ at: '2026-03-02T09:00:00+08:00' })
  ;[seat, dispatcher, clerk, handler, reviewer, followUp] = (await Promise.all(
    ['seat', 'dispatcher', 'clerk-housing', 'handler-housing', 'reviewer-housing', 'follow-up'].map((login) => house.desk(login)),
  )) as [Desk, Desk, Desk, Desk, Desk, Desk]
})
afterAll(() => house.close())

const place = { county: '513401', township: null }
const request = {
  kind: 'help',
  subject: 'water-supply',
  place,
  content: '小区停水两天了，没有看到通知，请问什么时候恢复？',
  name: '测试人',
  phone: '13912345678',
}
const file = async (more: object = {}) => {
  const { status, body } = await house.nobody<{ number: string; queryCode: string; token: string }>('POST', '/requests', {
    ...request,
    ...more,
  })
  expect(status).toBe(201)
  const mine = house.citizen(body.token)
  return { ...body, mine }
}
const orderOf = async (number: string): Promise<OrderView> => {
  const { body } = await dispatcher<{ items: { orderId: string }[] }>('GET', `/orders/search?text=${number}`)
  return (await dispatcher<OrderView>('GET', `/orders/${body.items[0]!.orderId}`)).body
}

describe('第三条 [3-mechanism] 从提交到归档', () => {
  it('第二条 [2-channels] [10-record] 网上提交、受理、派单、签收、起草、审核、送达、短信评价、归档，两只钟与时间线', async () => {
    const filed = await file()
    expect(filed.number).toMatch(/^2603\d{8}$/)
    expect(filed.queryCode).toMatch(/^\d{8}$/)
    const { orderId } = await orderOf(filed.number)
    const step = async (desk: Desk, path: string, body: object = {}) => {
      const { status, body: answer } = await desk('POST', `/orders/${orderId}/${path}`, body)
      expect([path, status, answer.code]).toEqual([path, 200, undefined])
      return (await desk<OrderView>('GET', `/orders/${orderId}`)).body
    }
    at('2026-03-02T09:30:00')
    const accepted = await step(seat, 'accept', { kind: 'help', subject: 'water-supply', place })
    expect(accepted.stage).toBe('to-dispatch')
    expect(accepted.clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['dispatch', '2026-03-02'],
      ['requester', '2026-03-11'],
    ])
    await step(dispatcher, 'dispatch', { unitId: 'housing', principle: 'duty' })
    at('2026-03-02T10:00:00')
    expect((await step(clerk, 'sign')).stage).toBe('in-hand')
    at('2026-03-03T10:00:00')
    const drafted = await step(handler, 'draft', { reply: '管道已抢修完毕，今日 18 时恢复供水。', internal: '内部记录' })
    expect(drafted.assignment?.draft?.reply).toContain('恢复供水')
    await step(reviewer, 'approve')
    const delivered = await step(handler, 'deliver', { way: 'sms' })
    expect(delivered.stage).toBe('asked')
    expect(delivered.clocks.find(({ kind }) => kind === 'handle')?.outcome).toBe('met')

    const tracked = (await filed.mine<RequestView>('GET', '/requests/mine')).body
    expect(tracked.reply?.text).toContain('恢复供水')
    expect(JSON.stringify(tracked)).not.toContain('内部记录')
    expect(tracked.timeline.map(({ title }) => title)).toContain('派单至州住房和城乡建设局（按职承办）')

    await relayed(house, assembly)
    const asked = await orderOf(filed.number)
    expect(asked.followUp?.status).toBe('asked')
    const { body } = await followUp<{ items: { messageId: string; template: string; text: string }[] }>('GET', '/messages')
    const message = body.items.find(({ template }) => template === 'follow-up')!
    expect(message.text).not.toContain('停水')
    expect(message.text).not.toContain('测试人')
    const replied = await followUp('POST', `/messages/${message.messageId}/simulated-reply`, { text: '1' })
    expect(replied).toMatchObject({ status: 200, body: { taken: true } })
    const closed = await orderOf(filed.number)
    expect(closed).toMatchObject({ stage: 'closed', closureKind: 'satisfied' })
    expect(closed.timeline.map(({ type }) => type)).toEqual([
      'recorded',
      'accepted',
      'dispatched',
      'signed',
      'reply-drafted',
      'reply-approved',
      'reply-delivered',
      'follow-up-opened',
      'follow-up-asked',
      'rated',
      'closed',
    ])
    expect((await handler('POST', `/orders/${orderId}/draft`, { reply: '再答一次' })).body).toMatchObject({
      code: 'work-order.closed',
      status: 409,
    })
  })

  it('不满意：人工回访、重办一次、再回访 [13-3a]', async () => {
    at('2026-03-04T09:00:00')
    const filed = await file({ content: '路灯不亮一个月了，晚上看不清路。', kind: 'complaint', subject: 'street-lights' })
    const { orderId } = await orderOf(filed.number)
    const step = async (desk: Desk, path: string, body: object = {}) => {
      const { status, body: answer } = await desk('POST', `/orders/${orderId}/${path}`, body)
      expect([path, status, answer.code]).toEqual([path, 200, undefined])
      return (await desk<OrderView>('GET', `/orders/${orderId}`)).body
    }
    await step(seat, 'accept', { kind: 'complaint', subject: 'street-lights', place })
    await step(dispatcher, 'dispatch', { unitId: 'housing', principle: 'duty' })
    await step(clerk, 'sign')
    for (const round of [1, 2]) {
      await step(handler, 'draft', { reply: `第 ${round} 次答复：已维修。` })
      await step(reviewer, 'approve')
      await step(handler, 'deliver', { way: 'tracking-page' })
      if (round === 2) break
      const rated = await filed.mine<RequestView>('POST', '/requests/mine/rating', {
        result: 'dissatisfied',
        service: 'satisfied',
        words: '灯还是不亮',
      })
      expect(rated.body.status.code).toBe('manual-follow-up')
      await step(followUp, 'follow-up', { outcome: 'dissatisfied', reason: 'not-done' })
      const redone = await step(followUp, 'redo', { reason: 'not-done', instruction: '请到现场核实后维修。' })
      expect(redone.clocks.filter(({ round: r }) => r === 2).map(({ id, dueOn }) => [id, dueOn])).toEqual([
        ['redo-2', '2026-03-11'],
        ['requester-2', '2026-03-11'],
      ])
    }
    const done = await filed.mine<RequestView>('POST', '/requests/mine/rating', { result: 'satisfied' })
    expect(done.body.status.code).toBe('closed')
    expect(done.body.reply?.text).toContain('第 2 次')
  })
})

describe('撤回 [20c]', () => {
  it('派单后申请撤回，在派单台的待确认里等中心确认，确认后归档', async () => {
    const filed = await file({ content: '广场音响太吵，后来自己调小了。' })
    const { orderId } = await orderOf(filed.number)
    await seat('POST', `/orders/${orderId}/accept`, { kind: 'help', subject: 'noise', place })
    await dispatcher('POST', `/orders/${orderId}/dispatch`, { unitId: 'housing', principle: 'duty' })
    expect((await filed.mine('POST', '/requests/mine/withdraw', { reason: '已经解决' })).status).toBe(200)
    const waiting = () => dispatcher<{ items: { number: string }[] }>('GET', '/orders?waiting=withdrawal')
    expect((await waiting()).body.items.map(({ number }) => number)).toEqual([filed.number])
    expect((await dispatcher<{ items: unknown[] }>('GET', '/orders?waiting=correction')).body.items).toEqual([])
    await dispatcher('POST', `/orders/${orderId}/confirm-withdrawal`, { confirmed: true })
    expect((await waiting()).body.items).toEqual([])
    expect((await orderOf(filed.number)).closureKind).toBe('withdrawn')
  })
})

describe('坏输入与越权', () => {
  it('字段错误 400，逐项说明；查询码错与工单号错是同一个 404；别人的工单 404', async () => {
    const bad = await house.nobody('POST', '/requests', { ...request, kind: 'gossip', content: '' })
    expect(bad).toMatchObject({ status: 400, body: { code: 'input.invalid' } })
    expect((await house.nobody('POST', '/requests', { ...request, phone: '12' })).body.code).toBe('identity.phone-invalid')
    expect((await house.nobody('POST', '/requests', { ...request, place: { county: '110000', township: null } })).body.code).toBe(
      'place.unknown',
    )
    const filed = await file()
    const wrongCode = await house.nobody('POST', '/requests/track', { number: filed.number, queryCode: '00000000' })
    const wrongNumber = await house.nobody('POST', '/requests/track', { number: '260300000012', queryCode: filed.queryCode })
    expect(wrongCode.status).toBe(404)
    expect(wrongNumber).toEqual(wrongCode)
    const { orderId } = await orderOf(filed.number)
    expect(await clerk('GET', `/orders/${orderId}`)).toMatchObject({ status: 404, body: { code: 'work-order.not-found' } })
    expect(await clerk('POST', `/orders/${orderId}/sign`, {})).toMatchObject({ status: 404 })
    expect((await house.citizen('x'.repeat(72))('GET', '/requests/mine')).status).toBe(401)
  })

  it('版本过期 412；被禁止的步骤 409 附条款；同一请求编号只做一次', async () => {
    const filed = await file()
    const { orderId, version } = await orderOf(filed.number)
    const body = { kind: 'help', subject: 'water-supply', place }
    expect((await seat('POST', `/orders/${orderId}/accept`, body, { 'if-match': `"${version + 7}"` })).status).toBe(412)
    const refused = await seat('POST', `/orders/${orderId}/decline`, { ground: '9-5', lawfulChannel: 'none-needed', explanation: '听不清' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'decline.not-clarified', clause: '9-5' } })
    const key = { 'idempotency-key': '0190a0a0-0000-7000-8000-000000000001', 'if-match': `"${version}"` }
    const once = await seat<OrderView>('POST', `/orders/${orderId}/accept`, body, key)
    const twice = await seat<OrderView>('POST', `/orders/${orderId}/accept`, body, key)
    expect([once.status, twice.status]).toEqual([200, 200])
    expect(twice.body.version).toBe(once.body.version)
    expect((await seat('POST', `/orders/${orderId}/accept`, { ...body, kind: 'complaint' }, key)).body.code).toBe('idempotency.key-reused')
  })

  it('第二十条 [20c] 被举报单位看不到、搜不到、接不到；上级可办；举报人身份不给承办单位', async () => {
    const filed = await file({
      kind: 'report',
      subject: 'official-conduct',
      content: '反映住建窗口工作人员收取好处费。',
      aboutUnitId: 'housing',
    })
    const order = await orderOf(filed.number)
    expect(order).toMatchObject({ grade: 'confidential', relations: { accusedUnitId: 'housing' }, requester: { name: null, phone: null } })
    const relations = { ...order.relations }
    await seat('POST', `/orders/${order.orderId}/accept`, { kind: 'report', subject: 'official-conduct', place, relations })
    const refused = await dispatcher('POST', `/orders/${order.orderId}/dispatch`, { unitId: 'housing', principle: 'duty' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'dispatch.unit-accused-instead', clause: '20c' } })
    expect((await dispatcher('POST', `/orders/${order.orderId}/dispatch`, { unitId: 'market', principle: 'industry' })).status).toBe(200)
    const market = await house.desk('clerk-market')
    expect((await market<OrderView>('GET', `/orders/${order.orderId}`)).body.requester).toBeNull()
    expect((await market('POST', `/orders/${order.orderId}/reveal`, { reason: 'contact-requester', words: '核实' })).status).toBe(403)
    for (const desk of [clerk, handler, reviewer]) {
      expect((await desk('GET', `/orders/${order.orderId}`)).status).toBe(404)
      expect((await desk<{ items: unknown[] }>('GET', `/orders/search?text=${encodeURIComponent('好处费')}`)).body.items).toEqual([])
      expect((await desk<{ items: unknown[] }>('GET', `/orders/search?text=${filed.number}`)).body.items).toEqual([])
    }
    // 号码不能引向由它举报的工单，短信记录里也没有举报人的尾号。
    const byPhone = await dispatcher<{ items: { number: string }[] }>('GET', `/orders/search?phone=${request.phone}`)
    expect(byPhone.body.items.map(({ number }) => number)).not.toContain(filed.number)
    expect(byPhone.body.items.length).toBeGreaterThan(0)
    await relayed(house, assembly)
    const sent = await followUp<{ items: { orderId: string; to: string }[] }>('GET', '/messages?limit=100')
    const ofReport = sent.body.items.filter(({ orderId }) => orderId === order.orderId).map(({ to }) => to)
    expect(ofReport.length).toBeGreaterThan(0)
    expect(JSON.stringify(ofReport)).not.toMatch(/5678/)
    const found = await dispatcher<{ items: { number: string }[] }>('GET', `/orders/search?text=${encodeURIComponent('好处费')}`)
    expect(found.body.items.map(({ number }) => number)).toEqual([filed.number])
  })

  it('第二十条 [20c] 举报改称别的类别也不露出举报人；保密只增不减；填空不能放走被举报单位；来电不引出举报', async () => {
    const phone = '13911110001'
    const filed = await file({ kind: 'report', content: '举报窗口人员索要好处。', phone, name: '吹哨人', aboutUnitId: 'housing' })
    const { orderId } = await orderOf(filed.number)
    const called = await seat<{ contactId: string }>('POST', '/telephony/simulated-calls', { from: phone })
    const current = await seat<{ items: { contactId: string; history: unknown[] }[] }>('GET', '/contacts/current')
    expect(current.body.items.find(({ contactId }) => contactId === called.body.contactId)?.history).toEqual([])

    await seat('POST', `/orders/${orderId}/accept`, { kind: 'complaint', subject: 'prices', place })
    const accepted = await dispatcher<OrderView>('GET', `/orders/${orderId}`)
    expect(accepted.body).toMatchObject({ kind: 'complaint', grade: 'confidential', relations: { accusedUnitId: 'housing' } })
    expect(accepted.body.requester).toMatchObject({ name: null, phone: null })
    expect((await dispatcher('POST', `/orders/${orderId}/dispatch`, { unitId: 'housing', principle: 'duty' })).body.code).toBe(
      'dispatch.unit-accused-instead',
    )
    expect((await dispatcher('POST', `/orders/${orderId}/reveal`, { reason: 'verify-matter', words: '核实' })).status).toBe(403)
    expect((await clerk('GET', `/orders/${orderId}`)).status).toBe(404)

    const quiet = await file({ kind: 'complaint', confidential: true, phone: '13911110002' })
    const { orderId: second } = await orderOf(quiet.number)
    await seat('POST', `/orders/${second}/accept`, { kind: 'complaint', subject: 'prices', place })
    expect((await dispatcher<OrderView>('GET', `/orders/${second}`)).body.grade).toBe('confidential')
    const nil = {
      respondentUnitId: null,
      respondentAccountId: null,
      accusedUnitId: null,
      accusedAccountId: '00000000-0000-0000-0000-000000000000',
    }
    expect((await seat('POST', `/orders/${second}/accept`, { kind: 'complaint', subject: 'prices', place, relations: nil })).status).toBe(
      400,
    )
  })

  it('页面的表单只收表单：JSON 415，同名参数取最后一个，不出 5xx', async () => {
    const json = await house.server.inject({
      method: 'POST',
      url: '/track',
      headers: { 'content-type': 'application/json' },
      payload: '{"number":{"a":1}}',
    })
    expect(json.statusCode).toBe(415)
    expect((await house.server.inject({ method: 'GET', url: '/knowledge?text=a&text=b' })).statusCode).toBe(200)
  })
})
