import { describe, expect, it } from 'vitest'
import { accepting, after, approved, begin, clockOf, delivered, dispatched, drafting, refusalOf } from './testing/scenario.ts'
import { allowedActions, decide } from './decide/index.ts'
import { contextAt, staff } from './testing/scenario.ts'
import { handlingModeOf } from './state.ts'
import { stageOf } from './stage.ts'

describe('第三条 一件诉求从登记到归档 [3-mechanism]', () => {
  it('第十条 [10-record] [2-channels] 电话登记时，没有问到的留空，未受理不计诉求人时限', () => {
    const story = begin('2023-08-08T09:50', 'seat', { kind: null, subject: null, place: null })
    expect(story.order).toMatchObject({ status: 'recorded', kind: null, subject: null, place: null, takenBy: 'seat-1', clocks: [] })
  })

  it('第十条 [10-record] [2-channels] 网上提交自提交时起计转办和诉求人时限', () => {
    const story = begin('2023-08-08T09:50', 'requester', { channel: 'web' })
    expect(story.order.clocks.map(({ id, startAt }) => [id, startAt])).toEqual([
      ['dispatch-1', '2023-08-08T01:50:00.000Z'],
      ['requester-1', '2023-08-08T01:50:00.000Z'],
    ])
    const accepted = after(story, '2023-08-08T15:00', 'seat', { ...accepting, kind: 'complaint' })
    expect(clockOf(accepted, 'requester-1')).toMatchObject({ startAt: '2023-08-08T01:50:00.000Z', earlierDue: [{ dueOn: '2023-08-24' }] })
    expect(accepted.order.takenBy).toBe('seat-1')
  })

  it('第十二条（一） [12-1] 受理后 3 小时工作时间内转办', () => {
    const accepted = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T11:00', 'seat', accepting)
    expect(clockOf(accepted, 'dispatch-1')).toMatchObject({ whose: 'centre', dueAt: '2023-08-08T07:00:00.000Z', clause: '12-1' })
    const dispatch = { name: 'dispatch', unitId: 'housing', principle: 'duty', noteText: null } as const
    expect(clockOf(after(accepted, '2023-08-08T14:59:59', 'dispatcher', dispatch), 'dispatch-1')?.outcome).toBe('met')
    expect(clockOf(after(accepted, '2023-08-08T15:00:00', 'dispatcher', dispatch), 'dispatch-1')?.outcome).toBe('late')
  })

  it.each([
    ['emergency', '2023-08-08T11:05:00+08:00'],
    ['special', '2023-08-08T11:15:00+08:00'],
  ] as const)('第十二条（一） [12-1] %s 工单不用 3 小时转办时限，按第十二条（四）第一时间转交，至 %s', (urgency, due) => {
    const accepted = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T11:00', 'seat', { ...accepting, urgency })
    const centre = accepted.order.clocks.filter(({ whose }) => whose === 'centre')
    expect(centre.map(({ id, kind }) => [id, kind])).toEqual([
      ['dispatch-1', 'dispatch'],
      ['report-1', `${urgency}-act`],
      ['call-1', `${urgency}-act`],
    ])
    expect(Temporal.Instant.from(centre[0]!.dueAt).equals(due)).toBe(true)
    expect(centre[0]!.clause).toBe(urgency === 'special' ? '12-4a' : '12-4b')
    const dispatch = { name: 'dispatch', unitId: 'housing', principle: 'duty', noteText: null } as const
    expect(clockOf(after(accepted, due, 'dispatcher', dispatch), 'dispatch-1')?.outcome).toBe('late')
    const inTime = Temporal.Instant.from(due).subtract({ seconds: 1 }).toString()
    expect(clockOf(after(accepted, inTime, 'dispatcher', dispatch), 'dispatch-1')?.outcome).toBe('met')
    // 网上提交的自收到（提交）时起算。
    const written = after(begin('2023-08-08T10:59', 'requester', { channel: 'web' }), '2023-08-08T11:00', 'seat', { ...accepting, urgency })
    expect(clockOf(written, 'dispatch-1')).toMatchObject({
      startAt: '2023-08-08T02:59:00.000Z',
      dueAt: Temporal.Instant.from(due).subtract({ minutes: 1 }).toString({ smallestUnit: 'millisecond' }),
    })
  })

  it('第十二条（二） [12-2b] 求助 7 个工作日，自承办单位收到时起计，凉山节假日不计', () => {
    const story = dispatched()
    expect(clockOf(story, 'handle-1')).toMatchObject({
      startAt: '2023-08-08T02:00:00.000Z',
      dueOn: '2023-08-24',
      dueAt: '2023-08-24T16:00:00.000Z',
      whose: 'unit',
    })
    expect(clockOf(story, 'requester-1')).toMatchObject({ startAt: '2023-08-08T01:55:00.000Z', dueOn: '2023-08-24', whose: 'requester' })
  })

  it('第十二条（二） [12-2a] 1 个工作日内签收；逾期签收照收，记为逾期，不延长办理时限', () => {
    const story = dispatched()
    expect(clockOf(story, 'sign-1')).toMatchObject({ dueOn: '2023-08-17' })
    const inTime = after(story, '2023-08-17T23:59:59', 'clerk', { name: 'sign' })
    expect(clockOf(inTime, 'sign-1')?.outcome).toBe('met')
    const late = after(story, '2023-08-18T00:00:00', 'clerk', { name: 'sign' })
    expect(clockOf(late, 'sign-1')?.outcome).toBe('late')
    expect(late.history.at(-1)?.event).toMatchObject({ type: 'signed', late: true })
    expect(clockOf(late, 'handle-1')?.dueOn).toBe('2023-08-24')
  })

  it('第十二条 [12-0] [7-2] 谁承办谁答复：审核须另一人，答复送达诉求人才停两只钟', () => {
    const signed = after(dispatched(), '2023-08-08T11:00', 'clerk', { name: 'sign' })
    expect(refusalOf(signed, '2023-08-09T09:00', 'otherClerk', { name: 'sign' })?.code).toBe('assignment.wrong-status')
    expect(refusalOf(dispatched(), '2023-08-09T09:00', 'otherClerk', { name: 'sign' })).toMatchObject({
      code: 'assignment.not-your-unit',
      clause: '12-0',
    })
    const drafted = after(signed, '2023-08-17T10:00', 'handler', drafting)
    const both = { ...contextAt('2023-08-17T10:30', 'handler', drafted.order), mayRole: () => true }
    expect(allowedActions(drafted.order, both).find(({ action }) => action === 'approve')?.refusal?.code).toBe('reply.approver-drafted')
    const unreviewed = refusalOf(drafted, '2023-08-17T10:30', 'handler', { name: 'deliver', way: 'phone', noteText: null })
    expect(unreviewed?.code).toBe('assignment.wrong-status')
    const ready = after(drafted, '2023-08-17T11:00', 'reviewer', { name: 'approve' })
    expect(clockOf(ready, 'handle-1')?.outcome).toBe('pending')
    const done = delivered(ready)
    expect(done.types).toEqual(['attempt-recorded', 'reply-delivered', 'follow-up-opened'])
    expect(clockOf(done, 'handle-1')).toMatchObject({ outcome: 'met', metAt: '2023-08-18T01:00:00.000Z' })
    expect(clockOf(done, 'requester-1')?.outcome).toBe('met')
  })

  it('第十二条（二） [12-2b] 时限最后一刻：24 时前送达为按时，24 时整为逾期', () => {
    const deliver = { name: 'deliver', way: 'sms', noteText: null } as const
    expect(clockOf(after(approved(), '2023-08-24T23:59:59', 'handler', deliver), 'handle-1')?.outcome).toBe('met')
    expect(clockOf(after(approved(), '2023-08-25T00:00:00', 'handler', deliver), 'handle-1')?.outcome).toBe('late')
  })

  it('第十二条 [12-0] 没有电话的诉求人不能电话或短信答复', () => {
    const anonymous = begin('2023-08-08T09:50', 'requester', { channel: 'web', requesterId: 'requester-1', reachable: false })
    const accepted = after(anonymous, '2023-08-08T09:55', 'seat', accepting)
    const sent = after(accepted, '2023-08-08T10:00', 'dispatcher', {
      name: 'dispatch',
      unitId: 'housing',
      principle: 'place',
      noteText: null,
    })
    const ready = approved(sent)
    expect(refusalOf(ready, '2023-08-18T09:00', 'handler', { name: 'deliver', way: 'phone', noteText: null })?.code).toBe(
      'delivery.not-reachable',
    )
    const done = after(ready, '2023-08-18T09:00', 'handler', { name: 'deliver', way: 'tracking-page', noteText: null })
    expect(stageOf(done.order)).toBe('manual-follow-up')
  })

  it('第十二条 [12-0] 短信只算送到手机：留的是座机的，短信答复不成立', () => {
    const calling = begin('2023-08-08T09:50', 'seat', { hasMobile: false })
    const accepted = after(calling, '2023-08-08T09:55', 'seat', accepting)
    const sent = after(accepted, '2023-08-08T10:00', 'dispatcher', {
      name: 'dispatch',
      unitId: 'housing',
      principle: 'duty',
      noteText: null,
    })
    const ready = approved(sent)
    expect(refusalOf(ready, '2023-08-18T09:00', 'handler', { name: 'deliver', way: 'sms', noteText: null })).toMatchObject({
      code: 'delivery.no-mobile',
      clause: '12-0',
    })
    expect(delivered(ready).order.assignments[0]?.status).toBe('delivered')
  })

  it.each([
    ['举报', { kind: 'report' }],
    ['要求保密的', { grade: 'confidential' }],
  ] as const)('第十二条 [12-0] [20c] %s：承办单位不打电话也不寄信，由热线中心转达；其余工单中心不代答', (_, change) => {
    const ready = approved(dispatched(change))
    for (const way of ['phone', 'letter'] as const)
      expect(refusalOf(ready, '2023-08-18T09:00', 'handler', { name: 'deliver', way, noteText: null })).toMatchObject({
        code: 'delivery.through-centre',
        clause: '20c',
      })
    const tried = after(ready, '2023-08-18T09:00', 'centre', { name: 'record-attempt', way: 'phone', outcome: 'no-answer', noteText: null })
    const done = after(tried, '2023-08-18T10:00', 'centre', { name: 'deliver', way: 'phone', noteText: null })
    expect(clockOf(done, 'handle-1')?.outcome).toBe('met')
    expect(refusalOf(approved(), '2023-08-18T09:00', 'centre', { name: 'deliver', way: 'phone', noteText: null })?.code).toBe(
      'assignment.not-your-unit',
    )
  })

  it('第十一条（一） [11-1] 直接解答：引用的知识条目版本留存，当场办结', () => {
    const story = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:52', 'seat', {
      name: 'answer',
      kind: 'consultation',
      answerText: 'answer-1',
      knowledge: { itemId: 'item-1', version: 3 },
      reasonText: null,
    })
    expect(story.history.at(-2)?.event).toMatchObject({ type: 'answered-directly', knowledge: { itemId: 'item-1', version: 3 } })
    expect(story.order.closure?.kind).toBe('answered-directly')
  })

  it('第十一条 [11-modes] [11-1] 处理方式留下记录：当场、三方通话、专家座席、转派；电话里有旁人加入须先征得同意', () => {
    const answer = { name: 'answer', kind: 'consultation', answerText: 'answer-1', knowledge: null } as const
    const call = begin('2023-08-08T09:50', 'seat')
    const at = '2023-08-08T09:52'
    expect(refusalOf(call, at, 'seat', { ...answer, mode: 'three-way' })).toMatchObject({ code: 'answer.consent-needed', clause: '11-1' })
    expect(refusalOf(call, at, 'seat', { ...answer, mode: 'expert', consented: false })?.code).toBe('answer.consent-needed')
    for (const mode of ['direct', 'three-way', 'expert'] as const)
      expect(handlingModeOf(after(call, at, 'seat', { ...answer, mode, consented: mode !== 'direct' }).order)).toBe(mode)
    const atSeat = contextAt(at, 'seat', call.order)
    const byExpert = decide(call.order, answer, { ...atSeat, actor: staff('expert-1', 'expert') })
    expect(byExpert.ok && byExpert.value[0], '专家答的就是专家座席').toMatchObject({ type: 'answered-directly', mode: 'expert' })
    const written = begin('2023-08-08T09:50', 'requester', { channel: 'web' })
    expect(handlingModeOf(after(written, at, 'seat', { ...answer, mode: 'expert' }).order), '书面来件没有旁人加入通话').toBe('expert')
    expect(handlingModeOf(dispatched().order)).toBe('dispatch')
    expect(handlingModeOf(call.order)).toBeUndefined()
  })

  it('第十一条（一） [11-1] 受理后派单前发现能直接答复的，由热线中心写明理由直接解答', () => {
    const accepted = after(begin('2023-08-08T09:50', 'requester', { channel: 'web' }), '2023-08-08T09:55', 'seat', accepting)
    const answer = { name: 'answer', kind: 'help', answerText: 'answer-1', knowledge: null, reasonText: 'reason-1' } as const
    expect(refusalOf(accepted, '2023-08-08T10:00', 'seat', answer)?.code).toBe('acceptance.by-centre')
    expect(refusalOf(accepted, '2023-08-08T10:00', 'dispatcher', { ...answer, reasonText: null })?.code).toBe('acceptance.reason-needed')
    const answered = after(accepted, '2023-08-08T10:00', 'dispatcher', answer)
    expect(answered.types).toEqual(['answered-directly', 'closed'])
    expect(clockOf(answered, 'requester-1')?.outcome).toBe('met')
  })

  it('第十一条（二） [11-2] 派单须是现存的单位，并记明依据的原则', () => {
    const accepted = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:55', 'seat', accepting)
    expect(
      refusalOf(accepted, '2023-08-08T10:00', 'dispatcher', { name: 'dispatch', unitId: 'nowhere', principle: 'duty', noteText: null }),
    ).toMatchObject({ code: 'dispatch.unit-unknown', clause: '11-2' })
    expect(dispatched().history.at(-1)?.event).toMatchObject({ type: 'dispatched', principle: 'duty', unitId: 'housing' })
  })
})
