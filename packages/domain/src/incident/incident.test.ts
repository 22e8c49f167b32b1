import { describe, expect, it } from 'vitest'
import type { Decision } from '../kernel/index.ts'
import { accepted, accepting, after, dispatched, inHand, type Story } from '../work-order/testing/scenario.ts'
import { mayJoin, openIncident, whileOpen } from './index.ts'

const codeOf = (decision: Decision<unknown>): readonly [string, string | undefined] | 'accepted' =>
  decision.ok ? 'accepted' : [decision.refusal.code, decision.refusal.clause]
const opened = ({ order }: Story) => codeOf(openIncident(order))

describe('第十二条（四） [12-4a] 事件', () => {
  it('以派给单位的工单开立，事项和地点随它', () => {
    const { order } = inHand()
    expect(openIncident(order)).toEqual({ ok: true, value: { subject: order.subject, place: order.place } })
    expect(opened(dispatched())).toBe('accepted')
  })

  it('没有派单的、看不见的不能开立', () => {
    expect(opened(accepted())).toEqual(['incident.not-dispatched', '12-4a'])
    expect(codeOf(openIncident(undefined))).toEqual(['incident.unknown', '12-4a'])
    const withdrawn = after(accepted(), '2023-08-08T10:00', 'requester', { name: 'withdraw', reasonText: null })
    expect(opened(withdrawn)).toEqual(['incident.not-dispatched', '12-4a'])
  })

  it('第二十条 [20c] 举报、保密、列有被举报单位的不能开立', () => {
    const refused = ['incident.main-confidential', '20c']
    expect(opened(dispatched({ kind: 'report' }))).toEqual(refused)
    expect(opened(dispatched({ grade: 'confidential' }))).toEqual(refused)
    expect(opened(dispatched({ relations: { ...accepting.relations, accusedUnitId: 'traffic' } }))).toEqual(refused)
  })

  it('结束以后不再并入、发布，也不结束两次；主工单不并入自己', () => {
    const open = { mainOrderId: 'order-1', overAt: null }
    const over = { ...open, overAt: '2023-08-08T10:00:00.000Z' }
    expect([codeOf(mayJoin(open, 'order-2')), codeOf(whileOpen(open))]).toEqual(['accepted', 'accepted'])
    expect(codeOf(mayJoin(open, 'order-1'))).toEqual(['incident.is-main', '12-4a'])
    for (const decision of [mayJoin(over, 'order-2'), whileOpen(over)]) expect(codeOf(decision)).toEqual(['incident.over', '12-4a'])
    for (const decision of [mayJoin(undefined, 'order-2'), whileOpen(undefined)])
      expect(codeOf(decision)).toEqual(['incident.unknown', '12-4a'])
  })
})
