import type { OrderView } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../session/index.ts'
import { demonstrationPassword } from '../accounts/index.ts'
import { classified, orderHouse, request, type Filed, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

type Rows = { readonly items: readonly { readonly orderId: string }[] }
const reads = async (login: string, path: string): Promise<string> => JSON.stringify((await (await house.at(login))('GET', path)).body)
const lists = async (login: string, path: string): Promise<readonly string[]> =>
  ((await (await house.at(login))<Rows>('GET', path)).body.items ?? []).map(({ orderId }) => orderId)
const statusAt = async (login: string, orderId: string): Promise<number> =>
  (await (await house.at(login))('GET', `/orders/${orderId}`)).status

const printed = async (login: string, orderId: string): Promise<string> => {
  const signedIn = await house.server.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login, password: demonstrationPassword },
  })
  const cookie = signedIn.cookies.find(({ name }) => name === sessionCookie)!.value
  const page = await house.server.inject({ method: 'GET', url: `/console-print/orders/${orderId}`, cookies: { [sessionCookie]: cookie } })
  expect(page.statusCode).toBe(200)
  return page.body
}

const name = '司徒测红'
const phone = '18611223344'
/** The name, the number, their masks, and any piece of the number. */
const traces = [name, '司徒', phone, '186****3344', '3344', '1861122']

describe('第二十条 [20c] 保密、匿名的诉求人，承办单位从哪里都看不到', () => {
  const cases: readonly (readonly [title: string, request: object, acceptance: object])[] = [
    ['诉求人要求保密', { confidential: true }, { confidential: true }],
    ['受理时定为保密', {}, { confidential: true }],
    ['举报', { kind: 'report', subject: 'work-safety' }, { kind: 'report', subject: 'work-safety' }],
    ['匿名而留了电话', { anonymous: true }, {}],
  ]
  it.each(cases)('%s：视图、列表、查找、时间线、打印、揭示', async (_, more, acceptance) => {
    const { orderId, number } = await house.dispatchedTo('housing', { name, phone, ...more }, { ...classified, ...acceptance })
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('clerk-housing', orderId, 'attempts', { way: 'phone', outcome: 'no-answer', note: '经热线转接未通' })
    await house.done('handler-housing', orderId, 'draft', { reply: '已经处理。' })
    for (const login of ['clerk-housing', 'handler-housing', 'reviewer-housing']) {
      const desk = await house.at(login)
      const view = await desk<OrderView>('GET', `/orders/${orderId}`)
      expect(view.status).toBe(200)
      const shown = [
        view.body,
        await reads(login, '/orders'),
        await reads(login, `/orders/search?text=${number}`),
        await reads(login, '/board'),
      ]
      for (const trace of traces) expect(JSON.stringify(shown), `${login}: ${trace}`).not.toContain(trace)
      const paper = await printed(login, orderId)
      for (const trace of traces) expect(paper, `${login} print: ${trace}`).not.toContain(trace)
      const byPhone = await desk('GET', `/orders/search?phone=${phone}`)
      expect(byPhone).toMatchObject({ status: 200, body: { items: [] } })
      const revealed = await desk('POST', `/orders/${orderId}/reveal`, { reason: 'contact-requester', words: '要联系' })
      expect(revealed.status).toBe(403)
    }
  })

  it('对照：公开的工单，承办单位看得到打码的姓名和电话', async () => {
    const { orderId } = await house.dispatchedTo('housing', { name, phone })
    const { body } = await (await house.at('clerk-housing'))<OrderView>('GET', `/orders/${orderId}`)
    expect(body.requester).toMatchObject({ phone: '186****3344', anonymous: false })
    expect(JSON.stringify(body)).not.toContain(phone)
  })
})

describe('第二十条 [20c] 被反映的人，自己查不到', () => {
  it.each(['respondentAccountId', 'accusedAccountId'])('%s：看不到、列不出、搜不到、办不了；同事可以办', async (relation) => {
    const accountId = await house.accountId('handler-housing')
    const nobody = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }
    const relations = { ...nobody, [relation]: accountId }
    const content = `反映经办人态度生硬，编号${relation}`
    const { orderId, number } = await house.dispatchedTo('housing', { kind: 'complaint', content }, { kind: 'complaint', relations })
    expect(await statusAt('handler-housing', orderId)).toBe(404)
    expect(await statusAt('clerk-housing', orderId)).toBe(200)
    expect(await lists('handler-housing', '/orders?limit=100')).not.toContain(orderId)
    expect(await lists('clerk-housing', '/orders?limit=100')).toContain(orderId)
    for (const text of [number, encodeURIComponent(content)]) {
      expect(await lists('handler-housing', `/orders/search?text=${text}`)).toEqual([])
      expect(await lists('clerk-housing', `/orders/search?text=${text}`)).toEqual([orderId])
    }
    expect(await house.step('handler-housing', orderId, 'sign')).toMatchObject({ status: 404, body: { code: 'work-order.not-found' } })
    await house.done('clerk-housing', orderId, 'sign')
    expect((await house.step('handler-housing', orderId, 'draft', { reply: '我没有' })).status).toBe(404)
  })
})

