import { describe, expect, it } from 'vitest'
import { findingsOf, type Evidence } from './findings.ts'
import { pastOf, type PastEvent } from './past.ts'
import { replayOf } from './replay.ts'

type Written = Partial<PastEvent> & Pick<PastEvent, 'type'>
let hour = 0
const event = (written: Written): PastEvent => ({
  at: `2026-03-02T${String((hour += 1)).padStart(2, '0')}:00:00.000Z`,
  assignmentId: null,
  unitId: null,
  suggestedUnitId: null,
  role: null,
  ...written,
})
const story = (...written: readonly Written[]) => {
  hour = 0
  return pastOf(written.map(event))
}
const sent = (assignmentId: string, unitId: string, more: Partial<PastEvent> = {}): Written => ({
  type: 'dispatched',
  assignmentId,
  unitId,
  ...more,
})
const asked = (assignmentId: string, suggestedUnitId: string): Written => ({ type: 'return-asked', assignmentId, suggestedUnitId })
const taken = (assignmentId: string): Written => ({ type: 'return-accepted', assignmentId })

const never = story()
const kept = story(sent('a1', 'housing'))
const backAndForth = story(sent('a1', 'housing'), asked('a1', 'roads'), taken('a1'), sent('a2', 'roads'))
const twice = story(sent('a1', 'housing'), taken('a1'), sent('a2', 'water'), taken('a2'), sent('a3', 'roads'))
const third = story(sent('a1', 'housing'), asked('a1', 'roads'), taken('a1'), sent('a2', 'water'))
const waiting = story(sent('a1', 'housing'), asked('a1', 'roads'), taken('a1'))
const byRoads = story(sent('a1', 'roads'), asked('a1', 'housing'), taken('a1'), sent('a2', 'housing'))
const atOnce = story(sent('a1', 'roads'))

describe('第十一条（二） [11-2] [12-2c] 一件工单走过的路', () => {
  it('先派给谁、最后是谁、谁退回并获同意', () => {
    expect(never).toMatchObject({ first: null, final: null, returnedBy: [] })
    expect(kept).toMatchObject({ first: 'housing', final: 'housing', returnedBy: [] })
    expect(twice).toMatchObject({ first: 'housing', final: 'roads', returnedBy: ['housing', 'water'] })
    expect(waiting).toMatchObject({ first: 'housing', final: null, returnedBy: ['housing'] })
  })

  it('协办单位不在路上；撤下的不算最后一个', () => {
    const helped = story(sent('a1', 'housing', { role: 'lead' }), sent('a2', 'roads', { role: 'assist' }))
    expect(helped).toMatchObject({ first: 'housing', final: 'housing' })
    const withdrawn = story(sent('a1', 'housing', { role: 'co-sign' }), sent('a2', 'roads', { role: 'co-sign' }), {
      type: 'unit-withdrawn',
      assignmentId: 'a2',
    })
    expect(withdrawn).toMatchObject({ first: 'housing', final: 'housing', returnedBy: [] })
  })

  it('裁定：同意退回归再派的单位，还没有再派的归所建议的；不同意的归原单位；指定的归所指定的', () => {
    expect(third.rulings).toEqual([{ kind: 'accepted', at: '2026-03-02T03:00:00.000Z', from: 'housing', to: 'water' }])
    expect(waiting.rulings).toMatchObject([{ from: 'housing', to: 'roads' }])
    const refused = story(sent('a1', 'housing'), asked('a1', 'roads'), { type: 'return-refused', assignmentId: 'a1' })
    expect(refused.rulings).toMatchObject([{ kind: 'refused', from: 'roads', to: 'housing' }])
    const designated = story(sent('a1', 'housing'), taken('a1'), { type: 'designated', unitId: 'roads' }, sent('a2', 'roads'))
    expect(designated.rulings).toMatchObject([
      { kind: 'accepted', from: 'housing', to: 'roads' },
      { kind: 'designated', from: 'housing', to: 'roads' },
    ])
  })
})

describe('第十一条（二） [11-2] 回放：如果当时就有这条规定', () => {
  const all = [never, kept, backAndForth, twice, third, waiting, byRoads, atOnce]
  it('每一件只算一类；不能知道的单列', () => {
    const replay = replayOf(all, 'roads')
    expect(replay).toEqual({
      orders: 8,
      undispatched: 1,
      sentTo: [
        { unitId: 'housing', orders: 5 },
        { unitId: 'roads', orders: 2 },
      ],
      endedWith: [
        { unitId: 'roads', orders: 3 },
        { unitId: 'housing', orders: 2 },
        { unitId: 'water', orders: 1 },
      ],
      returns: 6,
      already: 1,
      avoided: { orders: 2, returns: 3 },
      givenBack: 1,
      keptByOther: 1,
      unknown: 2,
    })
    const { undispatched, already, avoided, givenBack, keptByOther, unknown, orders } = replay
    expect(undispatched + already + avoided.orders + givenBack + keptByOther + unknown).toBe(orders)
  })
  it('没有工单就没有数', () => expect(replayOf([], 'roads')).toMatchObject({ orders: 0, returns: 0, sentTo: [] }))
})

describe('第十二条（二） [12-2c] [11-3c] 从裁定里学', () => {
  const ruling = (kind: Evidence['kind'], from: string | null, to: string | null, at: string, placeCode = '990100'): Evidence => ({
    kind,
    from,
    to,
    at,
    orderId: at,
    subject: 'waste',
    placeCode,
  })
  const found = (rulings: readonly Evidence[]) =>
    findingsOf(rulings, ({ placeCode }) => (placeCode === '990999' ? undefined : { unitId: 'housing', since: '' }))

  it('按件数排；目录没有写的单位退回，不说明目录有误；裁定留给目录所写单位的，记为反对', () => {
    const findings = found([
      ruling('accepted', 'housing', 'roads', '2026-03-01'),
      ruling('designated', null, 'roads', '2026-03-03'),
      ruling('accepted', 'housing', 'water', '2026-03-02'),
      ruling('accepted', 'market', 'roads', '2026-03-04'),
      ruling('accepted', 'housing', null, '2026-03-04'),
      ruling('refused', 'roads', 'housing', '2026-03-05'),
      ruling('accepted', 'housing', 'roads', '2026-03-06', '990999'),
    ])
    expect(findings.map(({ to, evidence, against, newestAt }) => [to, evidence.length, against, newestAt])).toEqual([
      ['roads', 2, 1, '2026-03-03'],
      ['water', 1, 1, '2026-03-02'],
    ])
  })

  it('不同意退回、而目录写的是所建议的单位：目录错了', () => {
    expect(found([ruling('refused', 'housing', 'roads', '2026-03-01')])).toMatchObject([{ from: 'housing', to: 'roads', against: 0 }])
  })

  it('目录已经改成那个单位，就不再说', () => {
    expect(findingsOf([ruling('accepted', 'housing', 'roads', '2026-03-01')], () => ({ unitId: 'roads', since: '' }))).toEqual([])
  })

  it('定这一条的时候已经知道的裁定，不再拿来说它', () => {
    const known = ruling('refused', 'housing', 'roads', '2026-03-01')
    const since = (day: string) => findingsOf([known], () => ({ unitId: 'housing', since: day })).length
    expect([since('2026-03-01'), since('2026-03-02')]).toEqual([1, 0])
  })
})
