import type { AssignmentView, ClockView } from '@open12345/contract/work-order'
import { describe, expect, test } from 'vitest'
import { answering, clockOfPart, rolesBeside, wayOf } from './parts-of-order.ts'

const part = (number: number, given: Partial<AssignmentView> = {}): AssignmentView => ({
  assignmentId: `assignment-${number}`,
  unitId: `unit-${number}`,
  unitName: `单位${number}`,
  role: 'sole',
  status: 'in-hand',
  round: 1,
  receivedAt: '2026-03-04T08:00:00.000Z',
  signedAt: null,
  bound: false,
  isYours: false,
  draft: null,
  approvedBy: null,
  pendingReturn: null,
  extension: null,
  passedOn: null,
  ...given,
})
const clock = (id: string, kind: string, round = 1): ClockView => ({
  id,
  kind,
  whose: 'unit',
  round,
  clause: '12-2b',
  pack: 'liangshan-2023-18',
  calendar: 'liangshan',
  startAt: '2026-03-04T08:00:00.000Z',
  dueAt: '2026-03-11T16:00:00.000Z',
  dueOn: '2026-03-11',
  outcome: 'pending',
  metAt: null,
  provisional: false,
  earlierDue: [],
  explanation: [],
})

describe('第十一条（三） 几个单位的经过', () => {
  test('退回的在前，现在承办的在后', () => {
    const [first, second] = [part(1, { status: 'returned' }), part(2)]
    expect(wayOf({ assignments: [first, second] })).toEqual([
      { kind: 'left', part: first },
      { kind: 'together', heads: [second], below: [] },
    ])
  })

  test('牵头单位在上，主办、协办单位在下，退回的协办单位不在其中', () => {
    const [lead, principal, assist] = [part(1, { role: 'lead' }), part(2, { role: 'principal' }), part(3, { role: 'assist' })]
    const gone = part(4, { role: 'assist', status: 'withdrawn' })
    expect(wayOf({ assignments: [lead, principal, assist, gone] })).toEqual([
      { kind: 'left', part: gone },
      { kind: 'together', heads: [lead], below: [principal, assist] },
    ])
    expect(answering({ assignments: [lead, principal, assist, gone] })).toEqual([lead])
  })

  test('全部退回后没有现在承办的单位', () => {
    const gone = part(1, { status: 'returned' })
    expect(wayOf({ assignments: [gone] })).toEqual([{ kind: 'left', part: gone }])
  })
})

describe('第十一条（三） 增加的单位', () => {
  test('单独承办的，可以加会签、主办或者协办', () => {
    expect(rolesBeside({ assignments: [part(1)] })).toEqual(['principal', 'assist', 'co-sign'])
  })

  test('会签的只能加会签，撤销了的会签不算', () => {
    const [one, other] = [part(1, { role: 'co-sign' }), part(2, { role: 'co-sign', status: 'withdrawn' })]
    expect(rolesBeside({ assignments: [one, other] })).toEqual(['co-sign'])
    expect(rolesBeside({ assignments: [part(3, { role: 'lead' }), other] })).toEqual(['principal', 'assist'])
  })

  test('有牵头的不加会签，主办至多一个', () => {
    expect(rolesBeside({ assignments: [part(1, { role: 'lead' }), part(2, { role: 'principal' })] })).toEqual(['assist'])
  })
})

describe('第十二条（二） 各单位自己的时限', () => {
  const clocks = [clock('handle-1', 'handle'), clock('return-1', 'return'), clock('handle-11', 'handle'), clock('redo-2', 'redo', 2)]

  test('按单位区分，十一号单位的时限不是一号单位的', () => {
    expect(clockOfPart({ clocks }, part(1), ['handle'])?.id).toBe('handle-1')
    expect(clockOfPart({ clocks }, part(11), ['handle'])?.id).toBe('handle-11')
    expect(clockOfPart({ clocks }, part(11), ['return'])).toBeUndefined()
  })

  test('重办的时限属于重办的那个单位', () => {
    expect(clockOfPart({ clocks }, part(1, { round: 2 }), ['handle', 'redo'])?.id).toBe('redo-2')
    expect(clockOfPart({ clocks }, part(2), ['handle', 'redo'])).toBeUndefined()
  })

  test('没有承办单位就没有时限', () => {
    expect(clockOfPart({ clocks }, null, ['handle'])).toBeUndefined()
  })
})
