import type { DepartmentAnswer, DepartmentConnector } from '@open12345/contract/department-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assemble } from '../../assembly.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { scene, type Answer, type Desk, type Scene } from '../../testing/scene.ts'
import { readSmsSettings } from '../message/index.ts'
import { civilDateOf, writeConnectors, type Connector } from '../organisation/index.ts'
import { departmentPort, loadDemonstrationConnectors, readDepartmentKeys, type DepartmentPort } from './index.ts'
import { departmentServer } from './testing/department-server.ts'

const keys = readDepartmentKeys({ OPEN12345_DEPARTMENT_KEY_CIVIL_AFFAIRS: 'a-key-of-the-department', OPEN12345_DEPARTMENT_KEY_OTHER: '' })
const real = departmentPort(keys)
/** As in production, in a house whose people are the demonstration's. */
const port: DepartmentPort = (app, ...asked) => real({ ...app, config: { ...app.config, demonstration: false } }, ...asked)
const person = '513401ZHEHAO7788'
const secretAnswer = '某某某享受低保待遇至二零九九年'

let house: Scene
let department: Awaited<ReturnType<typeof departmentServer>>
let [seat, manager, clerk]: Desk[] = []
let orderId: string
const logged: string[] = []

const connector = (more: Partial<Connector> = {}): Connector => ({
  id: 'subsistence',
  unit: 'civil-affairs',
  name: { zh: '低保情况', en: 'Subsistence' },
  method: 'GET',
  url: `${department.url}/ask`,
  parameters: [{ name: 'idNumber', label: { zh: '证件号', en: 'Identity number' }, pattern: '[0-9A-Z]{16}' }],
  fields: [
    { path: 'data.state', label: { zh: '状态', en: 'State' } },
    { path: 'data.months', label: { zh: '月数', en: 'Months' } },
  ],
  usedBy: ['seat', 'centre-manager'],
  timeoutMs: 500,
  secret: 'civil-affairs',
  ...more,
})
const configured = (...connectors: readonly Connector[]) =>
  asActor(house.app.database, systemActor('liangshan'), (tx) =>
    writeConnectors(tx, connectors, { authorityId: 'liangshan', on: civilDateOf(house.clock.now()) }),
  )
/** Each in a second of its own: records of one instant have no order. */
const query = (desk: Desk, more: object = {}, id = 'subsistence'): Promise<Answer<DepartmentAnswer>> => {
  house.clock.set(house.clock.now().add({ seconds: 1 }))
  return desk<DepartmentAnswer>('POST', `/department-connectors/${id}/query`, {
    parameters: { idNumber: person },
    purpose: 'handling',
    orderId,
    ...more,
  })
}
const shown = (desk: Desk) => desk<{ items: readonly DepartmentConnector[] }>('GET', '/department-connectors')

beforeAll(async () => {
  department = await departmentServer()
  house = await scene({ modules: assemble(readSmsSettings({}), { departments: port }).modules })
  for (const level of ['info', 'warn', 'error'] as const)
    Object.assign(house.app.log, { [level]: (...told: unknown[]) => void logged.push(JSON.stringify(told)) })
  ;[seat, manager, clerk] = await Promise.all(['seat', 'centre-manager', 'clerk-housing'].map((login) => house.desk(login)))
  const filed = await house.nobody<{ number: string }>('POST', '/requests', {
    kind: 'consultation',
    subject: 'water-supply',
    place: { county: '513401', township: null },
    content: '想问低保办得怎么样了。',
    name: '测试人',
    phone: '13912345678',
  })
  const { rows } = await house.owner.query<{ order_id: string }>('select order_id from work_order where number = $1', [filed.body.number])
  orderId = rows[0]!.order_id
})
afterAll(async () => {
  await house.close()
  await department.close()
})
beforeEach(async () => {
  department.received.length = 0
  logged.length = 0
  department.says({ body: JSON.stringify({ data: { state: secretAnswer, months: 7, bankAccount: '6222-秘密' } }) })
  await configured(connector())
})

const records = async () =>
  (
    await house.owner.query<{
      action: string
      purpose: string
      order_id: string | null
      facts: string[]
      subject_ids: string[]
      login: string
    }>(
      `select r.action, r.purpose, r.order_id, r.facts, r.subject_ids, a.login from audit_record r join account a using (authority_id, account_id)
       where action = 'department.query' order by audit_id desc`,
    )
  ).rows

