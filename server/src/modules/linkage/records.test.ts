import type { DrillView, LinkageLine, LinkageView } from '@open12345/contract/linkage'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor, type Actor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { firstMorning } from '../../testing/index.ts'
import { loadOrganisation } from '../organisation/index.ts'
import { settleLinkages } from './settle.ts'
import { rowsWhere } from './store.ts'
import { sql } from 'kysely'
import { linkageHouse, type LinkageHouse } from './testing/linkage-house.ts'

let house: LinkageHouse
let minutes = 0
beforeAll(async () => void (house = await linkageHouse()))
afterAll(() => house.close())
beforeEach(async () => {
  // Ids of one millisecond are not ordered among themselves.
  house.clock.set(Temporal.Instant.from(firstMorning).add({ minutes: (minutes += 1) }))
  await house.quiet()
})

type Page<T> = { readonly items: readonly T[]; readonly next: string | null }
const post = async <T = LinkageView>(login: string, path: string, body: object = {}) => (await house.at(login))<T>('POST', path, body)
const records = async (login: string, query = '') => (await (await house.at(login))<Page<LinkageView>>('GET', `/linkages?${query}`)).body
const told = { lineId: 'ambulance-120', told: '西昌市航天大道车祸，请派车。' }
const idsOf = async (login: string, query = '') => (await records(login, query)).items.map(({ linkageId }) => linkageId)
const drills = async (query = '') => (await (await house.at('seat'))<Page<DrillView>>('GET', `/linkage/drills?${query}`)).body
const tick = (): void => house.clock.set(house.clock.now().add({ seconds: 1 }))

describe('第十四条 [14] 双向的联动记录', () => {
  it('派单员电话告知，写明工单；对方的反馈记在同一条上，只一次', async () => {
    const { number, orderId } = await house.filed()
    const { status, body } = await post('dispatcher', '/linkages/told', { ...told, orderNumber: number })
    expect([status, body.direction, body.way, body.state, body.orderId, body.orderNumber]).toEqual([
      201,
      'out',
      'told',
      'noted',
      orderId,
      number,
    ])
    expect(await idsOf('dispatcher', `orderNumber=${number}`)).toEqual([body.linkageId])
    expect(await idsOf('dispatcher', 'wanting=feedback')).toContain(body.linkageId)
    const path = `/linkages/${body.linkageId}/feedback`
    expect((await post('dispatcher', path, { feedback: '救护车 8 分钟到达。' })).body).toMatchObject({
      feedback: '救护车 8 分钟到达。',
      allowed: [],
    })
    expect((await post('dispatcher', path, { feedback: '再说一遍' })).body).toMatchObject({ code: 'linkage.feedback-given', clause: '14' })
    expect(await idsOf('dispatcher', 'wanting=feedback')).not.toContain(body.linkageId)
  })

  it('对方移交：记下对方编号、成为哪个来件或工单，再反馈给对方', async () => {
    const contactId = await house.talking('seat')
    const given = { lineId: 'police-110', reference: '接警 20260302-17', told: '邻里噪音，不属警情，转 12345。' }
    const { status, body } = await post('seat', '/linkages/received', { ...given, contactId })
    expect([status, body.code]).toEqual([201, undefined])
    expect(body).toMatchObject({ direction: 'in', way: 'received', reference: given.reference, contactId, state: 'noted' })
    expect((await post('seat', `/linkages/${body.linkageId}/feedback`, { feedback: '已登记，转住建办理。' })).body.feedback).toBe(
      '已登记，转住建办理。',
    )
    expect(await idsOf('seat', 'direction=in')).toContain(body.linkageId)
    expect(await idsOf('seat', 'direction=out')).not.toContain(body.linkageId)
  })

  it.each([
    ['没有写明成为什么', '/linkages/received', { lineId: 'police-110', told: '噪音' }, 400, 'linkage.became-nothing'],
    ['没有这条线', '/linkages/told', { ...told, lineId: 'moon' }, 404, 'linkage.line-unknown'],
    ['没有这件工单', '/linkages/told', { ...told, orderNumber: '260300000999' }, 404, 'linkage.order-unknown'],
    [
      '没有这个来件',
      '/linkages/received',
      { lineId: 'police-110', told: '噪音', contactId: '019c0000-0000-7000-8000-000000000001' },
      404,
      'linkage.not-your-call',
    ],
  ])('%s的不记', async (_what, path, body, status, code) => {
    const answer = await post('seat', path, body)
    expect([answer.status, answer.body.code, answer.body.clause]).toEqual([status, code, '14'])
  })

  it('没有这条记录、没有接通的，不能反馈', async () => {
    const missing = await post('seat', '/linkages/019c0000-0000-7000-8000-000000000001/feedback', { feedback: '好' })
    expect([missing.status, missing.body.code]).toEqual([404, 'linkage.unknown'])
    house.telephony.letBehave('95598', 'busy')
    const contactId = await house.talking('seat')
    const { linkageId } = (await house.call('seat', contactId)).body
    await expect.poll(async () => (await house.ofCall('seat', contactId))[0]?.state).toBe('refused')
    expect((await post('seat', `/linkages/${linkageId}/feedback`, { feedback: '好' })).body).toMatchObject({
      code: 'linkage.not-reached',
      clause: '14',
    })
  })

  it('一页接一页，新的在前', async () => {
    const made: string[] = []
    for (const line of ['fire-119', 'fire-119', 'fire-119']) {
      tick()
      made.unshift((await post('dispatcher', '/linkages/told', { ...told, lineId: line })).body.linkageId)
    }
    const first = await records('dispatcher', 'lineId=fire-119&limit=2')
    expect(first.items.map(({ linkageId }) => linkageId)).toEqual(made.slice(0, 2))
    const second = await records('dispatcher', `lineId=fire-119&limit=2&after=${first.next}`)
    expect([second.items.map(({ linkageId }) => linkageId), second.next]).toEqual([made.slice(2), null])
  })

  it('库里没有明文', async () => {
    const { linkageId } = (await post('dispatcher', '/linkages/told', { ...told, told: '王建国家中起火' })).body
    await post('dispatcher', `/linkages/${linkageId}/feedback`, { feedback: '王建国已脱险' })
    const { rows } = await house.owner.query<{ row: string }>('select linkage::text as row from linkage where linkage_id = $1', [linkageId])
    for (const secret of ['王建国', Buffer.from('王建国').toString('hex')]) expect(rows[0]?.row).not.toContain(secret)
  })
})

