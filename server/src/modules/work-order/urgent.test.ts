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

const report = { report: '城南片区爆管停水，约三千户，已通知住建局。' }
const accepted = async (urgency: string) => {
  const filed = await house.file()
  await house.done('seat', filed.orderId, 'accept', { ...classified, urgency })
  return filed
}
const dispatched = async (urgency: string) => {
  const filed = await accepted(urgency)
  await house.done('dispatcher', filed.orderId, 'dispatch', { unitId: 'housing', principle: 'duty' })
  return filed
}
const call = (rank: number, outcome: string) => ({ unitId: 'housing', rank, outcome })
type Counts = { readonly waiting: readonly { readonly waiting: string; readonly count: number }[] }
const waits = async (login: string, waiting: string): Promise<number | undefined> =>
  (await (await house.at(login))<Counts>('GET', '/orders/counts')).body.waiting.find((one) => one.waiting === waiting)?.count

describe('第十二条（四） [12-4a] [12-4b] 特殊事项、特殊紧急事项', () => {
  it.each([
    ['special', '2026-03-02T02:15:00.000Z', '2026-03-02T06:00:00.000Z', '2026-03-05T16:00:00.000Z'],
    ['emergency', '2026-03-02T02:05:00.000Z', '2026-03-02T04:00:00.000Z', '2026-03-04T16:00:00.000Z'],
  ])('%s：三件事各有时限，分钟计；派出后响应、进度各有时限', async (urgency, act, response, progress) => {
    const { orderId } = await dispatched(urgency)
    for (const id of ['report-1', 'call-1', 'dispatch-1'])
      expect(await look.clock(orderId, id)).toMatchObject({ dueAt: act, explained: true })
    expect(await look.clock(orderId, `${urgency}-response-1`)).toMatchObject({ dueAt: response, explained: true })
    expect(await look.clock(orderId, `${urgency}-progress-1`)).toMatchObject({ dueAt: progress, explained: true })
    expect(await look.messages(orderId)).toContain('unit-order-urgent housing')
  })

  it('报告、电话告知、签收各有人、有时间；没人接的打下一个，有人确认才算；承办单位和话务员看不到报告的内容', async () => {
    const { orderId, number } = await dispatched('special')
    expect(await look.refused('office', orderId, 'acknowledge-report')).toEqual(['urgent.no-report', '4-office'])
    look.now('2026-03-02T10:04:00')
    await house.done('dispatcher', orderId, 'report', report)
    expect(await look.row('office', orderId, 'waiting=report')).toMatchObject({ orderId, waiting: ['acts', 'report'] })
    expect(await look.refused('dispatcher-2', orderId, 'report', report)).toEqual(['urgent.reported', '12-4a'])

    await house.done('seat', orderId, 'calls', call(1, 'no-answer'))
    expect(await look.clock(orderId, 'call-1')).toMatchObject({ outcome: 'pending' })
    look.now('2026-03-02T10:09:00')
    await house.done('dispatcher', orderId, 'calls', call(2, 'confirmed'))
    expect(await look.clock(orderId, 'call-1')).toMatchObject({ outcome: 'met' })
    expect(await look.refused('dispatcher', orderId, 'acknowledge-report')).toEqual(['access.not-entitled', undefined])
    await house.done('office', orderId, 'acknowledge-report', { instruction: '请州住建局立即抢修。' })
    expect(await look.row('office', orderId, 'waiting=report')).toBeUndefined()

    const seen = await look.view('centre-manager', orderId)
    expect(seen.acts).toEqual({
      reportedAt: '2026-03-02T02:04:00.000Z',
      acknowledgedAt: '2026-03-02T02:09:00.000Z',
      calls: [
        { unitId: 'housing', unitName: '州住房和城乡建设局', rank: 1, outcome: 'no-answer', at: '2026-03-02T02:04:00.000Z' },
        { unitId: 'housing', unitName: '州住房和城乡建设局', rank: 2, outcome: 'confirmed', at: '2026-03-02T02:09:00.000Z' },
      ],
    })
    expect(seen.timeline.filter(({ clause }) => clause === '4-office' || clause === '12-4a').map(({ title, by }) => [title, by])).toEqual([
      ['向州政府办公室报告', '派单员'],
      ['电话告知州住房和城乡建设局（第1联系人）：无人接听', '话务员'],
      ['电话告知州住房和城乡建设局（第2联系人）：已接听并确认', '派单员'],
      ['州政府办公室签收报告', '州政府办值班员'],
    ])
    for (const login of ['clerk-housing', 'seat']) {
      const everything = await look.everything(login, orderId, number)
      for (const words of [report.report, '请州住建局立即抢修。']) expect(everything).not.toContain(words)
    }
    expect(JSON.stringify(await look.view('office', orderId))).toContain(report.report)
  })

  it('缺一件的告警，看板和清单上有；补上的就没有了', async () => {
    const before = (await waits('dispatcher', 'acts')) ?? 0
    const { orderId } = await dispatched('emergency')
    look.now('2026-03-02T10:05:00')
    await sweepClocks(house.app)
    expect(await look.clock(orderId, 'report-1')).toMatchObject({ outcome: 'breached' })
    expect(await look.clock(orderId, 'dispatch-1')).toMatchObject({ outcome: 'met' })
    expect(await waits('dispatcher', 'acts')).toBe(before + 1)
    expect(await look.row('dispatcher', orderId, 'waiting=acts')).toMatchObject({ urgency: 'emergency' })
    expect(await waits('clerk-housing', 'acts')).toBe(0)
    await house.done('dispatcher', orderId, 'report', report)
    await house.done('dispatcher', orderId, 'calls', call(1, 'confirmed'))
    expect(await look.clock(orderId, 'report-1')).toMatchObject({ outcome: 'late' })
    expect(await waits('dispatcher', 'acts')).toBe(before)
  })

  it('受理以后才发现的：已派的单位按更短的时限响应，只能由轻到重', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    await house.done('clerk-housing', orderId, 'sign')
    look.now('2026-03-02T16:00:00')
    expect(await look.refused('dispatcher', orderId, 'report', report)).toEqual(['assignment.not-urgent', '12-4a'])
    const mark = (urgency: string) => ({ urgency, reason: '影响扩大到三个小区。' })
    expect(await look.refused('clerk-housing', orderId, 'urgent', mark('special'))).toEqual(['access.not-entitled', undefined])
    await house.done('dispatcher', orderId, 'urgent', mark('special'))
    const { clocks, urgency } = await look.view('handler-housing', orderId)
    expect(urgency).toBe('special')
    expect(clocks.find(({ kind }) => kind === 'special-response')).toMatchObject({ whose: 'unit', dueAt: '2026-03-02T12:00:00.000Z' })
    expect(clocks.find(({ kind }) => kind === 'special-progress')?.dueOn).toBe('2026-03-05')
    expect(await look.messages(orderId)).toContain('unit-order-urgent housing')
    expect(await look.refused('dispatcher', orderId, 'urgent', mark('special'))).toEqual(['urgent.already', '12-4a'])
    await house.done('dispatcher', orderId, 'urgent', mark('emergency'))
    expect(await look.refused('dispatcher', orderId, 'urgent', mark('emergency'))).toEqual(['urgent.already', '12-4b'])
  })

  it('受理后待派单的改为立即派单；被举报的单位不打电话', async () => {
    const plain = await accepted('ordinary')
    await house.done('dispatcher', plain.orderId, 'urgent', { urgency: 'special', reason: '大面积停水。' })
    expect(await look.clock(plain.orderId, 'dispatch-1')).toMatchObject({ outcome: 'waived' })
    const { clocks } = await look.view('dispatcher', plain.orderId)
    expect(clocks.filter(({ outcome, whose }) => outcome === 'pending' && whose === 'centre').map(({ dueAt }) => dueAt)).toEqual(
      Array.from({ length: 3 }, () => '2026-03-02T02:15:00.000Z'),
    )
    const reported = await house.file({ kind: 'report', subject: 'work-safety', aboutUnitId: 'human-resources' })
    await house.done('seat', reported.orderId, 'accept', { ...classified, kind: 'report', subject: 'work-safety', urgency: 'special' })
    expect(await look.refused('dispatcher', reported.orderId, 'calls', { ...call(1, 'confirmed'), unitId: 'human-resources' })).toEqual([
      'dispatch.unit-accused-instead',
      '20c',
    ])
  })

  it('诉求人的页面不提报告', async () => {
    const { orderId, token } = await dispatched('special')
    await house.done('dispatcher', orderId, 'report', report)
    await house.done('dispatcher', orderId, 'calls', call(1, 'confirmed'))
    const page = JSON.stringify(await look.request(token))
    for (const words of ['报告', '州政府办公室', '电话告知', '第1联系人']) expect(page).not.toContain(words)
  })
})