describe('第十六条（一） [16a] 业务系统开放查询', () => {
  it('查到的只显示约定的字段；谁、为哪张工单、什么用途、查了哪个系统都有记录，条件只留摘要', async () => {
    expect(await query(seat!)).toEqual({
      status: 200,
      body: {
        state: 'found',
        rows: [
          [
            { label: { zh: '状态', en: 'State' }, value: secretAnswer },
            { label: { zh: '月数', en: 'Months' }, value: '7' },
          ],
        ],
        isMore: false,
      },
    })
    expect(department.received).toEqual([
      { method: 'GET', url: `/ask?idNumber=${person}`, authorization: 'Bearer a-key-of-the-department', body: '' },
    ])
    expect((await records())[0]).toEqual({
      action: 'department.query',
      purpose: 'handling',
      order_id: orderId,
      login: 'seat',
      subject_ids: [],
      facts: ['subsistence', expect.stringMatching(/^[0-9a-f]{64}$/)],
    })
  })

  it('同一条件的摘要相同，另一条件的不同', async () => {
    await query(seat!)
    await query(manager!)
    await query(seat!, { parameters: { idNumber: '513401ZHEHAO7789' } })
    const [other, second, first] = (await records()).map(({ facts }) => facts[1])
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })

  it('查询结果和条件哪里也不存：数据库各表、日志里都找不到', async () => {
    expect((await query(seat!, {}, 'subsistence')).status).toBe(200)
    department.says({ status: 500, body: secretAnswer })
    expect((await query(seat!)).body.state).toBe('unreachable')
    const { rows: tables } = await house.owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p') and not c.relispartition`,
    )
    expect(tables.map(({ name }) => name)).toContain('public.audit_record')
    for (const { name } of tables) {
      const { rows } = await house.owner.query(`select from ${name} t where t::text like any($1)`, [[`%${person}%`, `%${secretAnswer}%`]])
      expect([name, rows.length]).toEqual([name, 0])
    }
    expect(logged.join('')).toContain('subsistence')
    expect(logged.join('')).not.toContain(person)
    expect(logged.join('')).not.toContain(secretAnswer)
  })

  it('先记录后查询：对方不应答的那一次也在记录里', async () => {
    const before = (await records()).length
    department.says('silent')
    expect(await query(seat!)).toEqual({ status: 200, body: { state: 'unreachable', rows: [], isMore: false } })
    expect((await records()).length).toBe(before + 1)
  })

  it('以 JSON 提交的接口，条件在正文里，地址不变', async () => {
    await configured(connector({ method: 'POST' }))
    await query(seat!)
    expect(department.received).toMatchObject([{ method: 'POST', url: '/ask', body: JSON.stringify({ idNumber: person }) }])
  })

  it('为正在登记的来电查询；别人的来电、已经结束的来电不行', async () => {
    const call = await seat!<{ contactId: string }>('POST', '/telephony/simulated-calls', { from: '13900002222' })
    const { contactId } = call.body
    await seat!('POST', `/contacts/${contactId}/answer`)
    expect((await query(seat!, { orderId: null, contactId })).body.state).toBe('found')
    expect((await records())[0]).toMatchObject({ order_id: null, subject_ids: [contactId] })
    expect(await query(manager!, { orderId: null, contactId })).toMatchObject({
      status: 404,
      body: { code: 'department-query.not-your-contact' },
    })
    await seat!('POST', `/contacts/${contactId}/hang-up`)
    await seat!('POST', `/contacts/${contactId}/finish`)
    expect((await query(seat!, { orderId: null, contactId })).status).toBe(404)
    expect((await query(seat!, { orderId: null, contactId: null })).status).toBe(400)
    expect((await query(seat!, { contactId })).status).toBe(400)
  })
})