describe('第二十条 [20c] 看不到工单的，看不到它的联动记录', () => {
  const barred = async (orderId: string, login: string): Promise<void> =>
    void (await house.owner.query(
      `update work_order set barred_account_ids = array(select account_id from account where login = $2) where order_id = $1`,
      [orderId, login],
    ))

  it('被举报人在记录、筛选里都看不到，也不能反馈；其他人照常', async () => {
    const { number, orderId } = await house.filed()
    const { linkageId } = (await post('centre-manager', '/linkages/told', { ...told, orderNumber: number })).body
    expect(await idsOf('dispatcher')).toContain(linkageId)
    await barred(orderId, 'dispatcher')
    expect(await idsOf('dispatcher')).not.toContain(linkageId)
    expect(await idsOf('dispatcher', `orderNumber=${number}`)).toEqual([])
    expect((await post('dispatcher', `/linkages/${linkageId}/feedback`, { feedback: '好' })).status).toBe(404)
    expect((await post('dispatcher', '/linkages/told', { ...told, orderNumber: number })).body.code).toBe('linkage.order-unknown')
    expect(await idsOf('centre-manager')).toContain(linkageId)
  })

  it('没有写工单、但通话中登记了举报的，被举报人同样看不到', async () => {
    const contactId = await house.talking('seat')
    const { linkageId } = (await house.call('seat', contactId)).body
    const { orderId } = await house.filed()
    await house.owner.query('update work_order set contact_id = $2 where order_id = $1', [orderId, contactId])
    expect(await idsOf('dispatcher')).toContain(linkageId)
    await barred(orderId, 'dispatcher')
    expect(await idsOf('dispatcher')).not.toContain(linkageId)
    expect(await idsOf('centre-manager')).toContain(linkageId)
    await house.owner.query(`update work_order set barred_account_ids = '{}', accused_unit_ids = '{centre}' where order_id = $1`, [orderId])
    expect(await idsOf('centre-manager')).not.toContain(linkageId)
    expect(await idsOf('office')).toContain(linkageId)
    await house.owner.query(`update work_order set known_account_ids = '{}' where order_id = $1`, [orderId])
    expect(await idsOf('office')).not.toContain(linkageId)
  })

  it('座席只见自己记的；承办单位和没有岗位的都不见', async () => {
    const { linkageId } = (await post('dispatcher', '/linkages/told', told)).body
    expect(await idsOf('seat')).not.toContain(linkageId)
    const { linkageId: own } = (await post('seat', '/linkages/told', told)).body
    expect([(await idsOf('seat')).includes(own), (await idsOf('seat-2')).includes(own)]).toEqual([true, false])
    expect((await (await house.at('clerk-housing'))('GET', '/linkages')).status).toBe(403)
    const seen = (scope: Actor['scope']) =>
      asActor(house.app.database, { ...systemActor('liangshan'), scope }, (tx) => rowsWhere(tx, sql`l.linkage_id = ${own}`))
    expect([(await seen('unit')).length, (await seen('none')).length, (await seen('requester')).length]).toEqual([0, 0, 0])
    expect((await seen('system')).length).toBe(1)
  })
})

