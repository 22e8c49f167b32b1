import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endedIn } from './testing/ended.ts'
import { lookingAt } from './testing/looking.ts'
import { orderHouse, type OrderHouse } from './testing/order-house.ts'

let house: OrderHouse
let look: ReturnType<typeof lookingAt>
let begin: ReturnType<typeof endedIn>
beforeAll(async () => {
  house = await orderHouse()
  look = lookingAt(house)
  begin = endedIn(house)
})
beforeEach(() => look.now('2026-03-02T10:00:00'))
afterAll(() => house.close())

const explaining = { reason: 'policy-limits', explanation: '老旧小区改造按年度计划实施，贵小区列入2027年。' }
const noting = { basis: '《四川省老旧小区改造实施方案》，回访录音为证。' }

describe('第十三条（三） [13-3b] 备注办结', () => {
  it('回访确认受政策限制的，单位清单上待解释；解释记录在案；另一人备注办结', async () => {
    const { orderId } = await begin.confirmed('policy-limits')
    expect(await look.tasks(orderId)).toEqual(['housing to-explain'])
    expect(await look.row('clerk-housing', orderId, 'stage=to-explain')).toMatchObject({ stage: 'to-explain', unitId: 'housing' })
    expect(await look.messages(orderId)).toContain('unit-explain housing')
    expect(await look.refused('follow-up-2', orderId, 'close-noted', noting)).toEqual(['noted.explain-first', '13-3b'])
    expect((await look.refused('clerk-market', orderId, 'explain', explaining))[0]).toBe('work-order.not-found')
    await house.done('handler-housing', orderId, 'explain', explaining)
    expect(await look.row('clerk-housing', orderId, 'stage=to-explain')).toBeUndefined()
    expect((await look.view('follow-up', orderId)).followUp).toMatchObject({ confirmedReason: 'policy-limits', isExplained: true })
    expect(await look.refused('follow-up', orderId, 'close-noted', noting)).toEqual(['noted.second-person', '13-3b'])
    await house.done('follow-up-2', orderId, 'close-noted', noting)
    const closed = await look.view('centre-manager', orderId)
    expect(closed).toMatchObject({ stage: 'closed', closureKind: 'noted' })
    expect(closed.timeline.find(({ type }) => type === 'explained')).toMatchObject({
      title: '州住房和城乡建设局向诉求人解释：受政策等客观条件限制',
      clause: '13-3b',
      texts: [{ role: 'unit-explanation', text: explaining.explanation }],
    })
    expect(closed.timeline.at(-1)).toMatchObject({ type: 'closed', clause: '13-3b', texts: [{ text: noting.basis }] })
  })

  it('应办未办的不能解释了事，也不能备注办结', async () => {
    const { orderId } = await begin.confirmed('not-done')
    expect(await look.refused('handler-housing', orderId, 'explain', explaining)).toEqual(['noted.not-confirmed', '13-3b'])
    expect(await look.refused('follow-up-2', orderId, 'close-noted', noting)).toEqual(['noted.not-confirmed', '13-3b'])
  })
})

const disputing = { grounds: '诉求人要求的拆除不在我局职权内，附现场笔录。' }
const screening = { isOut: true, decision: '依据笔录，评价针对的事项不属于该单位职责。' }

