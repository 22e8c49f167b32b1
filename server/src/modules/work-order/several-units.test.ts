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

type Roles = Readonly<Record<string, string>>
const partsOf = (roles: Roles) =>
  Object.entries(roles).map(([unitId, role]) => ({ unitId, role, principle: 'duty', note: `请${unitId}办理` }))
const accepted = async (acceptance: object = {}, request: object = {}) => {
  const filed = await house.file(request)
  await house.done('seat', filed.orderId, 'accept', { ...classified, ...acceptance })
  return filed
}
const jointly = async (roles: Roles, acceptance: object = {}) => {
  const filed = await accepted(acceptance)
  await house.done('dispatcher', filed.orderId, 'dispatch-jointly', { parts: partsOf(roles) })
  return filed
}
const coSign = { housing: 'co-sign', transport: 'co-sign' }
const led = { housing: 'lead', transport: 'assist', market: 'principal' }
const drafts = (unit: string, orderId: string) =>
  house.done(`handler-${unit}`, orderId, 'draft', { reply: `${unit}的答复`, internal: `${unit}的内部意见` })
const approves = async (unit: string, orderId: string) => {
  await house.done(`clerk-${unit}`, orderId, 'sign')
  await drafts(unit, orderId)
  await house.done(`reviewer-${unit}`, orderId, 'approve')
}

