import type { Nameable, OrderView, Unattended } from '@open12345/contract/work-order'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classified, orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
const ids = new Map<string, string>()
const logins = [
  'centre-manager',
  'dispatcher',
  'seat',
  'clerk-housing',
  'handler-housing',
  'reviewer-housing',
  'clerk-market',
  'office',
] as const
type Login = (typeof logins)[number]
beforeAll(async () => {
  house = await orderHouse()
  for (const login of [...logins, 'seat-outsourced', 'analyst', 'handler-housing-property']) ids.set(login, await house.accountId(login))
})
afterAll(() => house.close())

const body = (...named: readonly Login[]) => ({ persons: named.map((login) => ids.get(login)!), reason: 'retaliation', words: '怕被报复' })
const ofHousing = ['centre-manager', 'clerk-housing', 'handler-housing', 'reviewer-housing'] as const
const statusAt = async (login: string, orderId: string): Promise<number> =>
  (await (await house.at(login))('GET', `/orders/${orderId}`)).status
const nameable = async (login: string, orderId: string, text = '') =>
  (await house.at(login))<{ items: readonly Nameable[] }>('GET', `/orders/${orderId}/nameable?text=${encodeURIComponent(text)}`)

describe('第二十条 [20c] 密封：限定知悉人员', () => {
  it('页面列出知悉人员和时间线，密封留有审计；承办单位看不到原因的说明，也问不到诉求人是谁', async () => {
    const { orderId } = await house.dispatchedTo('housing', { content: '邻居扬言报复。' })
    const page = await house.done('centre-manager', orderId, 'seal', body(...ofHousing))
    expect(page).toMatchObject({ grade: 'sealed' })
    expect(page.knownTo?.map(({ accountId }) => accountId)).toEqual(ofHousing.map((login) => ids.get(login)))
    expect(page.knownTo?.[0]).toMatchObject({ name: '中心负责人', roles: ['centre-manager'] })
    const told = page.timeline.at(-1)!
    expect(told.title).toBe('密封，限定知悉人员：中心负责人、住建经办员、住建承办人、住建审核人（可能遭到打击报复）')
    expect(told.texts.map(({ text }) => text)).toEqual(['怕被报复'])
    const { rows } = await house.owner.query(
      `select account_id, subject_ids, facts from audit_record where action = 'order.seal' and order_id = $1`,
      [orderId],
    )
    expect(rows).toEqual([{ account_id: ids.get('centre-manager'), subject_ids: body(...ofHousing).persons, facts: ['retaliation'] }])

    const unit = (await (await house.at('handler-housing'))<OrderView>('GET', `/orders/${orderId}`)).body
    expect(unit.requester).toBeNull()
    expect(unit.timeline.at(-1)?.texts).toEqual([])
    expect(unit.knownTo).toHaveLength(4)
    const asked = { reason: 'contact-requester', words: '联系' }
    expect((await (await house.at('handler-housing'))('POST', `/orders/${orderId}/reveal`, asked)).status).toBe(403)
    expect((await (await house.at('centre-manager'))('POST', `/orders/${orderId}/reveal`, asked)).status).toBe(200)
    expect((await (await house.at('dispatcher'))('POST', `/orders/${orderId}/reveal`, asked)).status).toBe(404)
  })

  it('名单可以改：移出的即刻看不到，新列的看得到；派给别的单位先列它的人', async () => {
    const { orderId } = await house.file()
    await house.done('seat', orderId, 'accept', classified)
    await house.done('centre-manager', orderId, 'seal', body('centre-manager', 'dispatcher'))
    expect([await statusAt('dispatcher', orderId), await statusAt('office', orderId)]).toEqual([200, 404])
    const dispatch = { unitId: 'housing', principle: 'duty' }
    expect((await house.step('dispatcher', orderId, 'dispatch', dispatch)).body).toMatchObject({
      code: 'dispatch.unit-unnamed',
      clause: '20c',
    })
    const page = await house.done('centre-manager', orderId, 'seal', body(...ofHousing))
    expect(page.timeline.at(-1)?.title).toContain('增加住建经办员、住建承办人、住建审核人，移出派单员')
    expect([await statusAt('dispatcher', orderId), await statusAt('clerk-housing', orderId)]).toEqual([404, 404])
    await house.done('centre-manager', orderId, 'dispatch', dispatch)
    expect([await statusAt('clerk-housing', orderId), await statusAt('handler-2-housing', orderId)]).toEqual([200, 404])
    await house.done('clerk-housing', orderId, 'sign')
    expect((await house.step('centre-manager', orderId, 'seal', body('centre-manager', 'clerk-market'))).body.code).toBe(
      'seal.unit-left-out',
    )
  })

  it('可以列的人：按姓名、单位查找；外包的、看不到工单的岗位、被举报单位的人不在其中', async () => {
    const report = { kind: 'report', subject: 'work-safety' }
    const { orderId } = await house.file({ ...report, aboutUnitId: 'housing' })
    const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: 'housing', accusedAccountId: null }
    await house.done('seat', orderId, 'accept', { ...classified, ...report, relations })
    const found = async (text: string) => (await nameable('centre-manager', orderId, text)).body.items
    expect((await found('市场监管')).map(({ accountId }) => accountId)).toContain(ids.get('clerk-market'))
    expect((await found('中心负责人')).map(({ name }) => name)).toEqual(['中心负责人'])
    expect(await found('住建')).toEqual([])
    expect(await found('外包')).toEqual([])
    expect(await found('分析员')).toEqual([])
    expect(await found('%')).toEqual([])
    for (const who of ['seat-outsourced', 'analyst', 'handler-housing', 'handler-housing-property']) {
      const persons = [ids.get('centre-manager')!, ids.get(who)!]
      const refused = await house.step('centre-manager', orderId, 'seal', { persons, reason: 'officials', words: '核查' })
      expect([who, refused.body.code]).toEqual([who, 'seal.not-nameable'])
    }
    expect((await nameable('dispatcher', orderId)).status).toBe(403)
  })

  it('时钟照走，诉求人照常收到短信；发给承办单位的不写编号', async () => {
    const { orderId, number } = await house.dispatchedTo('housing')
    await house.done('centre-manager', orderId, 'seal', body(...ofHousing))
    const { rows } = await house.owner.query<{ attention_at: string | null; number: string }>(
      'select attention_at, number from work_order where order_id = $1',
      [orderId],
    )
    expect(rows[0]?.attention_at).not.toBeNull()
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'draft', { reply: '已办。' })
    await house.done('reviewer-housing', orderId, 'approve')
    await house.done('centre-manager', orderId, 'deliver', { way: 'sms' })
    const messages = (await (await house.at('follow-up'))<{ items: readonly { orderId: string }[] }>('GET', '/messages?limit=100')).body
      .items
    expect(messages.filter((one) => one.orderId === orderId)).toEqual([])
    const manager = await house.at('centre-manager')
    const own = (await manager<{ items: readonly { orderId: string; recipient: string; text: string }[] }>('GET', '/messages?limit=100'))
      .body
    const [toUnit, toRequester] = [true, false].map((isUnit) =>
      own.items.filter((one) => one.orderId === orderId && (one.recipient !== 'requester') === isUnit),
    )
    expect(toRequester!.length).toBeGreaterThan(0)
    for (const { text } of toRequester!) expect(text).toContain(number)
    expect(toUnit!.length).toBeGreaterThan(0)
    for (const { text } of toUnit!) {
      expect(text).not.toContain(number)
      expect(text).toContain('限定知悉')
    }
  })

  it('进行中的事件的主件不能密封', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    const opened = await (await house.at('dispatcher'))('POST', '/incidents', { mainOrderId: orderId, title: '片区停水' })
    expect(opened.status).toBe(201)
    expect((await house.step('centre-manager', orderId, 'seal', body(...ofHousing))).body).toMatchObject({
      code: 'seal.with-incident',
      clause: '20c',
    })
  })
})

