import type { Ruling } from '@open12345/contract/work-order'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lookingAt } from './testing/looking.ts'
import { classified, orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
let look: ReturnType<typeof lookingAt>
beforeAll(async () => {
  house = await orderHouse()
  look = lookingAt(house)
})
beforeEach(() => look.now('2026-03-02T10:00:00'))
afterAll(() => house.close())

const returning = { reason: '该路段已移交交通部门管养。', basis: '《公路法》第八条', suggestedUnitId: 'transport' }
const first = { assignmentId: 'assignment-1' }
const ruling = { ...first, ruling: '移交手续尚未办结，仍由贵局承办。', basis: '《城市道路管理条例》第六条' }
const returned = async () => {
  const filed = await house.dispatchedTo('housing')
  look.now('2026-03-02T11:00:00')
  await house.done('clerk-housing', filed.orderId, 'return', returning)
  return filed
}

describe('第十二条（二） [12-2c] 退回', () => {
  it('签收前可以退回；中心三小时工作时间内裁定；同意的，原单位看不到了，再次转办又有三小时，诉求人的期限不变', async () => {
    const { orderId, number, token } = await returned()
    expect(await look.clock(orderId, 'return-1')).toMatchObject({ dueAt: '2026-03-04T16:00:00.000Z', outcome: 'met', explained: true })
    const decision = (
      await house.owner.query(`select clock_id from work_order_clock where order_id = $1 and kind = 'return-decision'`, [orderId])
    ).rows[0] as { clock_id: string }
    expect(await look.clock(orderId, decision.clock_id)).toMatchObject({ dueAt: '2026-03-02T07:00:00.000Z', explained: true })
    expect(await look.row('dispatcher', orderId, 'waiting=return')).toMatchObject({ waiting: ['return'], unitId: 'housing' })
    expect((await look.view('dispatcher', orderId)).assignment).toMatchObject({
      status: 'awaiting-sign',
      pendingReturn: { late: false, reason: returning.reason, basis: returning.basis, suggestedUnitName: '州交通运输局' },
    })

    await house.done('dispatcher', orderId, 'accept-return', { ...first, note: '转交通' })
    expect(await look.clock(orderId, decision.clock_id)).toMatchObject({ outcome: 'met' })
    for (const clock of ['sign-1', 'handle-1']) expect(await look.clock(orderId, clock)).toMatchObject({ outcome: 'waived' })
    expect(
      (await house.owner.query(`select due_at from work_order_clock where order_id = $1 and kind = 'redispatch'`, [orderId])).rows,
    ).toEqual([{ due_at: Temporal.Instant.from('2026-03-02T07:00:00Z') }])
    expect(await look.status('clerk-housing', orderId)).toBe(404)
    expect(await look.everything('clerk-housing', orderId, number)).not.toContain(orderId)
    expect(await look.messages(orderId)).toEqual(expect.arrayContaining(['unit-return-decided housing', 'request-reassigning']))
    const { status } = await look.request(token)
    expect(status.title).toBe('正在转给有管辖权的单位')
    expect(status.next).toContain('最迟2026年3月11日答复您')

    expect(await look.refused('dispatcher', orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })).toEqual([
      'dispatch.unit-returned',
      '12-2c',
    ])
    look.now('2026-03-03T09:00:00')
    await house.done('dispatcher', orderId, 'dispatch', { unitId: 'transport', principle: 'duty' })
    expect(await look.clock(orderId, 'handle-2')).toMatchObject({ dueAt: '2026-03-12T16:00:00.000Z' })
    expect(await look.clock(orderId, 'requester-1')).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z', outcome: 'pending' })
    const next = await look.view('clerk-transport', orderId)
    expect(next.assignments.map(({ unitId, status: its, pendingReturn }) => [unitId, its, pendingReturn])).toEqual([
      ['housing', 'returned', null],
      ['transport', 'awaiting-sign', null],
    ])
    for (const inner of [returning.reason, returning.basis, '转交通']) expect(JSON.stringify(next)).not.toContain(inner)
  })

  it('不同意的，写明裁定和依据，原单位看得到；裁定有约束力，不能再退；同一次退回不能裁定两次', async () => {
    const { orderId, number } = await returned()
    expect(await look.refused('clerk-housing', orderId, 'return', returning)).toEqual(['return.pending', '12-2c'])
    await house.done('dispatcher', orderId, 'refuse-return', ruling)
    expect(await look.refused('dispatcher-2', orderId, 'accept-return', first)).toEqual(['return.none-pending', '12-2c'])
    expect(await look.refused('clerk-housing', orderId, 'return', returning)).toEqual(['return.bound', '12-2c'])
    const seen = await look.view('clerk-housing', orderId)
    expect(seen.assignment).toMatchObject({ bound: true, pendingReturn: null })
    expect(seen.timeline.find(({ type }) => type === 'return-refused')).toMatchObject({
      title: '不同意退回，裁定由州住房和城乡建设局承办',
      clause: '12-2c',
      texts: [{ text: ruling.ruling }, { text: ruling.basis }],
    })
    expect(await look.clock(orderId, 'handle-1')).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z', outcome: 'pending' })

    const rulings = async (login: string, query = ''): Promise<readonly Ruling[]> =>
      (await (await house.at(login))<{ items: readonly Ruling[] }>('GET', `/orders/rulings?${query}`)).body.items
    expect((await rulings('dispatcher', 'subject=water-supply&unitId=housing'))[0]).toEqual({
      orderId,
      number,
      type: 'return-refused',
      at: '2026-03-02T03:00:00.000Z',
      subject: 'water-supply',
      placeName: '西昌市',
      unitId: 'housing',
      unitName: '州住房和城乡建设局',
      grounds: ruling.ruling,
      basis: ruling.basis,
    })
    expect(await rulings('dispatcher', 'unitId=transport')).toEqual([])
    expect(await rulings('dispatcher', 'subject=noise')).toEqual([])
    expect((await rulings('clerk-housing')).map((one) => one.orderId)).toContain(orderId)
    expect(await rulings('clerk-transport')).toEqual([])
  })

  it('裁定先例一页一页翻，新的在前', async () => {
    const made: string[] = []
    for (const minute of [1, 2, 3]) {
      const { orderId } = await returned()
      look.now(`2026-03-05T09:0${minute}:00`)
      await house.done('dispatcher', orderId, 'refuse-return', ruling)
      made.unshift(orderId)
      look.now('2026-03-02T10:00:00')
    }
    const desk = await house.at('dispatcher')
    const found: string[] = []
    let after = ''
    for (let page = 0; page < 3; page += 1) {
      const { body } = await desk<{ items: readonly Ruling[]; next: string | null }>('GET', `/orders/rulings?limit=1${after}`)
      found.push(...body.items.map(({ orderId }) => orderId))
      after = `&after=${body.next}`
    }
    expect(found).toEqual(made)
  })

  it('满两个工作日以后的退回照收，记为逾期；恰在届满前一秒不算', async () => {
    const [late, inTime] = [await house.dispatchedTo('housing'), await house.dispatchedTo('housing')]
    look.now('2026-03-04T23:59:59')
    await house.done('clerk-housing', inTime.orderId, 'return', returning)
    look.now('2026-03-05T00:00:00')
    await house.done('clerk-housing', late.orderId, 'return', returning)
    expect((await look.view('dispatcher', inTime.orderId)).assignment?.pendingReturn?.late).toBe(false)
    expect((await look.view('dispatcher', late.orderId)).assignment?.pendingReturn?.late).toBe(true)
    expect(await look.clock(late.orderId, 'return-1')).toMatchObject({ outcome: 'late' })
  })

  it('不能：不写依据；建议转给自己或者撤销的单位；派给撤销的单位；部门职责推给乡镇；别的单位来退', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    expect(
      (await look.refused('clerk-housing', orderId, 'return', { reason: '不是我们的', suggestedUnitId: 'transport' }))[0],
    ).toBeDefined()
    expect(await look.refused('clerk-housing', orderId, 'return', { ...returning, suggestedUnitId: 'housing' })).toEqual([
      'return.suggests-itself',
      '12-2c',
    ])
    await house.owner.query(`update unit set valid_on_to = '2026-03-01' where unit_id = 'tobacco'`)
    expect(await look.refused('clerk-housing', orderId, 'return', { ...returning, suggestedUnitId: 'tobacco' })).toEqual([
      'dispatch.unit-unknown',
      '12-2c',
    ])
    expect((await look.refused('clerk-market', orderId, 'return', returning))[0]).toBe('work-order.not-found')
    const fresh = await house.file()
    await house.done('seat', fresh.orderId, 'accept', classified)
    const dispatched = (unitId: string) => look.refused('dispatcher', fresh.orderId, 'dispatch', { unitId, principle: 'place' })
    expect(await dispatched('tobacco')).toEqual(['dispatch.unit-unknown', '11-2'])
    expect(await dispatched('xichang-beicheng')).toEqual(['dispatch.pushed-down', '12-2c'])
  })

  it('答复过的，重办时不能退回', async () => {
    const { orderId, token } = await house.dispatchedTo('housing')
    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'draft', { reply: '已处理。' })
    await house.done('reviewer-housing', orderId, 'approve')
    await house.done('handler-housing', orderId, 'deliver', { way: 'tracking-page' })
    await house.citizen(token)('POST', '/requests/mine/rating', { result: 'dissatisfied' })
    await house.done('follow-up', orderId, 'follow-up', { outcome: 'dissatisfied', reason: 'not-done' })
    await house.done('follow-up', orderId, 'redo', { reason: 'not-done', instruction: '请到现场。' })
    expect(await look.refused('clerk-housing', orderId, 'return', returning)).toEqual(['return.answered-before', '12-2c'])
  })
})