describe('第十一条（三） [11-3a] 会签：几个单位各办各的，各自答复', () => {
  it('各有各的时限和环节；看不到别的单位内部的话；都答复了才回访，诉求人看得到每个单位的答复', async () => {
    const { orderId, token } = await jointly(coSign)
    for (const clock of ['sign-1', 'sign-2']) expect(await look.clock(orderId, clock)).toMatchObject({ dueAt: '2026-03-03T16:00:00.000Z' })
    for (const clock of ['handle-1', 'handle-2'])
      expect(await look.clock(orderId, clock)).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z', explained: true })
    expect(await look.messages(orderId)).toEqual(expect.arrayContaining(['unit-order-arrived housing', 'unit-order-arrived transport']))
    expect((await look.messages(orderId)).filter((one) => one === 'request-dispatched')).toHaveLength(1)
    const { status } = await look.request(token)
    expect([status.title, status.next]).toEqual([
      '已转给州住房和城乡建设局、州交通运输局',
      expect.stringContaining('几个单位各办各的部分，分别答复您。'),
    ])

    await house.done('clerk-housing', orderId, 'sign')
    await house.done('handler-housing', orderId, 'extension', { days: 3, reason: '等材料' })
    await drafts('housing', orderId)
    expect(await look.tasks(orderId)).toEqual(['housing to-review', 'transport to-sign'])
    expect(await look.row('clerk-housing', orderId)).toMatchObject({ stage: 'to-review', unitId: 'housing', due: { clock: 'handle' } })
    expect(await look.row('clerk-transport', orderId)).toMatchObject({
      stage: 'to-sign',
      unitId: 'transport',
      due: { clock: 'sign' },
      waiting: [],
    })
    expect(await look.row('clerk-transport', orderId, 'stage=to-review&limit=100')).toBeUndefined()
    expect(await look.row('dispatcher', orderId)).toMatchObject({ stage: 'to-sign' })
    const counts = await (await house.at('clerk-transport'))<{ counts: { stage: string; count: number }[] }>('GET', '/orders/counts')
    expect(counts.body.counts.filter(({ count }) => count > 0)).toEqual([{ stage: 'to-sign', count: 1 }])
    const found = await (await house.at('clerk-transport'))<{ items: { orderId: string }[] }>('GET', '/orders/search?stage=to-sign')
    expect(found.body.items.map((one) => one.orderId)).toEqual([orderId])

    const seen = await look.view('clerk-transport', orderId)
    expect(seen.assignments).toMatchObject([
      { unitId: 'housing', isYours: false, draft: null, extension: null },
      { unitId: 'transport', isYours: true, status: 'awaiting-sign' },
    ])
    for (const inner of ['housing的内部意见', 'housing的答复', '等材料']) expect(JSON.stringify(seen)).not.toContain(inner)

    await house.done('reviewer-housing', orderId, 'approve')
    expect(JSON.stringify(await look.view('clerk-transport', orderId))).toContain('housing的答复')
    expect(JSON.stringify(await look.view('clerk-transport', orderId))).not.toContain('housing的内部意见')
    await house.done('handler-housing', orderId, 'deliver', { way: 'tracking-page' })
    expect(await look.view('dispatcher', orderId)).toMatchObject({ status: 'in-hand' })
    expect(await look.clock(orderId, 'handle-1')).toMatchObject({ outcome: 'met' })
    expect(await look.clock(orderId, 'requester-1')).toMatchObject({ outcome: 'pending' })
    expect((await look.request(token)).reply).toMatchObject({ text: 'housing的答复', unitName: '州住房和城乡建设局' })

    await approves('transport', orderId)
    await house.done('handler-transport', orderId, 'deliver', { way: 'tracking-page' })
    expect(await look.view('dispatcher', orderId)).toMatchObject({ status: 'awaiting-follow-up' })
    expect(await look.clock(orderId, 'requester-1')).toMatchObject({ outcome: 'met' })
    expect((await look.request(token)).reply).toMatchObject({
      text: '【州住房和城乡建设局】\nhousing的答复\n\n【州交通运输局】\ntransport的答复',
      unitName: '州住房和城乡建设局、州交通运输局',
    })

    await house.citizen(token)('POST', '/requests/mine/rating', { result: 'dissatisfied' })
    await house.done('follow-up', orderId, 'follow-up', { outcome: 'dissatisfied', reason: 'not-done' })
    const redo = { reason: 'not-done', instruction: '请到现场' }
    expect(await look.refused('follow-up', orderId, 'redo', redo)).toEqual(['redo.which-unit', '11-3a'])
    await house.done('follow-up', orderId, 'redo', { ...redo, assignmentId: 'assignment-2' })
    expect(await look.tasks(orderId)).toEqual(['housing asked', 'transport in-hand'])
    expect(await look.clock(orderId, 'redo-2')).toMatchObject({ kind: 'redo', outcome: 'pending' })
  })

  it('中途增加、撤销、更换单位：撤销的看不到了，都记得住；没有单位答复的回到待派单', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    const [transport] = partsOf({ transport: 'co-sign' })
    await house.done('dispatcher', orderId, 'add-unit', transport)
    expect((await look.view('dispatcher', orderId)).assignments.map(({ role }) => role)).toEqual(['co-sign', 'co-sign'])
    expect(await look.refused('dispatcher', orderId, 'add-unit', transport)).toEqual(['dispatch.unit-already', '11-3a'])
    const replacement = { assignmentId: 'assignment-2', reason: '应为市场监管', unitId: 'market', principle: 'duty' }
    await house.done('dispatcher', orderId, 'replace-unit', replacement)
    expect(await look.status('clerk-transport', orderId)).toBe(404)
    expect(await look.messages(orderId)).toContain('unit-order-withdrawn transport')
    expect(await look.tasks(orderId)).toEqual(['housing to-sign', 'market to-sign'])
    await house.done('dispatcher', orderId, 'withdraw-unit', { assignmentId: 'assignment-3', reason: '不需要了' })
    await house.done('dispatcher', orderId, 'withdraw-unit', { assignmentId: 'assignment-1', reason: '派错了' })
    expect(await look.row('dispatcher', orderId)).toMatchObject({ stage: 'to-dispatch' })
    expect(await look.tasks(orderId)).toEqual([])
    for (const login of ['clerk-housing', 'clerk-market']) expect(await look.status(login, orderId)).toBe(404)
    expect(await look.refused('dispatcher', orderId, 'withdraw-unit', { assignmentId: 'assignment-1', reason: '再来' })).toEqual([
      'assignment.none-active',
      '11-3a',
    ])
  })

  it('不能：角色混搭、同一单位两次、撤销的单位、部门职责推给乡镇、被举报的单位；什么都不写', async () => {
    const { orderId } = await accepted()
    const attempt = (roles: Roles) => look.refused('dispatcher', orderId, 'dispatch-jointly', { parts: partsOf(roles) })
    expect(await attempt({ housing: 'co-sign', transport: 'assist' })).toEqual(['dispatch.roles-unclear', '11-3b'])
    expect(await attempt({ housing: 'lead', transport: 'lead' })).toEqual(['dispatch.roles-unclear', '11-3b'])
    expect(await attempt({ housing: 'co-sign', 'xichang-beicheng': 'co-sign' })).toEqual(['dispatch.pushed-down', '12-2c'])
    await house.owner.query(`update unit set valid_on_to = '2026-03-01' where unit_id = 'tobacco'`)
    expect(await attempt({ housing: 'co-sign', tobacco: 'co-sign' })).toEqual(['dispatch.unit-unknown', '11-2'])
    const twice = { parts: [...partsOf({ housing: 'co-sign' }), ...partsOf({ housing: 'co-sign' })] }
    expect(await look.refused('dispatcher', orderId, 'dispatch-jointly', twice)).toEqual(['dispatch.unit-already', '11-3a'])

    const report = { kind: 'report', subject: 'work-safety' }
    const accusing = await house.file({ ...report, aboutUnitId: 'market' })
    const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: 'market', accusedAccountId: null }
    await house.done('seat', accusing.orderId, 'accept', { ...classified, ...report, relations })
    expect(
      await look.refused('dispatcher', accusing.orderId, 'dispatch-jointly', { parts: partsOf({ housing: 'co-sign', market: 'co-sign' }) }),
    ).toEqual(['dispatch.unit-accused-instead', '20c'])
    await house.done('dispatcher', accusing.orderId, 'dispatch-jointly', { parts: partsOf(coSign) })
    expect(await look.everything('clerk-market', accusing.orderId, accusing.number)).not.toContain(accusing.orderId)
    expect(await look.everything('clerk-market-complaints', accusing.orderId, accusing.number)).not.toContain(accusing.orderId)
  })
})

