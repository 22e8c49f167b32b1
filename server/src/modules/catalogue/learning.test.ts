import type { CatalogueFindingView, CatalogueReplay, CatalogueChangeView } from '@open12345/contract/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderHouse, type Filed, type OrderHouse } from '../work-order/testing/order-house.ts'

const [subject, county] = ['urban-order', '513401']
const returning = { reason: '沿街占道由交通部门管', basis: '《公路法》第八条', suggestedUnitId: 'transport' }
const first = { assignmentId: 'assignment-1' }

let house: OrderHouse
let back: Filed
let sealed: Filed
const matter = { subject }
const returned = async (): Promise<Filed> => {
  const filed = await house.dispatchedTo('xichang', {}, matter)
  await house.done('clerk-xichang', filed.orderId, 'return', returning)
  return filed
}
const wentBack = async (): Promise<Filed> => {
  const filed = await returned()
  await house.done('dispatcher', filed.orderId, 'accept-return', { ...first, note: null })
  await house.done('dispatcher', filed.orderId, 'dispatch', { unitId: 'transport', principle: 'duty' })
  return filed
}
beforeAll(async () => {
  house = await orderHouse()
  back = await wentBack()
  sealed = await wentBack()
  await house.dispatchedTo('xichang', {}, matter)
  await house.dispatchedTo('transport', {}, matter)
  const kept = await returned()
  await house.done('dispatcher', kept.orderId, 'refuse-return', {
    ...first,
    ruling: '仍由西昌市承办',
    basis: '《城市市容和环境卫生管理条例》第四条',
  })
  // Sealed for the manager alone, past the interface.
  await house.owner.query(`update work_order set known_account_ids = array[$1::uuid] where order_id = $2`, [
    await house.accountId('centre-manager'),
    sealed.orderId,
  ])
})
afterAll(() => house.close())

const replay = async (login: string, more = '') =>
  (await house.at(login))<CatalogueReplay>(
    'GET',
    `/catalogue/replay?subject=${subject}&placeCode=${county}&unitId=transport&from=2026-03-01&to=2026-03-03${more}`,
  )
const findings = async (login = 'dispatcher') =>
  (await (await house.at(login))<{ items: CatalogueFindingView[] }>('GET', '/catalogue/findings')).body.items

const change = {
  kind: 'set',
  subject,
  placeCode: county,
  unitId: 'transport',
  principle: 'duty',
  basis: '《公路法》第八条',
  on: '2026-03-02',
  until: null,
  reason: '退回裁定',
}

describe('第十一条（二） [11-2] 回放：如果上个月就有这条规定', () => {
  it('按看得到的工单数；看不到的一件也不露出来', async () => {
    const seen = (await replay('dispatcher')).body
    expect(seen).toMatchObject({
      orders: 4,
      cut: false,
      undispatched: 0,
      returns: 1,
      already: 1,
      avoided: { orders: 1, returns: 1 },
      givenBack: 0,
      keptByOther: 2,
      unknown: 0,
      unit: { name: '州交通运输局' },
    })
    expect(seen.sentTo.map(({ unitId, orders }) => [unitId, orders])).toEqual([
      ['xichang', 3],
      ['transport', 1],
    ])
    expect((await replay('centre-manager')).body).toMatchObject({ orders: 5, returns: 2, avoided: { orders: 2, returns: 2 } })
  })

  it('更窄的地方另有条目的不算；别的日子、别的地方没有；期间太长不算', async () => {
    const prefecture = async (subjectCode: string) =>
      (
        await (
          await house.at('dispatcher')
        )<CatalogueReplay>(
          'GET',
          `/catalogue/replay?subject=${subjectCode}&placeCode=513400&unitId=transport&from=2026-03-01&to=2026-03-03`,
        )
      ).body.orders
    expect(await prefecture(subject), '西昌市有自己的条目').toBe(0)
    await house.dispatchedTo('water-supply', {}, { subject: 'water-supply' })
    expect(await prefecture('water-supply')).toBe(1)
    const span = async (from: string, to: string) =>
      (await house.at('dispatcher'))<CatalogueReplay>(
        'GET',
        `/catalogue/replay?subject=${subject}&placeCode=${county}&unitId=transport&from=${from}&to=${to}`,
      )
    expect((await span('2026-02-01', '2026-03-02')).body.orders).toBe(0)
    expect((await span('2026-03-02', '2026-03-03')).body.orders).toBe(4)
    expect((await span('2025-01-01', '2026-03-03')).body.code).toBe('catalogue.replay-too-long')
    expect((await span('2026-03-03', '2026-03-03')).body.code).toBe('catalogue.replay-too-long')
  })
})