type Countdown = {
  readonly items: readonly {
    readonly orderId: string
    readonly clocks: readonly { readonly id: string; readonly metAt: string | null }[]
  }[]
}
const countdown = async (login: string) => (await house.at(login))<Countdown & { readonly code?: string }>('GET', '/orders/urgent')

describe('第十二条（四） [12-4a] 特殊事项倒计时', () => {
  it('在办的特殊、特殊紧急事项，先到期的在前，三件事做没做完、在走的时限都在；普通的、办结的不在；单位和座席看不到', async () => {
    look.now('2026-04-01T10:00:00')
    const special = await accepted('special')
    const ordinary = await accepted('ordinary')
    look.now('2026-04-01T10:01:00')
    const emergency = await dispatched('emergency')
    await house.done('dispatcher', emergency.orderId, 'report', report)
    const { items } = (await countdown('dispatcher')).body
    const known = items.filter(({ orderId }) => [special, ordinary, emergency].some((one) => one.orderId === orderId))
    expect(known.map(({ orderId }) => orderId)).toEqual([emergency.orderId, special.orderId])
    const open = known.map(({ clocks }) => clocks.filter(({ metAt }) => metAt === null).map(({ id }) => id))
    expect(open[0]).toEqual(['call-1', 'emergency-response-1', 'sign-1', 'emergency-progress-1', 'handle-1'])
    expect(open[1]!.toSorted()).toEqual(['call-1', 'dispatch-1', 'report-1'])
    expect(
      known[0]!.clocks
        .filter(({ metAt }) => metAt !== null)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['dispatch-1', 'report-1'])
    for (const login of ['seat', 'clerk-housing']) expect((await countdown(login)).body.code).toBe('work-order.not-entitled')
  })
})