describe('第十一条（三） [11-3b] 牵头、主办、协办：牵头汇总，答复一次', () => {
  it('协办比牵头早两个工作日；协办先把意见交牵头，只有牵头答复诉求人', async () => {
    const { orderId, token } = await jointly(led)
    const clocks = { 'handle-1': '2026-03-11', 'assist-2': '2026-03-09', 'assist-3': '2026-03-09' }
    for (const [clock, day] of Object.entries(clocks))
      expect(await look.clock(orderId, clock)).toMatchObject({ dueAt: `${day}T16:00:00.000Z`, explained: true })
    expect((await look.request(token)).status.next).toContain(
      '由州住房和城乡建设局牵头，州交通运输局、州市场监督管理局配合，统一答复您一次。',
    )
    await house.done('clerk-housing', orderId, 'sign')
    expect(await look.refused('handler-housing', orderId, 'draft', { reply: '抢先答复' })).toEqual(['reply.assistants-first', '11-3b'])
    expect(await look.refused('clerk-transport', orderId, 'extension', { days: 2, reason: '来不及' })).toEqual([
      'assignment.wrong-status',
      undefined,
    ])
    await approves('transport', orderId)
    expect(await look.clock(orderId, 'assist-2')).toMatchObject({ outcome: 'met' })
    expect(await look.messages(orderId)).toContain('unit-opinion-in housing')
    expect(await look.refused('handler-transport', orderId, 'deliver', { way: 'tracking-page' })).toEqual([
      'assignment.wrong-status',
      undefined,
    ])
    expect(await look.refused('handler-market', orderId, 'extension', { days: 2, reason: '来不及' })).toEqual([
      'assignment.wrong-status',
      undefined,
    ])
    expect(await look.refused('handler-housing', orderId, 'draft', { reply: '还早' })).toEqual(['reply.assistants-first', '11-3b'])
    const seen = JSON.stringify(await look.view('handler-housing', orderId))
    expect(seen).toContain('transport的答复')
    expect(seen).not.toContain('transport的内部意见')

    look.now('2026-03-10T00:00:00')
    await drafts('housing', orderId)
    await house.done('reviewer-housing', orderId, 'approve')
    await house.done('handler-housing', orderId, 'deliver', { way: 'tracking-page' })
    expect(await look.view('dispatcher', orderId)).toMatchObject({ status: 'awaiting-follow-up' })
    const { reply } = await look.request(token)
    expect(reply).toMatchObject({ text: 'housing的答复', unitName: '州住房和城乡建设局' })
    expect(JSON.stringify(await look.request(token))).not.toContain('transport的答复')
  })

  it('加一个协办，原来的单位就成了牵头；协办退回不影响牵头，协办的时限不单独延期', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    const [assisting] = partsOf({ transport: 'assist' })
    await house.done('dispatcher', orderId, 'add-unit', assisting)
    expect((await look.view('dispatcher', orderId)).assignments.map(({ role }) => role)).toEqual(['lead', 'assist'])
    await house.done('clerk-transport', orderId, 'sign')
    expect(await look.refused('handler-transport', orderId, 'extension', { days: 2, reason: '来不及' })).toEqual([
      'extension.no-clock',
      '12-3',
    ])
    await house.done('clerk-transport', orderId, 'return', { reason: '无关', basis: '三定方案', suggestedUnitId: 'market' })
    await house.done('dispatcher', orderId, 'accept-return', { assignmentId: 'assignment-2' })
    expect(await look.status('clerk-transport', orderId)).toBe(404)
    expect(await look.row('dispatcher', orderId)).toMatchObject({ stage: 'to-sign', unitId: 'housing' })
    await house.done('clerk-housing', orderId, 'sign')
    await drafts('housing', orderId)
  })
})