describe('第十二条（二） [12-2c] [11-2] 从退回的裁定里看目录哪里有误', () => {
  it('同意退回的归在一起，裁定留下的记为反对；看不到的工单不作数', async () => {
    const [finding, ...more] = await findings()
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      subject,
      placeCode: county,
      placeName: '西昌市',
      from: { unitId: 'xichang' },
      to: { unitId: 'transport' },
      returns: 1,
      rulings: 0,
      against: 1,
      dismissed: null,
      proposed: false,
    })
    expect(finding?.orders.map(({ number }) => number)).toEqual([back.number])
    expect((await findings('centre-manager'))[0]?.orders.map(({ number }) => number).toSorted()).toEqual(
      [back.number, sealed.number].toSorted(),
    )
  })

  it('据此提出变更：裁定的工单附在后面，密封的只有知情人看得到', async () => {
    const desk = await house.at('centre-manager')
    const { body } = await desk<CatalogueChangeView>('POST', '/catalogue/changes', {
      ...change,
      evidence: [back.orderId, sealed.orderId],
    })
    expect(body.evidence).toHaveLength(2)
    expect((await findings())[0]?.proposed).toBe(true)
    const office = await house.at('office')
    expect(
      (await office<CatalogueChangeView>('POST', `/catalogue/changes/${body.changeId}/refusal`, { words: '再看' })).body.evidence,
    ).toEqual([{ orderId: back.orderId, number: back.number }])
    const stranger = await (await house.at('dispatcher'))('POST', '/catalogue/changes', { ...change, evidence: [sealed.orderId] })
    expect(stranger.body.code).toBe('catalogue.evidence-unknown')
  })

  it('写明理由搁置；有了新的裁定再提出来', async () => {
    house.clock.set(house.clock.now().add({ minutes: 1 }))
    const dispatcher = await house.at('dispatcher')
    const body = { subject, placeCode: county, fromUnitId: 'xichang', toUnitId: 'transport', reason: '个案，道路移交前的' }
    expect((await dispatcher('POST', '/catalogue/findings/dismissal', body)).status).toBe(201)
    expect((await dispatcher('POST', '/catalogue/findings/dismissal', { ...body, toUnitId: 'nowhere' })).body.code).toBe(
      'catalogue.finding-unknown',
    )
    expect((await findings())[0]?.dismissed).toMatchObject({ reason: body.reason, again: false })
    house.clock.set(house.clock.now().add({ minutes: 1 }))
    await wentBack()
    expect((await findings())[0]).toMatchObject({ returns: 2, dismissed: { again: true } })
  })

  it('目录改了，就不再说', async () => {
    const dispatcher = await house.at('dispatcher')
    const proposed = await dispatcher<CatalogueChangeView>('POST', '/catalogue/changes', {
      ...change,
      evidence: [],
    })
    house.clock.set(house.clock.now().add({ minutes: 1 }))
    expect((await (await house.at('centre-manager'))('POST', `/catalogue/changes/${proposed.body.changeId}/acceptance`, {})).status).toBe(
      200,
    )
    expect(await findings()).toEqual([])
  })
})
