import { describe, expect, it } from 'vitest'
import { stageOf, unitTasksOf, waitingsOf } from './stage.ts'
import { accepted, after, clockOf, dispatched, drafting, inHand, refusalOf, returning, type Story } from './testing/scenario.ts'

const giveBack = { name: 'return', reasonText: 'reason-1', basisText: 'basis-1', suggestedUnitId: 'traffic' } as const
const agree = { name: 'accept-return', assignmentId: 'assignment-1', noteText: null } as const
const rule = { name: 'refuse-return', assignmentId: 'assignment-1', rulingText: 'ruling-1', basisText: 'basis-2' } as const
const accept = (story: Story = returning()): Story => after(story, '2023-08-08T16:00', 'dispatcher', agree)
const toTraffic = { name: 'dispatch', unitId: 'traffic', principle: 'duty', noteText: null } as const

describe('第十二条（二） 退回 [12-2c]', () => {
  it('收到后2个工作日内可退回：8月8日收到，凉山8月9日至16日放假，8月18日24时前为按时', () => {
    const dueAt = '2023-08-18T16:00:00.000Z'
    expect(clockOf(dispatched(), 'return-1')).toMatchObject({
      whose: 'unit',
      dueAt,
      dueOn: '2023-08-18',
      clause: '12-2c',
      outcome: 'pending',
    })
    const inTime = returning('2023-08-18T23:59:59', dispatched())
    expect(inTime.order.assignments[0]?.pendingReturn).toMatchObject({ by: 'clerk-1', suggestedUnitId: 'traffic' })
    expect(clockOf(inTime, 'return-1')?.outcome).toBe('met')
    const late = returning('2023-08-19T00:00:00', dispatched())
    expect(late.history.at(-1)?.event).toMatchObject({ type: 'return-asked', late: true })
    expect(clockOf(late, 'return-1')?.outcome).toBe('late')
  })

  it('签收前也可以退回；退回期限过了不算逾期提醒，只是退回会算超期', () => {
    expect(returning('2023-08-08T10:30', dispatched()).order.assignments[0]?.status).toBe('awaiting-sign')
    const passed = after(inHand(), '2023-08-19T00:00:00', 'system', { name: 'tick' })
    expect(clockOf(passed, 'return-1')?.outcome).toBe('pending')
    expect(passed.types).toEqual([])
  })

  it('退回不停钟：中心裁定有3小时工作时间，承办时限照走', () => {
    const story = returning()
    expect(waitingsOf(story.order)).toEqual(['return'])
    expect(stageOf(story.order)).toBe('in-hand')
    // 8 月 8 日 15:00 起，当日剩 2 小时，8 月 17 日上午再 1 小时。
    expect(story.order.clocks.find(({ kind }) => kind === 'return-decision')).toMatchObject({
      whose: 'centre',
      dueAt: '2023-08-17T02:00:00.000Z',
    })
    expect(clockOf(story, 'handle-1')?.outcome).toBe('pending')
    expect(refusalOf(story, '2023-08-08T15:10', 'handler', drafting)).toMatchObject({ code: 'return.pending', clause: '12-2c' })
  })

  it('同意退回：原单位的时钟停、不再看得到，3小时工作时间内再次转办，诉求人时限不变', () => {
    const story = accept()
    expect(story.order.status).toBe('awaiting-dispatch')
    expect(story.order.assignments[0]?.status).toBe('returned')
    expect(clockOf(story, 'handle-1')?.outcome).toBe('waived')
    expect(unitTasksOf(story.order)).toEqual([])
    expect(story.order.clocks.find(({ kind }) => kind === 'redispatch')).toMatchObject({
      whose: 'centre',
      dueAt: '2023-08-17T03:00:00.000Z',
    })
    expect(clockOf(story, 'requester-1')).toEqual(clockOf(inHand(), 'requester-1'))
    const again = after(story, '2023-08-17T09:30', 'dispatcher', toTraffic)
    expect(again.order.assignments.map(({ unitId, status }) => [unitId, status])).toEqual([
      ['housing', 'returned'],
      ['traffic', 'awaiting-sign'],
    ])
    expect(again.order.clocks.find(({ kind }) => kind === 'redispatch')?.outcome).toBe('met')
    // 新单位，新时钟：自8月17日收到，求助7个工作日。
    expect(clockOf(again, 'handle-2')).toMatchObject({
      startAt: '2023-08-17T01:30:00.000Z',
      dueOn: '2023-08-25',
      assignmentId: 'assignment-2',
    })
    expect(refusalOf(story, '2023-08-17T09:30', 'dispatcher', { ...toTraffic, unitId: 'housing' })).toMatchObject({
      code: 'dispatch.unit-returned',
      clause: '12-2c',
    })
  })

  it('不同意退回：写明裁定和依据，裁定有约束力，不得再退', () => {
    const story = after(returning(), '2023-08-08T16:00', 'dispatcher', rule)
    expect(story.types).toEqual(['return-refused'])
    expect(story.order.assignments[0]).toMatchObject({ status: 'in-hand', bound: true })
    expect(waitingsOf(story.order)).toEqual([])
    expect(story.order.clocks.find(({ kind }) => kind === 'return-decision')?.outcome).toBe('met')
    expect(refusalOf(story, '2023-08-08T16:10', 'clerk', giveBack)).toMatchObject({ code: 'return.bound', clause: '12-2c' })
    expect(after(story, '2023-08-17T10:00', 'handler', drafting).order.assignments[0]?.status).toBe('awaiting-review')
  })

  it('同一退回不裁定两次；没有退回的不裁定；已提出的不重复提', () => {
    expect(refusalOf(accept(), '2023-08-08T16:10', 'dispatcher2', rule)?.code).toBe('return.none-pending')
    expect(refusalOf(inHand(), '2023-08-08T16:10', 'dispatcher', agree)?.code).toBe('return.none-pending')
    expect(refusalOf(returning(), '2023-08-08T16:10', 'handler', giveBack)?.code).toBe('return.pending')
  })

  it.each([
    ['nowhere', 'dispatch.unit-unknown'],
    ['gone', 'dispatch.unit-unknown'],
    ['housing', 'return.suggests-itself'],
  ])('建议转办单位须是另一个现存的单位：%s', (suggestedUnitId, code) => {
    expect(refusalOf(inHand(), '2023-08-08T15:00', 'clerk', { ...giveBack, suggestedUnitId })?.code).toBe(code)
  })

  it('只有承办单位能退，只有热线中心能裁定', () => {
    expect(refusalOf(inHand(), '2023-08-08T15:00', 'otherClerk', giveBack)?.code).toBe('assignment.not-your-unit')
    expect(refusalOf(returning(), '2023-08-08T15:10', 'reviewer', agree)?.code).toBe('work-order.not-entitled')
  })

  it('已经答复过的，重办时不能退回', () => {
    const redone = redo()
    expect(refusalOf(redone, '2023-08-21T15:00', 'clerk', giveBack)).toMatchObject({ code: 'return.answered-before', clause: '12-2c' })
  })

  it('不得把部门职责推给乡镇：目录载明由部门承办的，派给乡镇、下交乡镇都拒绝；目录没有载明的可以', () => {
    const toTown = { ...toTraffic, unitId: 'xichang-town', principle: 'place' } as const
    expect(refusalOf(accepted({ subject: 'noise' }), '2023-08-08T10:00', 'dispatcher', toTown)).toMatchObject({
      code: 'dispatch.pushed-down',
      clause: '12-2c',
    })
    expect(refusalOf(accepted(), '2023-08-08T10:00', 'dispatcher', toTown)).toBeUndefined()
  })

  it('不能派给已经撤销的单位', () => {
    expect(refusalOf(accepted(), '2023-08-08T10:00', 'dispatcher', { ...toTraffic, unitId: 'gone' })).toMatchObject({
      code: 'dispatch.unit-unknown',
      clause: '11-2',
    })
  })
})

const redo = (): Story => {
  const drafted = after(inHand(), '2023-08-17T10:00', 'handler', drafting)
  const told = after(after(drafted, '2023-08-17T11:00', 'reviewer', { name: 'approve' }), '2023-08-18T09:00', 'handler', {
    name: 'deliver',
    way: 'tracking-page',
    noteText: null,
  })
  const rated = after(told, '2023-08-18T10:00', 'requester', {
    name: 'rate',
    channel: 'web',
    service: null,
    result: 'dissatisfied',
    wordsText: null,
  })
  const asked = after(rated, '2023-08-21T09:00', 'followUp', {
    name: 'follow-up',
    outcome: 'dissatisfied',
    service: null,
    reason: 'not-done',
    noteText: null,
  })
  return after(asked, '2023-08-21T10:00', 'followUp', { name: 'order-redo', reason: 'not-done', instructionText: 'instruction-1' })
}