describe('第十六条（一） [16a] 谁能查什么', () => {
  it('承办单位不能查；接口没有交给的岗位看不到也查不了，不留记录也不外发', async () => {
    const before = (await records()).length
    expect((await query(clerk!)).status).toBe(403)
    await configured(connector({ usedBy: ['centre-manager'] }))
    expect((await shown(seat!)).body.items).toEqual([])
    expect(await query(seat!)).toMatchObject({ status: 404, body: { code: 'department-query.unknown' } })
    expect((await shown(manager!)).body.items).toEqual([
      {
        connectorId: 'subsistence',
        unitName: expect.stringContaining('民政'),
        name: { zh: '低保情况', en: 'Subsistence' },
        parameters: [{ name: 'idNumber', label: { zh: '证件号', en: 'Identity number' }, hint: null }],
      },
    ])
    expect((await records()).length).toBe(before)
    expect(department.received).toEqual([])
  })

  it('格式不对、看不到的工单、没说用途的，不外发', async () => {
    for (const parameters of [{}, { idNumber: '' }, { idNumber: `${person}0` }, { idNumber: `${person}&a=b` }])
      expect(await query(seat!, { parameters })).toMatchObject({ status: 400, body: { code: 'department-query.parameter-wrong' } })
    expect((await query(seat!, { orderId: '0195f000-0000-7000-8000-000000000001' })).status).toBe(404)
    expect((await query(seat!, { purpose: 'curiosity' })).status).toBe(400)
    expect(department.received).toEqual([])
  })

  it('文件夹里不再有的接口即刻停用', async () => {
    await configured()
    expect((await shown(manager!)).body.items).toEqual([])
    expect((await query(manager!)).status).toBe(404)
  })
})

describe('第十六条（一） [16a] 只问配置的地址', () => {
  const state = async (): Promise<string> => (await query(seat!)).body.state

  it('要求转到别处的不跟随', async () => {
    const elsewhere = await departmentServer()
    department.says({ status: 302, headers: { location: `${elsewhere.url}/stolen` }, body: '' })
    expect(await state()).toBe('unreadable')
    expect(elsewhere.received).toEqual([])
    await elsewhere.close()
  })

  it.each([
    ['没有这个人', { status: 404, body: '{}' }, 'nothing'],
    ['不是 JSON', { headers: { 'content-type': 'text/html' }, body: '<p>ok</p>' }, 'unreadable'],
    ['半截 JSON', { body: '{"data":' }, 'unreadable'],
    ['太长', { body: JSON.stringify({ data: { state: 'x'.repeat(70_000) } }) }, 'unreadable'],
    ['不让进', { status: 401, body: '{}' }, 'unreadable'],
    ['对方故障', { status: 503, body: '{}' }, 'unreachable'],
    ['不应答', 'silent', 'unreachable'],
  ] as const)('%s', async (_what, reply, expected) => {
    department.says(reply)
    expect(await state()).toBe(expected)
  })

  it('没有人听的端口、没有配置密钥的、不加密又不在本机的：说明联系不上，不外发', async () => {
    await configured(connector({ url: 'http://127.0.0.1:9/ask' }))
    expect(await state()).toBe('unreachable')
    await configured(connector({ secret: 'other' }))
    expect(await state()).toBe('unreachable')
    await configured(connector({ url: department.url.replace('127.0.0.1', '127.0.0.1.nip.example') }))
    expect(await state()).toBe('unreachable')
    expect(department.received).toEqual([])
  })

  it('多于二十行的只显示二十行，并说明还有', async () => {
    await configured(connector({ rows: 'list', fields: [{ path: 'no', label: { zh: '号', en: 'No.' } }] }))
    department.says({ body: JSON.stringify({ list: Array.from({ length: 21 }, (_, no) => ({ no })) }) })
    expect((await query(seat!)).body).toMatchObject({ state: 'found', isMore: true, rows: { length: 20 } })
    department.says({ body: JSON.stringify({ list: [] }) })
    expect(await state()).toBe('nothing')
    department.says({ body: JSON.stringify({ list: 'x' }) })
    expect(await state()).toBe('unreadable')
  })
})

it('演示里由模拟的部门应答，接口写的地址没有人去问', async () => {
  await loadDemonstrationConnectors(house.app)
  const [insurance] = (await shown(seat!)).body.items
  expect(insurance?.connectorId).toBe('social-insurance')
  const simulated = departmentPort(new Map())
  const shownAs = { ...connector(), id: 'social-insurance', secret: undefined }
  expect(await simulated(house.app, shownAs, { insuredNumber: 'YS-0002' })).toMatchObject({
    kind: 'answer',
    value: { rows: [{ person: '演示乙' }] },
  })
  expect(await simulated(house.app, shownAs, { insuredNumber: 'YS-9999' })).toEqual({ kind: 'nothing' })
  expect(department.received).toEqual([])
})