describe('第十四条 [14] 联动名录', () => {
  it('紧急热线在前；号码不知道的待填；从没有试过的该试线', async () => {
    const { body } = await (await house.at('seat'))<{ items: readonly LinkageLine[]; testEveryDays: number }>('GET', '/linkage/lines')
    expect(body.items.map(({ lineId, number }) => [lineId, number]).slice(0, 6)).toEqual([
      ['police-110', '110'],
      ['fire-119', '119'],
      ['ambulance-120', '120'],
      ['traffic-122', '122'],
      ['power-95598', '95598'],
      ['water-supply', null],
    ])
    expect([body.testEveryDays, body.items[4]?.unitName, body.items[4]?.testDue, body.items[5]?.testDue]).toEqual([
      90,
      '供电公司',
      true,
      false,
    ])
  })

  it('负责人填写号码，改前的留在更正记录里；再装载也不冲掉', async () => {
    const path = '/linkage/lines/gas-supply'
    const entered = await post<LinkageLine>('centre-manager', `${path}/correct`, { number: '0834-2160000', note: '夜间值班' })
    expect(entered.body).toMatchObject({ number: '0834-2160000', note: '夜间值班', testDue: true })
    tick()
    await post('centre-manager', `${path}/correct`, { number: '0834-2160001', note: null })
    const changes = await (await house.at('seat'))<{ items: readonly object[] }>('GET', `${path}/changes`)
    expect(changes.body.items).toMatchObject([
      { numberBefore: '0834-2160000', numberAfter: '0834-2160001', noteBefore: '夜间值班', noteAfter: null },
      { numberBefore: null, numberAfter: '0834-2160000', noteBefore: null, noteAfter: '夜间值班' },
    ])
    await loadOrganisation(house.app)
    expect((await house.line('gas-supply')).number).toBe('0834-2160001')
    expect((await post('centre-manager', `${path}/correct`, { number: '0834-2160001', note: null })).body.code).toBe(
      'linkage.nothing-changed',
    )
    expect((await post('centre-manager', '/linkage/lines/moon/correct', { number: '1234', note: null })).body.code).toBe(
      'linkage.line-unknown',
    )
    expect((await post('centre-manager', `${path}/correct`, { number: '一一〇', note: null })).status).toBe(400)
    for (const login of ['seat', 'dispatcher', 'system-admin'])
      expect((await post(login, `${path}/correct`, { number: '1234', note: null })).status).toBe(403)
  })
})