describe('第十一条（三） [11-3c] 专题协调，指定承办', () => {
  it('州政府办公室召集、指定；指定的单位看得到理由，不能退回；记录只有中心看得到；成为先例', async () => {
    const { orderId, token, number } = await accepted()
    const reason = { reason: '三定方案都没有写', basis: '无' }
    expect(await look.refused('office', orderId, 'coordination', reason)).toEqual(['work-order.for-centre', '20c'])
    await house.done('dispatcher', orderId, 'coordination', reason)
    expect((await look.request(token)).status.title).toBe('正在协调承办单位')
    expect(await look.row('office', orderId, 'stage=coordination')).toMatchObject({ stage: 'coordination', unitId: null })
    expect((await look.refused('dispatcher', orderId, 'designate', {}))[0]).toBe('access.not-entitled')
    await house.done('office', orderId, 'coordination-record', { participants: ['housing', 'transport'], record: '会上有争议' })
    expect((await look.view('dispatcher', orderId)).timeline.at(-1)?.title).toBe('召集专题协调：州住房和城乡建设局、州交通运输局')
    expect(await look.status('clerk-housing', orderId)).toBe(404)

    await house.owner.query(`update unit set valid_on_to = '2026-03-01' where unit_id = 'tobacco'`)
    const designation = { unitId: 'housing', principle: 'duty', grounds: '由住建部门统筹' }
    expect(await look.refused('office', orderId, 'designate', { ...designation, unitId: 'tobacco' })).toEqual([
      'dispatch.unit-unknown',
      '11-2',
    ])
    await house.done('office', orderId, 'designate', designation)
    const seen = JSON.stringify(await look.view('clerk-housing', orderId))
    expect(seen).toContain('由住建部门统筹')
    for (const inner of ['会上有争议', '三定方案都没有写']) expect(seen).not.toContain(inner)
    expect(JSON.stringify(await look.view('seat', orderId))).not.toContain('会上有争议')
    expect(JSON.stringify(await look.view('dispatcher', orderId))).toContain('会上有争议')
    expect(await look.refused('clerk-housing', orderId, 'return', { reason: '不是', basis: '无', suggestedUnitId: 'transport' })).toEqual([
      'return.bound',
      '12-2c',
    ])
    expect(await look.clock(orderId, 'handle-1')).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z', explained: true })
    const rulings = await (await house.at('office'))<{ items: unknown[] }>('GET', '/orders/rulings?unitId=housing')
    expect(rulings.body.items).toMatchObject([{ type: 'designated', number, grounds: '由住建部门统筹', basis: null }])
  })
})