describe('第二十条 [20c] 申报回避', () => {
  it('回避之后列表、页面、搜索、打印都没有这件；同事接着办；办结以后也看不到', async () => {
    const { orderId } = await house.file({})
    await house.done('seat', orderId, 'accept', classified)
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    await house.done('clerk-housing', orderId, 'sign')
    expect(await lists('handler-housing', '/orders')).toContain(orderId)
    await house.done('handler-housing', orderId, 'recuse', { reason: '诉求人是我的亲属' })
    expect(await statusAt('handler-housing', orderId)).toBe(404)
    expect(await lists('handler-housing', '/orders')).not.toContain(orderId)
    expect((await house.step('handler-housing', orderId, 'draft', { reply: '已修复' })).status).toBe(404)
    expect(await reads('clerk-housing', `/orders/${orderId}`), '单位的人看得到有人回避，看不到缘由').not.toContain('亲属')
    expect(await reads('centre-manager', `/orders/${orderId}`)).toContain('亲属')
    await house.done('handler-2-housing', orderId, 'draft', { reply: '已修复' })
    expect(await statusAt('handler-2-housing', orderId)).toBe(200)
  })
})

describe('第二十条 [20c] 误列和举报中心', () => {
  const report = { kind: 'report', subject: 'work-safety' }
  const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }

  it('误列的单位：两人更正以后可以派给它，它从哪里都看不出曾被列为被举报单位', async () => {
    const { orderId } = await house.file({ ...report, aboutUnitId: 'housing' })
    await house.done('seat', orderId, 'accept', { ...classified, ...report })
    await house.done('dispatcher', orderId, 'clear-accused', { reason: '来电人说的是施工单位，不是住建局' })
    const waiting = await (await house.at('centre-manager'))<OrderView>('GET', `/orders/${orderId}`)
    expect(waiting.body.pendingClearing).toEqual({ reason: '来电人说的是施工单位，不是住建局' })
    await house.done('centre-manager', orderId, 'confirm-clearing', { confirmed: true })
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    const seen = await reads('clerk-housing', `/orders/${orderId}`)
    expect(seen).toContain('dispatched')
    for (const trace of ['clearing', 'cleared', '误列', '被举报', '施工单位']) expect(seen, trace).not.toContain(trace)
    const manager = await reads('centre-manager', `/orders/${orderId}`)
    expect(manager).toContain('accused-cleared')
  })

  it('举报热线中心的：中心看不到，州政府办公室受理、派单', async () => {
    const { orderId } = await house.file({ ...report, aboutUnitId: 'centre' })
    for (const login of ['seat', 'dispatcher', 'centre-manager']) expect(await statusAt(login, orderId)).toBe(404)
    await house.done('office', orderId, 'accept', { ...classified, ...report, relations: { ...relations, accusedUnitId: 'centre' } })
    expect((await house.done('office', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })).stage).toBe('to-sign')
    expect(await statusAt('dispatcher', orderId)).toBe(404)
    const ordinary = await house.file()
    const refused = await house.step('office', ordinary.orderId, 'accept', { ...classified })
    expect(refused).toMatchObject({ status: 409, body: { code: 'work-order.for-centre' } })
  })
})

describe('第二十条 [20b] 座席只看自己的、待受理的，和正在通话的人的', () => {
  const call = async (login: string, from: string) => {
    const seat = await house.at(login)
    const { body } = await seat<{ contactId: string }>('POST', '/telephony/simulated-calls', { from })
    await seat('POST', `/contacts/${body.contactId}/answer`, {})
    const end = async () => {
      await seat('POST', `/contacts/${body.contactId}/hang-up`, {})
      expect((await seat('POST', `/contacts/${body.contactId}/finish`, {})).status).toBe(200)
    }
    return { contactId: body.contactId, end }
  }
  const other = 'seat-outsourced'
  let earlier: Filed

  it('待受理的谁都看得到；受理以后只有受理的座席看得到', async () => {
    earlier = await house.file({ ...request, phone: '13700001111', content: '桥头路灯坏了' })
    expect(await statusAt('seat', earlier.orderId)).toBe(200)
    expect(await statusAt(other, earlier.orderId)).toBe(200)
    await house.done('seat', earlier.orderId, 'accept', classified)
    expect(await statusAt('seat', earlier.orderId)).toBe(200)
    expect(await statusAt(other, earlier.orderId)).toBe(404)
    expect(await lists(other, `/orders/search?text=${earlier.number}`)).toEqual([])
    expect(await lists(other, `/orders/search?text=${encodeURIComponent('桥头路灯')}`)).toEqual([])
  })

  it('同一个号码来电，接听的座席看得到以前的；登记结束就看不到了；别的号码不行', async () => {
    const stranger = await call(other, '13700002222')
    expect(await statusAt(other, earlier.orderId)).toBe(404)
    await stranger.end()
    const { contactId, end } = await call(other, '137 0000 1111')
    const contacts = await (
      await house.at(other)
    )<{ items: { contactId: string; history: { orderId: string }[] }[] }>('GET', '/contacts/current')
    expect(contacts.body.items).toMatchObject([{ contactId, history: [{ orderId: earlier.orderId }] }])
    expect(await statusAt(other, earlier.orderId)).toBe(200)
    await end()
    expect(await statusAt(other, earlier.orderId)).toBe(404)
    expect((await house.step(other, earlier.orderId, 'facts', { content: '再补一句' })).status).toBe(404)
  })
})
