import { describe, expect, it } from 'vitest'
import { after, begin, accepting, clockOf, dispatched, noRelations, people, place, refusalOf, contextAt } from './testing/scenario.ts'
import { decide } from './decide/index.ts'
import { stageOf } from './stage.ts'
import { messagesOf } from './reactions.ts'

const toComplaint = { name: 'correct', kind: 'complaint', subject: 'water-supply', place, reasonText: 'reason-1' } as const
const signed = after(dispatched(), '2023-08-08T11:00', 'clerk', { name: 'sign' })

describe('订正、撤回与回避', () => {
  it('第十二条（二） [12-2b] 订正类别：从同一起点重算，原时限保留', () => {
    const corrected = after(dispatched(), '2023-08-08T10:30', 'dispatcher', toComplaint)
    expect(clockOf(corrected, 'handle-1')).toMatchObject({
      startAt: '2023-08-08T02:00:00.000Z',
      dueOn: '2023-08-29',
      earlierDue: [{ dueOn: '2023-08-24' }],
    })
    expect(clockOf(corrected, 'requester-1')).toMatchObject({ dueOn: '2023-08-29', earlierDue: [{ dueOn: '2023-08-24' }] })
    expect(refusalOf(corrected, '2023-08-08T10:31', 'dispatcher', toComplaint)?.code).toBe('correction.nothing-changed')
  })

  it('第十二条（二） [12-2b] 签收后的订正须第二人确认', () => {
    const proposed = after(signed, '2023-08-08T14:00', 'dispatcher', toComplaint)
    expect(clockOf(proposed, 'handle-1')?.dueOn).toBe('2023-08-24')
    expect(refusalOf(proposed, '2023-08-08T14:01', 'dispatcher', { name: 'confirm-correction', confirmed: true })?.code).toBe(
      'correction.second-person',
    )
    expect(refusalOf(proposed, '2023-08-08T14:01', 'dispatcher2', toComplaint)?.code).toBe('correction.pending')
    expect(
      clockOf(after(proposed, '2023-08-08T15:00', 'dispatcher2', { name: 'confirm-correction', confirmed: true }), 'handle-1')?.dueOn,
    ).toBe('2023-08-29')
    const refused = after(proposed, '2023-08-08T15:00', 'dispatcher2', { name: 'confirm-correction', confirmed: false })
    expect(refused.order).toMatchObject({ pendingCorrection: null, kind: 'help' })
  })

  it('第二十条 [20c] 派单前撤回即办结；派单后由中心确认，承办单位无权', () => {
    const accepted = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:55', 'seat', accepting)
    expect(after(accepted, '2023-08-08T09:58', 'requester', { name: 'withdraw', reasonText: null }).order.closure?.kind).toBe('withdrawn')
    const asked = after(signed, '2023-08-08T14:00', 'requester', { name: 'withdraw', reasonText: null })
    expect(asked.order).toMatchObject({ withdrawalRequested: true, closure: null })
    expect(refusalOf(asked, '2023-08-08T14:01', 'clerk', { name: 'confirm-withdrawal', confirmed: true })?.code).toBe(
      'work-order.not-entitled',
    )
    expect(refusalOf(asked, '2023-08-08T14:01', 'requester', { name: 'withdraw', reasonText: null })?.code).toBe('withdrawal.pending')
    expect(after(asked, '2023-08-08T15:00', 'dispatcher', { name: 'confirm-withdrawal', confirmed: true }).order.closure?.kind).toBe(
      'withdrawn',
    )
    expect(
      after(asked, '2023-08-08T15:00', 'dispatcher', { name: 'confirm-withdrawal', confirmed: false, reasonText: 'r' }).order
        .withdrawalRequested,
    ).toBe(false)
  })

  it('第二十条 [20c] 举报撤回后继续办理，不再联系诉求人', () => {
    const report = after(dispatched({ kind: 'report', grade: 'confidential' }), '2023-08-08T11:00', 'clerk', { name: 'sign' })
    const asked = after(report, '2023-08-08T14:00', 'requester', { name: 'withdraw', reasonText: null })
    const left = after(asked, '2023-08-08T15:00', 'dispatcher', { name: 'confirm-withdrawal', confirmed: true })
    expect(left.order).toMatchObject({ requesterLeft: true, status: 'in-hand' })
    const drafted = after(left, '2023-08-17T10:00', 'handler', { name: 'draft', replyText: 'r', internalText: null, proofFiles: [] })
    const ready = after(drafted, '2023-08-17T11:00', 'reviewer', { name: 'approve' })
    const done = after(ready, '2023-08-18T09:00', 'handler', { name: 'deliver', way: 'tracking-page', noteText: null })
    expect(stageOf(done.order)).toBe('reply-check')
    expect(done.history.flatMap(({ event }) => messagesOf(event, done.order)).filter(({ to }) => to === 'requester')).toEqual([])
  })

  it('第二十条 [20c] 被举报单位及其下属不得接单，也不知道有此件；被投诉单位的答复由上一级审核', () => {
    const accused = { ...noRelations, accusedUnitId: 'housing' }
    const accepted = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:55', 'seat', {
      ...accepting,
      kind: 'report',
      relations: accused,
    })
    for (const unitId of ['housing', 'housing-water'])
      expect(
        refusalOf(accepted, '2023-08-08T10:00', 'dispatcher', { name: 'dispatch', unitId, principle: 'duty', noteText: null }),
      ).toMatchObject({ code: 'dispatch.unit-accused', clause: '20c' })
    const superior = after(accepted, '2023-08-08T10:00', 'dispatcher', {
      name: 'dispatch',
      unitId: 'prefecture',
      principle: 'industry',
      noteText: null,
    })
    expect(refusalOf(superior, '2023-08-08T10:30', 'clerk', { name: 'sign' })?.code).toBe('work-order.not-found')

    const respondent = { ...noRelations, respondentUnitId: 'housing' }
    const own = after(dispatched({ kind: 'complaint', relations: respondent }), '2023-08-08T11:00', 'clerk', { name: 'sign' })
    const drafted = after(own, '2023-08-17T10:00', 'handler', { name: 'draft', replyText: 'r', internalText: null, proofFiles: [] })
    expect(refusalOf(drafted, '2023-08-17T11:00', 'reviewer', { name: 'approve' })).toMatchObject({
      code: 'reply.approved-above',
      clause: '20c',
    })
    expect(refusalOf(drafted, '2023-08-17T11:00', 'reviewerAbove', { name: 'approve' })).toBeUndefined()
  })

  it('第二十条 [20c] 被投诉、被举报的须是现有的单位', () => {
    const recorded = begin('2023-08-08T09:50', 'seat')
    for (const relations of [
      { ...noRelations, accusedUnitId: 'nowhere' },
      { ...noRelations, respondentUnitId: 'nowhere' },
    ])
      expect(refusalOf(recorded, '2023-08-08T09:55', 'seat', { ...accepting, relations })?.code).toBe('relations.unit-unknown')
  })

  it('第二十条 [20c] 被投诉的本人不办理、不审核、不知情', () => {
    const relations = { ...noRelations, respondentAccountId: 'clerk-1' }
    expect(refusalOf(dispatched({ kind: 'complaint', relations }), '2023-08-08T10:30', 'clerk', { name: 'sign' })?.code).toBe(
      'work-order.not-found',
    )
  })

  it('第二十八条 [28] 没有生效的办法时不受理计时，不作猜测', () => {
    const recorded = begin('2023-02-16T10:00', 'seat')
    const decision = decide(recorded.order, accepting, contextAt('2023-02-16T10:01', 'seat', recorded.order))
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'policy.none-in-force', clause: '28' } })
    expect(people.seat.kind).toBe('staff')
  })

  it('第十二条（二） [12-2a] 签收将到期提醒经办人，超期提醒其上一级', () => {
    const story = dispatched()
    const warned = after(story, clockOf(story, 'sign-1')!.warnAt!, 'system', { name: 'tick' })
    expect(warned.types).toEqual(['clock-warned'])
    expect(messagesOf(warned.history.at(-1)!.event, warned.order)).toEqual([
      { template: 'unit-sign-warning', to: 'unit', unitId: 'housing' },
    ])
    const late = after(warned, '2023-08-18T00:00', 'system', { name: 'tick' })
    expect(late.types).toEqual(['clock-breached'])
    expect(messagesOf(late.history.at(-1)!.event, late.order)).toEqual([{ template: 'unit-overdue', to: 'unit-deputy', unitId: 'housing' }])
    expect(refusalOf(late, '2023-08-18T00:01', 'dispatcher', { name: 'tick' })?.code).toBe('work-order.not-entitled')
  })
})