describe('第七条（一） [7-1] 单位内部交办', () => {
  const passing = { unitId: 'housing-property', note: '请到现场核实' }
  const passed = async () => {
    const filed = await house.dispatchedTo('housing')
    await house.done('clerk-housing', filed.orderId, 'sign')
    await house.done('handler-housing', filed.orderId, 'pass-on', passing)
    return filed
  }

  it('科室比本单位早一个工作日；反馈以后由本单位审核答复；内部的话只有本单位和中心看得到', async () => {
    const { orderId, token } = await passed()
    const { rows } = await house.owner.query(`select clock_id, due_at from work_order_clock where order_id = $1 and kind = 'sub-handle'`, [
      orderId,
    ])
    expect(rows).toMatchObject([{ due_at: Temporal.Instant.from('2026-03-10T16:00:00Z') }])
    expect(await look.tasks(orderId)).toEqual(['housing in-hand', 'housing-property in-hand'])
    expect(await look.messages(orderId)).toContain('unit-passed-on housing-property')
    expect(await look.row('clerk-housing-property', orderId)).toMatchObject({
      unitId: 'housing-property',
      due: { clock: 'sub-handle', dueOn: '2026-03-10' },
    })
    expect(await look.row('clerk-housing', orderId)).toMatchObject({ unitId: 'housing', due: { clock: 'handle', dueOn: '2026-03-11' } })
    const desk = await house.at('clerk-housing')
    const list = await desk<{ items: { orderId: string }[] }>('GET', '/orders?limit=100')
    expect(list.body.items.filter((one) => one.orderId === orderId)).toHaveLength(1)
    const counts = await desk<{ counts: { stage: string; count: number }[] }>('GET', '/orders/counts')
    expect(counts.body.counts.find(({ stage }) => stage === 'in-hand')?.count).toBe(1)

    expect(
      await look.refused('clerk-housing-property', orderId, 'return', { reason: '不', basis: '不', suggestedUnitId: 'market' }),
    ).toEqual(['assignment.not-your-unit', '12-0'])
    await house.done('handler-housing-property', orderId, 'report-back', { report: '现场已经核实' })
    expect(await look.messages(orderId)).toContain('unit-reported-back housing')
    expect(await look.tasks(orderId)).toEqual(['housing in-hand', 'housing-property asked'])
    expect(await look.refused('handler-housing-property', orderId, 'report-back', { report: '再报' })).toEqual(['pass-on.none', '7-1'])
    for (const login of ['handler-housing', 'dispatcher']) expect(JSON.stringify(await look.view(login, orderId))).toContain('现场已经核实')
    for (const inner of ['现场已经核实', '请到现场核实']) {
      expect(JSON.stringify(await look.view('seat', orderId))).not.toContain(inner)
      expect(JSON.stringify(await look.request(token))).not.toContain(inner)
    }
    await house.done('dispatcher', orderId, 'add-unit', { unitId: 'transport', role: 'co-sign', principle: 'duty' })
    const other = JSON.stringify(await look.view('clerk-transport', orderId))
    for (const inner of ['现场已经核实', '请到现场核实', 'housing-property']) expect(other).not.toContain(inner)

    await drafts('housing', orderId)
    await house.done('reviewer-housing', orderId, 'approve')
    expect(await look.refused('handler-housing-property', orderId, 'deliver', { way: 'tracking-page' })).toEqual([
      'assignment.not-your-unit',
      '12-0',
    ])
  })

  it('改交另一个科室，前一个就看不到了', async () => {
    const { orderId } = await passed()
    await house.done('handler-housing', orderId, 'pass-on', { unitId: 'housing-market', note: null })
    expect(await look.status('clerk-housing-property', orderId)).toBe(404)
    expect(await look.status('clerk-housing-market', orderId)).toBe(200)
  })

  it('不能：交给别的单位；没有签收；县市把部门职责推给乡镇；被举报的科室', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    expect((await look.refused('handler-housing', orderId, 'pass-on', passing))[0]).toBe('assignment.wrong-status')
    await house.done('clerk-housing', orderId, 'sign')
    expect(await look.refused('handler-housing', orderId, 'pass-on', { ...passing, unitId: 'market-complaints' })).toEqual([
      'pass-on.not-below',
      '7-1',
    ])
    const county = await house.dispatchedTo('xichang')
    await house.done('clerk-xichang', county.orderId, 'sign')
    expect(await look.refused('handler-xichang', county.orderId, 'pass-on', { unitId: 'xichang-beicheng', note: null })).toEqual([
      'dispatch.pushed-down',
      '12-2c',
    ])
    const report = { kind: 'report', subject: 'work-safety' }
    const relations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: 'housing-property', accusedAccountId: null }
    const accusing = await house.file({ ...report, aboutUnitId: 'housing-property' })
    await house.done('seat', accusing.orderId, 'accept', { ...classified, ...report, relations })
    await house.done('dispatcher', accusing.orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
    await house.done('clerk-housing', accusing.orderId, 'sign')
    expect(await look.refused('handler-housing', accusing.orderId, 'pass-on', passing)).toEqual(['dispatch.unit-accused', '20c'])
    expect(await look.everything('clerk-housing-property', accusing.orderId, accusing.number)).not.toContain(accusing.orderId)
  })
})
