import type { OrderView } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserOf } from '../../journey/testing/signed-in.ts'
import { orderHouse, request, type Filed, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
beforeAll(async () => void (house = await orderHouse()))
afterAll(() => house.close())

const name = '司徒测红'
const phone = '18611223344'
const content = `我叫${name}，电话186 1122 3344（一八六一一二二三三四四），身份证513431199003071235，川W·A1234占道，小区停水。`
const view = async (login: string, orderId: string) => (await (await house.at(login))<OrderView>('GET', `/orders/${orderId}`)).body
const found = async (login: string, text: string): Promise<number> =>
  (await (await house.at(login))<{ items: unknown[] }>('GET', `/orders/search?text=${encodeURIComponent(text)}`)).body.items.length
const textsOf = ({ timeline }: OrderView, role: string): readonly string[] =>
  timeline.flatMap(({ texts }) => texts.filter((one) => one.role === role).map(({ text }) => text))
const open = (more: object = {}): Promise<Filed> => house.dispatchedTo('housing', { ...request, name, phone, content, ...more })

describe('第二十条 [20a] 诉求人写的话，谁能看全', () => {
  it('公开的工单：承办单位看到遮过的，中心和诉求人看到原文', async () => {
    const { orderId, token } = await open()
    const seen = await view('clerk-housing', orderId)
    expect(seen.content).toBe('我叫司徒**，电话186****3344（186****3344），身份证5****************5，川W·*****占道，小区停水。')
    for (const login of ['seat', 'dispatcher', 'centre-manager']) expect((await view(login, orderId)).content).toBe(content)
    const { body } = await house.citizen(token)<{ content: string }>('GET', '/requests/mine')
    expect(body.content).toBe(content)
    const browser = await browserOf(house, 'clerk-housing')
    const lists = [await browser.ask('GET', '/api/v1/orders?limit=100'), await browser.ask('GET', `/console-print/orders/${orderId}`)]
    for (const { text } of lists) {
      expect(text).toContain('我叫司徒**，电话186****3344')
      expect(text).not.toContain(name)
    }
  })

  it('[20b] 承办单位说明用途，查看身份的同时看到原文；保密的不给', async () => {
    const { orderId } = await open()
    const why = { reason: 'verify-matter', words: '核对车牌' }
    const shown = await (await house.at('clerk-housing'))('POST', `/orders/${orderId}/reveal`, why)
    expect(shown).toMatchObject({ status: 200, body: { name, phone, content } })
    const hidden = await house.dispatchedTo('housing', { ...request, name, phone, content, confidential: true }, { confidential: true })
    const refused = await (await house.at('clerk-housing'))('POST', `/orders/${hidden.orderId}/reveal`, why)
    expect(refused.status).toBe(403)
    expect(JSON.stringify(refused.body)).not.toContain('停水')
  })

  it('保密的工单：承办单位一个字也认不出；举报：中心也认不出', async () => {
    const masked = '我叫****，电话***********（***********），身份证******************，********占道，小区停水。'
    const confidential = await house.dispatchedTo(
      'housing',
      { ...request, name, phone, content, confidential: true },
      { confidential: true },
    )
    expect((await view('clerk-housing', confidential.orderId)).content).toBe(masked)
    expect((await view('dispatcher', confidential.orderId)).content).toBe(content)
    const report = await house.file({ ...request, kind: 'report', subject: 'work-safety', name, phone, content })
    for (const login of ['seat', 'dispatcher', 'centre-manager']) expect((await view(login, report.orderId)).content).toBe(masked)
  })

  it('只被问是不是自己的事的单位，什么也不给', async () => {
    const { orderId } = await house.file({ ...request, name, phone, content })
    await house.done('dispatcher', orderId, 'verify', { unitId: 'housing', question: `${name}反映的是否属于贵局？` })
    const seen = await view('clerk-housing', orderId)
    expect(seen.content).toContain('我叫****，')
    expect(seen.verification?.question).toBe('****反映的是否属于贵局？')
  })

  it('以后写的话也一样：登记以后没有人再说过他的名字，照样认得', async () => {
    const { orderId, token } = await open()
    expect(
      (await house.citizen(token)('POST', '/requests/mine/facts', { content: `${name}补充：请打１８６１１２２３３４４` })).status,
    ).toBe(200)
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('clerk-housing', orderId, 'attempts', {
      way: 'phone',
      outcome: 'no-answer',
      note: `${name}未接，其家属13900001111接听`,
    })
    await house.done('handler-housing', orderId, 'draft', {
      reply: `${name}您好，供水已恢复，供水公司电话0834-2162345，您的号码${phone}已登记。`,
      internal: `${name}住户，${phone}`,
    })
    const seen = await view('reviewer-housing', orderId)
    expect(textsOf(seen, 'facts')).toEqual(['司徒**补充：请打186****3344'])
    expect(textsOf(seen, 'note')).toContain('司徒**未接，其家属139****1111接听')
    expect(seen.assignment?.draft?.internal).toBe('司徒**住户，186****3344')
    expect(seen.assignment?.draft?.reply, '办公电话要给审核人看').toBe(
      '司徒**您好，供水已恢复，供水公司电话0834-2162345，您的号码186****3344已登记。',
    )
    await house.done('reviewer-housing', orderId, 'approve')
    await house.done('handler-housing', orderId, 'deliver', { way: 'tracking-page' })
    const { body } = await house.citizen(token)<{ reply: { text: string } }>('GET', '/requests/mine')
    expect(body.reply.text, '诉求人读到原文').toContain(`${name}您好`)
  })

  it('以前登记的工单：没有存下位置的，看的时候再找；名字无从认得', async () => {
    const { orderId } = await open()
    await house.owner.query('update work_order_text set spans = null where order_id = $1', [orderId])
    await house.owner.query('update work_order_key set marks = null where order_id = $1', [orderId])
    expect((await view('clerk-housing', orderId)).content).toContain(`我叫${name}，电话186****3344`)
    await house.done('clerk-housing', orderId, 'sign')
  })

  it('附件的名字也遮：工单页、附件的信息、下载的文件名', async () => {
    const { orderId } = await open()
    const form = (orderFile: string): string =>
      `--b0\r\ncontent-disposition: form-data; name="file"; filename="${orderFile}"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n\r\n--b0--\r\n`
    const [dispatcher, clerk] = [await browserOf(house, 'dispatcher'), await browserOf(house, 'clerk-housing')]
    const sent = await dispatcher.ask('POST', `/api/v1/files?orderId=${orderId}`, {
      payload: form(`${name}${phone}.pdf`),
      headers: { 'content-type': 'multipart/form-data; boundary=b0' },
    })
    expect(sent.status).toBe(201)
    const { fileId } = JSON.parse(sent.text) as { fileId: string }
    expect((await view('clerk-housing', orderId)).files).toMatchObject([{ name: '司徒**186****3344.pdf' }])
    expect((await view('dispatcher', orderId)).files).toMatchObject([{ name: `${name}${phone}.pdf` }])
    for (const path of [`/api/v1/files/${fileId}`, `/api/v1/files/${fileId}/content`]) {
      const { status, text, headers } = await clerk.ask('GET', path)
      expect([path, status]).toEqual([path, 200])
      for (const trace of [name, encodeURIComponent(name), phone]) expect(JSON.stringify([text, headers])).not.toContain(trace)
    }
  })

  it('存下的只是位置和长度，没有姓名和号码', async () => {
    const { orderId } = await open()
    const { rows } = await house.owner.query<{ marks: object; spans: readonly object[] }>(
      `select k.marks, t.spans from work_order_key k join work_order_text t using (authority_id, order_id) where k.order_id = $1 and t.role = 'content'`,
      [orderId],
    )
    expect(JSON.stringify(rows)).not.toMatch(/司徒|186|3344/)
    expect(rows[0]!.spans).toHaveLength(5)
  })
})

describe('第二十条 [20a] 遮住的字，查找不给印证', () => {
  it('单位查不到，中心查得到；没遮的字单位照查', async () => {
    const own = '令狐测枫'
    await open({ name: own, content: `我叫${own}，身份证513401198811204566，川W·B4321，独一无二的井盖` })
    for (const text of [own, '令狐测', '513401198811204566', '川W·B4321', `我叫${own}`]) {
      expect([text, await found('clerk-housing', text)]).toEqual([text, 0])
    }
    expect(await found('dispatcher', own)).toBeGreaterThan(0)
    expect(await found('clerk-housing', '独一无二的井盖')).toBe(1)
  })
})

describe('第二十条 [20a] 正文里的住址', () => {
  const home = '西昌市北城街道金沙江路九十七号三单元'
  const matter = '我家金沙江路97号3单元楼下，月城小区5栋2单元501室夜里放炮。'
  /** Told by telephone, where the home is asked for. */
  const called = async (kind: string, confidential: boolean, road = '金沙江路'): Promise<{ readonly orderId: string }> => {
    const named = (text: string): string => text.replaceAll('金沙江路', road)
    const seat = await house.at('seat')
    const { contactId } = (await seat<{ contactId: string }>('POST', '/telephony/simulated-calls', { from: '13908349988' })).body
    await seat('POST', `/contacts/${contactId}/answer`)
    const place = { county: '513401', township: null }
    const { status, body } = await seat<{ orderId: string }>('POST', '/orders', {
      contactId,
      requester: { name, homeAddress: named(home) },
      kind,
      subject: 'noise',
      place,
      addressDetail: named('月城小区5栋2单元501室，金沙江路97号3单元对面'),
      content: named(matter),
      outcome: { step: 'accept', with: { kind, subject: 'noise', place, confidential } },
    })
    expect(status).toBe(201)
    await seat('POST', `/contacts/${contactId}/hang-up`)
    await seat('POST', `/contacts/${contactId}/finish`)
    await house.done('dispatcher', body.orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    return body
  }

  it('公开的工单：地点就是诉求，谁都看得到', async () => {
    const { orderId } = await called('complaint', false)
    for (const login of ['seat', 'dispatcher', 'clerk-housing'])
      expect([login, (await view(login, orderId)).content]).toEqual([login, matter])
  })

  it('保密的工单：承办单位看不到住址和哪一户，看得到涉事地址；答复里的住址也遮；中心看全', async () => {
    const { orderId } = await called('complaint', true)
    const seen = await view('clerk-housing', orderId)
    expect(seen.content).toBe('我家**********楼下，*************夜里放炮。')
    expect(seen.addressDetail).toBe('月城小区5栋2单元501室，**********对面')
    expect((await view('dispatcher', orderId)).content).toBe(matter)
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'draft', { reply: '已到金沙江路九十七号三单元楼下劝阻，月城小区5栋2单元501室认错。' })
    expect((await view('reviewer-housing', orderId)).assignment?.draft?.reply).toBe('已到***********楼下劝阻，月城小区5栋2单元501室认错。')
  })

  it('保密的工单：按住址查，承办单位查不到，中心查得到', async () => {
    await called('complaint', true, '玉沙江路')
    expect(await found('clerk-housing', '玉沙江路97号')).toBe(0)
    expect(await found('dispatcher', '玉沙江路97号')).toBe(1)
  })

  it('举报：中心也看不到举报人的住址，看得到举报的是哪一户', async () => {
    const { orderId } = await called('report', false)
    for (const login of ['seat', 'dispatcher', 'centre-manager'])
      expect([login, (await view(login, orderId)).content]).toEqual([login, '我家**********楼下，月城小区5栋2单元501室夜里放炮。'])
    expect((await view('clerk-housing', orderId)).content).toBe('我家**********楼下，*************夜里放炮。')
  })

  it('存下的没有住址本身', async () => {
    const { orderId } = await called('complaint', true)
    const { rows } = await house.owner.query<{ marks: { home: object[] }; spans: object[] }>(
      `select k.marks, t.spans from work_order_key k join work_order_text t using (authority_id, order_id) where k.order_id = $1 and t.role = 'content'`,
      [orderId],
    )
    expect(JSON.stringify(rows)).not.toMatch(/金沙江|97|月城/)
    expect(rows[0]!.marks.home.length).toBeGreaterThan(1)
    expect(rows[0]!.spans).toHaveLength(2)
  })
})
