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

const asking = { days: 5, reason: '管道配件须从成都调运，预计一周。' }
const first = { assignmentId: 'assignment-1' }
const granting = { ...first, granted: true, days: 5 }
const asked = async (acceptance: object = {}, at = '2026-03-10T10:00:00') => {
  const filed = await house.dispatchedTo('housing', {}, acceptance)
  await house.done('clerk-housing', filed.orderId, 'sign')
  look.now(at)
  await house.done('handler-housing', filed.orderId, 'extension', asking)
  return filed
}
const decisionOf = async (orderId: string) => {
  const { rows } = await house.owner.query<{ clock_id: string }>(
    `select clock_id from work_order_clock where order_id = $1 and kind = 'extension-decision'`,
    [orderId],
  )
  return look.clock(orderId, rows[0]!.clock_id)
}

describe('第十二条（三） [12-3] 延时申请', () => {
  it('届满前申请，四小时工作时间内决定；同意的从原届满日起算；诉求人看得到两个日期和原因', async () => {
    const { orderId, token } = await asked()
    expect(await decisionOf(orderId)).toEqual({
      kind: 'extension-decision',
      dueAt: '2026-03-10T07:00:00.000Z',
      outcome: 'pending',
      explained: true,
    })
    expect(await look.clock(orderId, 'handle-1')).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z' })
    expect(await look.row('dispatcher', orderId, 'waiting=extension')).toMatchObject({ waiting: ['extension'] })
    expect((await look.request(token)).status.next).not.toContain(asking.reason)

    await house.done('dispatcher', orderId, 'decide-extension', granting)
    expect(await look.clock(orderId, 'handle-1')).toEqual({
      kind: 'handle',
      dueAt: '2026-03-18T16:00:00.000Z',
      outcome: 'pending',
      explained: true,
    })
    expect(await look.clock(orderId, 'requester-1')).toMatchObject({ dueAt: '2026-03-11T16:00:00.000Z' })
    expect((await look.view('handler-housing', orderId)).assignment?.extension).toEqual({
      status: 'granted',
      days: 5,
      reason: asking.reason,
      firstDueOn: '2026-03-11',
      dueOn: '2026-03-18',
    })
    expect(await look.messages(orderId)).toEqual(expect.arrayContaining(['unit-extension-decided housing', 'extension-granted']))
    const { status, timeline } = await look.request(token)
    expect(status.next).toContain(
      '原定2026年3月11日前答复您，现已同意延期，最迟2026年3月18日答复您。延期原因：管道配件须从成都调运，预计一周。',
    )
    expect(timeline.find(({ title }) => title.startsWith('同意'))?.text).toBe(asking.reason)
    look.now('2026-03-19T00:00:00')
    expect((await look.request(token)).status.next).toContain('也已经超过')
  })

  it('届满以后不能申请：届满前一秒可以，届满那一刻不行', async () => {
    const inTime = await house.dispatchedTo('housing')
    const late = await house.dispatchedTo('housing')
    for (const { orderId } of [inTime, late]) await house.done('clerk-housing', orderId, 'sign')
    look.now('2026-03-11T23:59:59')
    await house.done('handler-housing', inTime.orderId, 'extension', asking)
    look.now('2026-03-12T00:00:00')
    expect(await look.refused('handler-housing', late.orderId, 'extension', asking)).toEqual(['extension.expired', '12-3'])
  })

  it('没有决定就届满的算逾期；后来同意的改为按时，不同意的仍逾期，原因单位看得到', async () => {
    const [granted, refused] = [
      await asked({}, '2026-03-11T16:00:00'),
      await (look.now('2026-03-02T10:00:00'), asked({}, '2026-03-11T16:00:00')),
    ]
    look.now('2026-03-12T09:00:00')
    await sweepClocks(house.app)
    for (const { orderId } of [granted, refused]) expect(await look.clock(orderId, 'handle-1')).toMatchObject({ outcome: 'breached' })
    await house.done('dispatcher', granted.orderId, 'decide-extension', granting)
    await house.done('dispatcher', refused.orderId, 'decide-extension', { ...first, granted: false, reason: '配件州内可以采购。' })
    expect(await look.clock(granted.orderId, 'handle-1')).toMatchObject({ outcome: 'pending', dueAt: '2026-03-18T16:00:00.000Z' })
    expect(await look.clock(refused.orderId, 'handle-1')).toMatchObject({ outcome: 'breached', dueAt: '2026-03-11T16:00:00.000Z' })
    expect(JSON.stringify((await look.view('clerk-housing', refused.orderId)).timeline)).toContain('配件州内可以采购。')
    expect(JSON.stringify(await look.request(refused.token))).not.toContain('配件州内可以采购。')
  })

  it('不能：决定两次；再申请一次；超过十个工作日；咨询延期——除非中心负责人写明理由', async () => {
    const { orderId } = await asked()
    expect(await look.refused('handler-housing', orderId, 'extension', asking)).toEqual(['extension.pending', '12-3'])
    const eleven = { ...granting, days: 11 }
    expect((await look.refused('dispatcher', orderId, 'decide-extension', eleven))[1]).toBe('12-3')
    expect((await look.refused('dispatcher', orderId, 'decide-extension', { ...eleven, exception: '有必要' }))[1]).toBe('12-3')
    await house.done('dispatcher', orderId, 'decide-extension', granting)
    expect(await look.refused('dispatcher-2', orderId, 'decide-extension', granting)).toEqual(['extension.none-pending', '12-3'])
    expect(await look.refused('handler-housing', orderId, 'extension', asking)).toEqual(['extension.once', '12-3'])

    look.now('2026-03-02T10:00:00')
    const consultation = await asked({ ...classified, kind: 'consultation' }, '2026-03-05T10:00:00')
    expect(await look.refused('dispatcher', consultation.orderId, 'decide-extension', granting)).toEqual([
      'extension.in-principle-none',
      '12-3',
    ])
    const excepted = { ...granting, exception: '须函询省厅。' }
    expect((await look.refused('dispatcher', consultation.orderId, 'decide-extension', excepted))[0]).toBe('extension.in-principle-none')
    await house.done('centre-manager', consultation.orderId, 'decide-extension', excepted)
    expect(await look.clock(consultation.orderId, 'handle-1')).toMatchObject({ dueAt: '2026-03-16T16:00:00.000Z' })
    expect(JSON.stringify(await look.view('clerk-housing', consultation.orderId))).not.toContain('须函询省厅。')
  })
})
