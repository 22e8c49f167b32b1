import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepClocks } from './sweep.ts'
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

const question = '占道施工是否由贵局审批？'
const answer = '由我局审批，属于受理范围。'
const asked = async (request: object = {}) => {
  const filed = await house.file({ name: '司徒测红', phone: '18611223344', ...request })
  await house.done('seat', filed.orderId, 'verify', { unitId: 'transport', question })
  return filed
}

describe('第九条 末款 [9-guide] 不能确定是否受理的，请部门核实', () => {
  it('部门有一个工作日，看得到诉求和问题，看不到诉求人；座席看得到答复；部门答复以后就看不到了', async () => {
    const { orderId, number, token } = await asked()
    expect(await look.clock(orderId, 'verification-1')).toEqual({
      kind: 'verify',
      dueAt: '2026-03-03T16:00:00.000Z',
      outcome: 'pending',
      explained: true,
    })
    expect(await look.messages(orderId)).toContain('unit-verify transport')
    expect((await look.request(token)).status.title).toBe('已收到，正在核实是否属于受理范围')

    expect(await look.row('clerk-transport', orderId)).toMatchObject({
      stage: 'to-verify',
      unitId: 'transport',
      due: { clock: 'verify', dueOn: '2026-03-03', overdue: false },
      waiting: [],
    })
    const seen = await look.view('clerk-transport', orderId)
    expect(seen).toMatchObject({ stage: 'to-verify', requester: null, assignment: null, verification: { question, answer: null } })
    expect(seen.content).toContain('停水')
    const all = await look.everything('clerk-transport', orderId, number)
    for (const trace of ['司徒', '186', '3344']) expect(all).not.toContain(trace)
    const desk = await house.at('clerk-transport')
    expect((await desk('POST', `/orders/${orderId}/reveal`, { reason: 'contact-requester', words: '要联系' })).status).toBe(403)
    expect(await look.status('clerk-housing', orderId)).toBe(404)

    await house.step('handler-transport', orderId, 'verification', { finding: 'within-scope', answer })
    expect(await look.status('handler-transport', orderId)).toBe(404)
    expect(await look.row('clerk-transport', orderId)).toBeUndefined()
    expect(await look.tasks(orderId)).toEqual([])
    expect(await look.clock(orderId, 'verification-1')).toMatchObject({ outcome: 'met' })
    expect((await look.view('seat', orderId)).verification).toMatchObject({ finding: 'within-scope', answer })
    expect(await look.row('seat', orderId, 'waiting=verified')).toMatchObject({ waiting: ['verified'] })
    expect(await look.row('centre-manager', orderId, 'waiting=verified')).toBeDefined()
    expect(await look.row('seat-2', orderId, 'waiting=verified')).toBeUndefined()
    await house.done('seat', orderId, 'accept', classified)
    expect(await look.row('seat', orderId, 'waiting=verified')).toBeUndefined()
  })

  it('还没有答复就受理、不予受理的，部门看不到了；它再答复不被接受', async () => {
    const accepted = await asked()
    await house.done('seat', accepted.orderId, 'accept', classified)
    const declined = await asked()
    await house.done('seat', declined.orderId, 'decline', { ground: '9-1', lawfulChannel: 'court', explanation: '请向法院起诉。' })
    for (const { orderId } of [accepted, declined]) {
      expect(await look.status('clerk-transport', orderId)).toBe(404)
      expect(await look.clock(orderId, 'verification-1')).toMatchObject({ outcome: 'waived' })
      expect(await look.refused('clerk-transport', orderId, 'verification', { finding: 'within-scope', answer })).toEqual([
        'work-order.not-found',
        undefined,
      ])
    }
  })

  it('不能：等着答复又请别的部门；请不存在的、被举报的单位；问过的部门又答一次', async () => {
    const { orderId } = await asked()
    const again = { unitId: 'housing', question }
    expect(await look.refused('seat', orderId, 'verify', again)).toEqual(['verification.pending', '9-guide'])
    const fresh = await house.file()
    expect(await look.refused('seat', fresh.orderId, 'verify', { unitId: 'nowhere', question })).toEqual(['dispatch.unit-unknown', '11-2'])
    const report = await house.file({ kind: 'report', subject: 'work-safety', aboutUnitId: 'market' })
    expect(await look.refused('seat', report.orderId, 'verify', { unitId: 'market-complaints', question })).toEqual([
      'dispatch.unit-accused-instead',
      '20c',
    ])
    expect(await look.everything('clerk-market', report.orderId, report.number)).not.toContain(report.orderId)
    const other = await house.dispatchedTo('housing')
    expect(await look.refused('clerk-housing', other.orderId, 'verification', { finding: 'out-of-scope', answer })).toEqual([
      'work-order.wrong-status',
      undefined,
    ])
  })

  it('超过一个工作日没有答复的，提醒这个部门', async () => {
    const { orderId } = await asked()
    look.now('2026-03-04T00:00:00')
    await sweepClocks(house.app)
    expect(await look.messages(orderId)).toContain('unit-overdue transport')
    expect(await look.clock(orderId, 'verification-1')).toMatchObject({ outcome: 'breached' })
    expect(await look.row('clerk-transport', orderId)).toMatchObject({ due: { overdue: true } })
  })
})