describe('第十四条 [14] 试线和演练', () => {
  const test = (lineId: string, login = 'dispatcher') => post<DrillView>(login, `/linkage/lines/${lineId}/test`)

  it.each([
    ['answers', 'reached', false],
    ['busy', 'refused', true],
    ['no-answer', 'no-answer', true],
    ['unreachable', 'unreachable', true],
  ] as const)('试线自己留下记录：%s', async (answer, outcome, testDue) => {
    await house.owner.query('delete from linkage_drill')
    house.telephony.letBehave('122', answer)
    const { status, body } = await test('traffic-122')
    expect([status, body.kind, body.heldOn]).toEqual([201, 'test-call', '2026-03-02'])
    await expect.poll(async () => (await house.line('traffic-122')).tested).toEqual({ on: '2026-03-02', outcome })
    expect((await house.line('traffic-122')).testDue).toBe(testDue)
    await expect.poll(async () => (await house.telephony.snapshot()).legs).toEqual([])
  })

  it('不能试的：号码待填、没有这条线、正在试、不归他试', async () => {
    house.telephony.letBehave('119', 'rings')
    expect((await test('water-supply')).body).toMatchObject({ code: 'linkage.number-missing', clause: '14' })
    expect((await test('moon')).body.code).toBe('linkage.line-unknown')
    expect((await test('fire-119')).body.outcome).toBe('calling')
    expect((await test('fire-119')).body).toMatchObject({ code: 'linkage.test-running', clause: '14' })
    expect((await test('fire-119', 'seat')).status).toBe(403)
  })

  it('试线时程序中断：记为结果不明，可以再试', async () => {
    await house.owner.query('delete from linkage_drill')
    const { dial } = house.telephony
    Object.assign(house.telephony, { dial: async () => 'killed before it dialled' })
    await test('fire-119')
    Object.assign(house.telephony, { dial })
    house.clock.set(house.clock.now().add({ seconds: 61 }))
    await settleLinkages(house.app, house.telephony)
    expect((await house.line('fire-119')).tested?.outcome).toBe('unknown')
    expect((await test('fire-119')).status).toBe(201)
  })

  it('演练记录：哪天、哪些线、谁参加、发现什么、怎么改、何时改完；也算试过线', async () => {
    await house.owner.query('delete from linkage_drill')
    const drill = {
      kind: 'drill',
      lineIds: ['police-110', 'ambulance-120'],
      heldOn: '2026-02-27',
      participants: '州公安局指挥中心、州急救中心、热线中心',
      finding: '转接用时 40 秒，偏长。',
      improvement: '坐席台置顶紧急热线。',
      dueOn: '2026-03-31',
    }
    const { status, body } = await post<DrillView>('centre-manager', '/linkage/drills', drill)
    expect([status, body.finding, body.participants, body.lines.map(({ name }) => name)]).toEqual([
      201,
      drill.finding,
      drill.participants,
      ['公安报警', '医疗急救'],
    ])
    expect(await house.line('ambulance-120')).toMatchObject({ tested: { on: '2026-02-27', outcome: 'reached' }, testDue: false })
    house.clock.set(Temporal.Instant.from('2026-05-28T00:00:00+08:00'))
    expect((await house.line('ambulance-120')).testDue).toBe(true)
    const { rows } = await house.owner.query<{ row: string }>('select d::text as row from linkage_drill d')
    expect(rows[0]?.row).not.toContain(Buffer.from('指挥中心').toString('hex'))
  })

  it('最近举行的在前，一页接一页；没有举行的、整改期限早于演练的、没有这条线的不记；座席不记', async () => {
    await house.owner.query('delete from linkage_drill')
    const held = (heldOn: string, more: object = {}, login = 'office') =>
      post<DrillView>(login, '/linkage/drills', { kind: 'drill', lineIds: ['fire-119'], heldOn, finding: '正常', ...more })
    for (const on of ['2026-01-05', '2026-02-10', '2026-01-20']) expect((await held(on)).status).toBe(201)
    const first = await drills('limit=2')
    expect(first.items.map(({ heldOn }) => heldOn)).toEqual(['2026-02-10', '2026-01-20'])
    const rest = await drills(`limit=2&after=${encodeURIComponent(first.next ?? '')}`)
    expect([rest.items.map(({ heldOn }) => heldOn), rest.next]).toEqual([['2026-01-05'], null])
    expect((await held('2026-03-03')).body).toMatchObject({ code: 'linkage.drill-in-future', clause: '14' })
    expect((await held('2026-02-10', { dueOn: '2026-02-09' })).body).toMatchObject({ code: 'linkage.drill-due-before', clause: '14' })
    expect((await held('2026-02-10', { lineIds: ['moon'] })).body.code).toBe('linkage.line-unknown')
    expect((await held('2026-02-10', {}, 'seat')).status).toBe(403)
  })
})

describe('第十四条 [14] 模拟对方', () => {
  it('座席和负责人可以让模拟的对方占线；真实运行时谁也不可以', async () => {
    const busy = { number: '95598', answer: 'busy' }
    expect((await post('dispatcher', '/telephony/simulated-lines', busy)).status).toBe(403)
    expect((await post('seat', '/telephony/simulated-lines', busy)).status).toBe(200)
    const contactId = await house.talking('seat')
    await house.call('seat', contactId)
    await expect.poll(async () => (await house.ofCall('seat', contactId))[0]?.state).toBe('refused')
    Object.assign(house.app.config, { production: true })
    const refused = await post('seat', '/telephony/simulated-lines', busy)
    Object.assign(house.app.config, { production: false })
    expect(refused.status).toBe(403)
  })
})
