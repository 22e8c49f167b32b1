import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditView } from '@open12345/contract/audit'
import { sessionCookie } from '../session/index.ts'
import { scene, type Desk, type Scene } from '../../testing/scene.ts'
import { demonstrationPassword } from '../accounts/index.ts'

describe('第二十条 [20b] 审计台', () => {
  let house: Scene
  let auditor: Desk
  let number: string
  beforeAll(async () => {
    house = await scene({ at: '2026-03-02T09:00:00+08:00' })
    auditor = await house.desk('audit-admin')
    const filed = await house.nobody<{ number: string }>('POST', '/requests', {
      kind: 'help',
      subject: 'water-supply',
      place: { county: '513401', township: null },
      content: '小区停水两天了，没有看到通知，请问什么时候恢复？',
      name: '测试人',
      phone: '13912345678',
    })
    number = filed.body.number
    const dispatcher = await house.desk('dispatcher')
    const found = await dispatcher<{ items: { orderId: string }[] }>('GET', `/orders/search?text=${number}`)
    const reveal = { reason: 'contact-requester', words: '核对地址' }
    expect((await dispatcher('POST', `/orders/${found.body.items[0]?.orderId}/reveal`, reveal)).status).toBe(200)
    await dispatcher('GET', `/orders/search?phone=13912345678`)
  })
  afterAll(() => house.close())

  const items = async (query: string): Promise<AuditView[]> => {
    const { status, body } = await auditor<{ items: AuditView[] }>('GET', `/audit?${query}`)
    expect(status).toBe(200)
    return body.items
  }
  const opened = async (login: string, url: string) => {
    const shown = await house.nobody<{ code: string | null }>('GET', `/session/entrance/code?login=${login}`)
    const payload = { login, password: demonstrationPassword, ...(shown.body.code === null ? {} : { code: shown.body.code }) }
    const signedIn = await house.server.inject({ method: 'POST', url: '/api/v1/session', payload })
    const cookies = { [sessionCookie]: signedIn.cookies.find(({ name }) => name === sessionCookie)?.value ?? '' }
    return house.server.inject({ method: 'GET', url, cookies })
  }
  const download = (login: string, query: string) => opened(login, `/api/v1/audit/export?${query}`)

  it('按工单号查谁看过，按登录名或姓名查此人看过什么，不用内部编号', async () => {
    const ofOrder = await items(`number=${number}`)
    expect(ofOrder).toContainEqual(
      expect.objectContaining({ action: 'identity.reveal', orderNumber: number, accountName: '派单员', reason: '核对地址' }),
    )
    expect(ofOrder.every(({ orderNumber }) => orderNumber === number)).toBe(true)
    const byLogin = await items('who=dispatcher')
    expect(byLogin.map(({ action }) => action)).toContain('identity.reveal')
    expect(await items(`who=${encodeURIComponent('派单员')}`)).toEqual(byLogin)
    expect(byLogin.every(({ accountName }) => accountName === '派单员')).toBe(true)
  })

  it('打开工单页有一条记录，页面自己刷新不重复记，一刻钟以后再看另记；看不到的不记', async () => {
    const [dispatcher, clerk] = [await house.desk('dispatcher'), await house.desk('clerk-housing')]
    const orderId = (await items(`number=${number}`))[0]?.orderId ?? ''
    const reads = async () => (await items(`number=${number}`)).filter(({ action }) => action === 'order.read')
    for (let again = 0; again < 2; again++) expect((await dispatcher('GET', `/orders/${orderId}`)).status).toBe(200)
    expect((await clerk('GET', `/orders/${orderId}`)).status).toBe(404)
    expect(await reads()).toMatchObject([{ accountName: '派单员', purpose: 'handling' }])
    house.clock.set(house.clock.now().add({ minutes: 16 }))
    await (
      await house.desk('dispatcher')
    )('GET', `/orders/${orderId}`)
    expect(await reads()).toHaveLength(2)
  })

  it('打印工单有一条记录', async () => {
    const orderId = (await items(`number=${number}`))[0]?.orderId ?? ''
    expect((await opened('dispatcher', `/console-print/orders/${orderId}`)).statusCode).toBe(200)
    const prints = (await items(`number=${number}`)).filter(({ action }) => action === 'order.print')
    expect(prints).toMatchObject([{ accountName: '派单员', facts: ['order'], purpose: 'on-paper' }])
  })

  it('按日期查，首尾两天都在内；没有就是空', async () => {
    expect((await items('from=2026-03-02&to=2026-03-02&who=dispatcher')).length).toBeGreaterThan(0)
    expect(await items('to=2026-03-01')).toEqual([])
    expect(await items('from=2026-03-03')).toEqual([])
  })

  it('工单号、人查不到时说清楚，不是空表', async () => {
    expect((await auditor('GET', '/audit?number=999999999999')).body.code).toBe('audit.order-unknown')
    expect((await auditor('GET', '/audit?who=nobody')).body.code).toBe('audit.person-unknown')
  })

  it('导出成表：没有理由原文，自己有一条记录，公式写不进去；别人导不出', async () => {
    const file = await download('audit-admin', `number=${number}`)
    expect(file.statusCode).toBe(200)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toContain('"identity.reveal"')
    expect(file.body).toContain(`"${number}"`)
    expect(file.body).not.toContain('核对地址')
    const exports = (await items('who=audit-admin')).filter(({ action }) => action === 'audit.export')
    expect(exports).toMatchObject([{ purpose: 'supervision', orderNumber: number }])
    for (const login of ['security-admin', 'dispatcher']) expect((await download(login, '')).statusCode, login).toBe(403)
    expect((await download('audit-admin', 'from=yesterday')).statusCode).toBe(400)
  })

  it('身份、查找、导出、查阅审计，每条查看记录都写着用途', async () => {
    const { rows } = await house.owner.query<{ action: string; purpose: string | null }>(
      `select action, purpose from audit_record where action in ('identity.reveal', 'identity.find', 'identity.phone-for-sending', 'audit.read', 'audit.export',
        'file.read', 'order.print', 'order.read')`,
    )
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set(['order.read', 'order.print', 'identity.reveal', 'identity.find', 'audit.read', 'audit.export']),
    )
    expect(rows.filter(({ purpose }) => purpose === null)).toEqual([])
  })
})