describe('第二十条 [20c] 密封件再没有负责人', () => {
  const unattended = async (login: string) =>
    (await (await house.at(login))<{ items: readonly Unattended[] }>('GET', '/orders/unattended')).body.items

  it('州政府办公室只看得到编号和状态，另列负责人；自己不因此知悉，原来列的仍在', async () => {
    const { orderId, number } = await house.dispatchedTo('housing', { content: '只有列名的人知道。' })
    await house.done('centre-manager', orderId, 'seal', body(...ofHousing))
    expect(await unattended('office')).toEqual([])
    expect((await house.step('office', orderId, 'seal', body('centre-manager', 'office'))).status).toBe(404)

    const next = await house.accountId('dispatcher-2')
    const moved = { manager: ids.get('centre-manager')!, next }
    await house.owner.query(`update role_grant set role = 'dispatcher' where account_id = $1`, [moved.manager])
    await house.owner.query(`update role_grant set role = 'centre-manager' where account_id = $1`, [moved.next])
    try {
      expect(await unattended('office')).toContainEqual({ orderId, number, status: 'in-hand' })
      expect(await statusAt('office', orderId)).toBe(404)
      const people = await nameable('office', orderId, '派单员二')
      expect(people.body.items.map(({ accountId }) => accountId)).toEqual([next])
      const seal = { persons: [next], reason: 'retaliation', words: '原负责人调离' }
      const taken = await (await house.at('office'))('POST', `/orders/${orderId}/seal`, seal)
      expect(taken.status).toBe(200)
      expect(await statusAt('office', orderId)).toBe(404)
      expect((await unattended('office')).map((one) => one.orderId)).not.toContain(orderId)
      const { rows } = await house.owner.query<{ known: string[]; by: string }>(
        `select o.known_account_ids as known, e.account_id as by from work_order o join work_order_event e using (authority_id, order_id, version)
          where order_id = $1`,
        [orderId],
      )
      expect(rows[0]?.by).toBe(ids.get('office'))
      expect(rows[0]?.known.toSorted()).toEqual([...ofHousing.map((login) => ids.get(login)!), next].toSorted())
    } finally {
      await house.owner.query(`update role_grant set role = 'centre-manager' where account_id = $1`, [moved.manager])
      await house.owner.query(`update role_grant set role = 'dispatcher' where account_id = $1`, [moved.next])
    }
  })
})