describe('第十三条（三） [13-3c] 评价异议与甄别', () => {
  it('办结前提出，中心负责人甄别；原评价不改；只提一次、只决定一次', async () => {
    const { orderId } = await begin.confirmed('policy-limits')
    await house.done('reviewer-housing', orderId, 'dispute', disputing)
    expect(await look.row('centre-manager', orderId, 'waiting=dispute')).toMatchObject({ waiting: ['dispute'] })
    expect(await look.refused('clerk-housing', orderId, 'dispute', disputing)).toEqual(['dispute.once', '13-3c'])
    expect(await look.refused('follow-up', orderId, 'screen', screening)).toEqual(['access.not-entitled', undefined])
    await house.done('centre-manager', orderId, 'screen', screening)
    expect(await look.refused('centre-manager', orderId, 'screen', { ...screening, isOut: false })).toEqual([
      'dispute.none-pending',
      '13-3c',
    ])
    expect(await look.view('clerk-housing', orderId)).toMatchObject({
      dispute: { unitName: '州住房和城乡建设局', grounds: disputing.grounds, decision: 'out' },
      waiting: [],
    })
    expect(await look.messages(orderId)).toContain('unit-dispute-decided housing')
    const { rows } = await house.owner.query(`select state -> 'followUp' ->> 'dissatisfied' as said from work_order where order_id = $1`, [
      orderId,
    ])
    expect(rows).toEqual([{ said: 'true' }])
  })

  it('办结以后也可以提：列在待甄别里，件数也算；单位的清单里没有别人的', async () => {
    const { orderId, number, token } = await begin.confirmed('expectation')
    await house.done('follow-up', orderId, 'close', { basis: '《物业管理条例》第二十五条' })
    await house.done('clerk-housing', orderId, 'dispute', disputing)
    expect(await look.row('centre-manager', orderId, 'waiting=dispute')).toMatchObject({ stage: 'closed', waiting: ['dispute'] })
    expect(await look.row('clerk-housing', orderId, 'waiting=dispute')).toBeUndefined()
    expect((await look.view('clerk-housing', orderId)).waiting).toEqual(['dispute'])
    expect(await look.everything('clerk-market', orderId, number)).not.toContain(orderId)
    expect(JSON.stringify(await look.request(token))).not.toContain(disputing.grounds)
    await house.done('centre-manager', orderId, 'screen', { ...screening, isOut: false })
    expect(await look.row('centre-manager', orderId, 'waiting=dispute')).toBeUndefined()
    expect((await look.view('clerk-housing', orderId)).dispute?.decision).toBe('stands')
  })

  it('满意的无从异议；会签的另一单位看不到异议', async () => {
    const { orderId } = await begin.satisfied()
    expect(await look.refused('clerk-housing', orderId, 'dispute', disputing)).toEqual(['dispute.not-dissatisfied', '13-3c'])
    const filed = await house.file()
    await house.done('seat', filed.orderId, 'accept', {
      kind: 'help',
      subject: 'water-supply',
      place: { county: '513401', township: null },
    })
    const part = (unitId: string) => ({ unitId, role: 'co-sign', principle: 'duty' })
    await house.done('dispatcher', filed.orderId, 'dispatch-jointly', { parts: [part('housing'), part('transport')] })
    for (const unit of ['housing', 'transport']) {
      await house.done(`clerk-${unit}`, filed.orderId, 'sign')
      await house.done(`handler-${unit}`, filed.orderId, 'draft', { reply: '已办理。' })
      await house.done(`reviewer-${unit}`, filed.orderId, 'approve')
      await house.done(`clerk-${unit}`, filed.orderId, 'deliver', { way: 'tracking-page' })
    }
    await house.citizen(filed.token)('POST', '/requests/mine/rating', { result: 'dissatisfied' })
    await house.done('clerk-transport', filed.orderId, 'dispute', disputing)
    expect((await look.view('clerk-transport', filed.orderId)).dispute?.grounds).toBe(disputing.grounds)
    const other = await look.view('clerk-housing', filed.orderId)
    expect([other.dispute, JSON.stringify(other).includes(disputing.grounds)]).toEqual([null, false])
  })
})

describe('第十三条（三） [13-3d] 调解、执法类', () => {
  it('写明依据后标记，可以取消，没有变化的拒绝；承办单位不能自己标记', async () => {
    const { orderId } = await house.dispatchedTo('housing')
    const marking = { mark: 'enforcement', citation: '《城市管理执法办法》第八条' }
    expect(await look.refused('handler-housing', orderId, 'mark', marking)).toEqual(['access.not-entitled', undefined])
    await house.done('dispatcher', orderId, 'mark', marking)
    const seen = await look.view('clerk-housing', orderId)
    expect(seen.mark).toBe('enforcement')
    expect(seen.timeline.at(-1)).toMatchObject({ title: '标记：执法办案类', clause: '13-3d', texts: [{ text: marking.citation }] })
    expect(await look.refused('dispatcher', orderId, 'mark', marking)).toEqual(['mark.nothing-changed', '13-3d'])
    await house.done('follow-up', orderId, 'mark', { ...marking, mark: null })
    expect((await look.view('dispatcher', orderId)).mark).toBeNull()
  })
})
