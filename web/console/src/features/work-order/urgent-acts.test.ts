import type { ClockView, OrderView } from '@open12345/contract/work-order'
import { expect, it } from 'vitest'
import { isMissing, missingAct, nextRank } from './urgent-acts.ts'

const clock = (id: string, metAt: string | null): ClockView => ({
  id,
  kind: 'special-act',
  whose: 'centre',
  round: 1,
  clause: '12-4a',
  pack: 'pack',
  calendar: 'calendar',
  startAt: '2026-03-04T08:00:00Z',
  dueAt: '2026-03-04T08:15:00Z',
  dueOn: '2026-03-04',
  outcome: metAt === null ? 'pending' : 'met',
  metAt,
  provisional: false,
  earlierDue: [],
  explanation: [],
})
const at = '2026-03-04T08:05:00Z'
type Call = NonNullable<OrderView['acts']>['calls'][number]
const call = (rank: number, outcome: Call['outcome']): Call => ({ unitId: 'housing', unitName: '州住房和城乡建设局', rank, outcome, at })
const actsOf = (calls: readonly Call[]): OrderView['acts'] => ({ reportedAt: null, acknowledgedAt: null, calls: [...calls] })
const order = (clocks: readonly ClockView[], acts: OrderView['acts'] = actsOf([])) => ({
  acts,
  clocks: [...clocks],
  status: 'in-hand' as const,
})

it('第十二条（四） [12-4a] 先报告、再电话告知；不是特殊事项的没有三件事', () => {
  const open = [clock('report-1', null), clock('call-1', null)]
  expect(missingAct(order(open))).toBe('report-to-office')
  expect(missingAct(order([clock('report-1', at), clock('call-1', null)]))).toBe('call-unit')
  expect(missingAct(order([clock('report-1', at), clock('call-1', at)]))).toBeUndefined()
  expect(missingAct(order(open, null))).toBeUndefined()
})

it('第十二条（四） [12-4b] 由特殊转为紧急的，看新起算的时限；办结后不再欠', () => {
  const again = [clock('report-1', at), clock('report-v5', null)]
  expect(isMissing(order(again), 'report')).toBe(true)
  expect(isMissing({ ...order(again), status: 'closed' }, 'report')).toBe(false)
  expect(isMissing(order([]), 'dispatch')).toBe(false)
})

it('第十二条（四） [12-4a] 没有确认的，下一次打下一位联系人', () => {
  const calls = actsOf([call(1, 'no-answer'), call(2, 'refused')])
  expect(nextRank({ acts: calls }, 'housing')).toBe(3)
  expect(nextRank({ acts: calls }, 'transport')).toBe(1)
  expect(nextRank({ acts: actsOf([call(2, 'confirmed')]) }, 'housing')).toBe(2)
  expect(nextRank({ acts: null }, undefined)).toBe(1)
})
