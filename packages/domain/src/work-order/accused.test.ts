import { describe, expect, it } from 'vitest'
import { accepting, after, begin, dispatched, noRelations, refusalOf } from './testing/scenario.ts'

const accusing = { kind: 'report', relations: { ...noRelations, accusedUnitId: 'xichang' } } as const
const accused = dispatched(accusing)
const propose = { name: 'clear-accused', reasonText: 'reason-1' } as const
const confirm = { name: 'confirm-clearing', confirmed: true } as const

describe('第二十条 [20c] 误列的被举报单位', () => {
  it('坐席或者派单员提出，热线中心负责人确认后才更正；保密仍然保密', () => {
    for (const who of ['seat', 'dispatcher'] as const) {
      const proposed = after(accused, '2023-08-08T11:00', who, propose)
      expect(proposed.order.relations.accusedUnitId).toBe('xichang')
      const cleared = after(proposed, '2023-08-08T11:10', 'manager', confirm)
      expect(cleared.order).toMatchObject({ relations: noRelations, grade: 'confidential', reported: true })
      expect(cleared.history.at(-1)?.event).toEqual({ type: 'accused-cleared', accusedUnitId: 'xichang', accusedAccountId: null })
      expect(refusalOf(cleared, '2023-08-08T11:20', 'manager', confirm)?.code).toBe('clearing.none-pending')
    }
  })

  it('提出人不能自己确认，承办单位两样都不能；没有被举报单位的不能提', () => {
    const proposed = after(accused, '2023-08-08T11:00', 'office', propose)
    expect(refusalOf(proposed, '2023-08-08T11:10', 'office', confirm)).toMatchObject({ code: 'clearing.second-person', clause: '20c' })
    expect(refusalOf(proposed, '2023-08-08T11:10', 'office2', propose)?.code).toBe('clearing.pending')
    expect(after(proposed, '2023-08-08T11:10', 'office2', confirm).order.relations).toEqual(noRelations)
    for (const who of ['handler', 'reviewer', 'otherClerk', 'requester'] as const) {
      expect(refusalOf(accused, '2023-08-08T11:00', who, propose)?.code).toBe('work-order.not-entitled')
      expect(refusalOf(proposed, '2023-08-08T11:10', who, confirm)?.code).toBe('work-order.not-entitled')
    }
    expect(refusalOf(dispatched(), '2023-08-08T11:00', 'dispatcher', propose)).toMatchObject({
      code: 'clearing.none-accused',
      clause: '20c',
    })
  })

  it('不同意的说明理由，仍按被举报单位保密', () => {
    const proposed = after(accused, '2023-08-08T11:00', 'dispatcher', propose)
    const refused = after(proposed, '2023-08-08T11:10', 'manager', { name: 'confirm-clearing', confirmed: false, reasonText: 'reason-2' })
    expect(refused.order.relations.accusedUnitId).toBe('xichang')
    expect(after(refused, '2023-08-08T11:20', 'dispatcher', propose).types).toEqual(['clearing-proposed'])
  })
})

describe('第二十条 [20c] 举报热线中心自己的', () => {
  it('州政府办公室受理、派单；不涉及举报的，仍由热线中心办理', () => {
    const recorded = begin('2023-08-08T09:50', 'requester', { channel: 'web', ...accusing })
    const accept = { ...accepting, ...accusing, name: 'accept' } as const
    const dispatch = { name: 'dispatch', unitId: 'housing', principle: 'duty', noteText: null } as const
    const accepted = after(recorded, '2023-08-08T10:00', 'office', accept)
    expect(after(accepted, '2023-08-08T10:05', 'office', dispatch).order.status).toBe('in-hand')
    const ordinary = begin('2023-08-08T09:50', 'requester', { channel: 'web' })
    expect(refusalOf(ordinary, '2023-08-08T10:00', 'office', accepting)).toMatchObject({ code: 'work-order.for-centre', clause: '20c' })
    const waiting = after(ordinary, '2023-08-08T10:00', 'seat', accepting)
    expect(refusalOf(waiting, '2023-08-08T10:05', 'office', dispatch)?.code).toBe('work-order.for-centre')
  })
})
