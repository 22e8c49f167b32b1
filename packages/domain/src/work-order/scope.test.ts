import { describe, expect, it } from 'vitest'
import { declineGrounds } from '../vocabulary/index.ts'
import { accepting, after, begin, dispatched, noRelations, place, refusalOf } from './testing/scenario.ts'

const decline = (ground: (typeof declineGrounds)[number], lawfulChannel = 'competent-department' as const) =>
  ({ name: 'decline', ground, lawfulChannel, explanationText: 'explanation-1', reasonText: null, also: null }) as const
const recorded = begin('2023-08-08T09:50', 'seat')

describe('第九条 不予受理', () => {
  it.each([['9-1'], ['9-2'], ['9-4'], ['9-6'], ['9-7']] as const)('第九条 [%s] 说明理由、告知渠道后不予受理，只记一项依据', (ground) => {
    const story = after(recorded, '2023-08-08T09:52', 'seat', decline(ground))
    expect(story.types).toEqual(['declined', 'closed'])
    expect(story.order.closure?.kind).toBe('declined')
    expect(refusalOf(recorded, '2023-08-08T09:52', 'seat', { ...decline(ground), lawfulChannel: 'none-needed' })).toMatchObject({
      code: 'decline.channel-needed',
      clause: '9-guide',
    })
  })

  it('第九条（三） [9-3] 立即移交紧急线路；不说明线路的拒绝', () => {
    expect(refusalOf(recorded, '2023-08-08T09:52', 'seat', decline('9-3'))).toMatchObject({
      code: 'decline.emergency-line-needed',
      clause: '9-3',
    })
    const story = after(recorded, '2023-08-08T09:52', 'seat', { ...decline('9-3'), lawfulChannel: 'fire-119' })
    expect(story.types).toEqual(['handed-over', 'declined', 'closed'])
    // 说明只留一处：不予受理的，留在不予受理这一步。
    expect(story.history.at(-3)?.event).toEqual({ type: 'handed-over', line: 'fire-119', explanationText: null })
  })

  it('第九条（三） [9-3] 同时属于第十二条（四）的，移交之外同一步生成特殊紧急工单，不因移交而办结', () => {
    const also = { kind: 'help', subject: 'gas-supply', place, grade: 'open', urgency: 'emergency', relations: noRelations } as const
    const story = after(recorded, '2023-08-08T22:52', 'seat', { ...decline('9-3'), lawfulChannel: 'fire-119', also })
    expect(story.types).toEqual(['handed-over', 'accepted'])
    // 向来电人作的说明留在时间线上。
    expect(story.history.at(-2)?.event).toEqual({ type: 'handed-over', line: 'fire-119', explanationText: 'explanation-1' })
    expect(story.order).toMatchObject({ status: 'awaiting-dispatch', urgency: 'emergency', closure: null })
    const sent = after(story, '2023-08-08T22:55', 'dispatcher', {
      name: 'dispatch',
      unitId: 'housing',
      principle: 'industry',
      noteText: null,
    })
    expect(sent.order.clocks.find(({ id }) => id === 'emergency-response-1')?.dueAt).toBe('2023-08-08T16:55:00.000Z')
    const answered = after(sent, '2023-08-09T00:30', 'handler', { name: 'give-first-response', responseText: 'response-1' })
    expect(answered.order.clocks.find(({ id }) => id === 'emergency-response-1')?.outcome).toBe('met')
    expect(refusalOf(answered, '2023-08-09T00:40', 'handler', { name: 'give-first-response', responseText: 'response-2' })?.code).toBe(
      'assignment.clock-met',
    )
  })

  it('第九条（三） [9-3] 同一步生成的工单须是特殊或者特殊紧急，不能是普通工单', () => {
    const also = { kind: 'help', subject: 'gas-supply', place, grade: 'open', urgency: 'ordinary', relations: noRelations } as const
    expect(refusalOf(recorded, '2023-08-08T22:52', 'seat', { ...decline('9-3'), lawfulChannel: 'fire-119', also })).toMatchObject({
      code: 'decline.urgency-needed',
      clause: '9-3',
    })
  })

  it('第九条（五） [9-5] 表述不清的须先有一次澄清记录', () => {
    expect(refusalOf(recorded, '2023-08-08T09:52', 'seat', decline('9-5'))).toMatchObject({ code: 'decline.not-clarified', clause: '9-5' })
    const clarified = after(recorded, '2023-08-08T09:51', 'seat', { name: 'clarify', outcome: 'reached', noteText: null })
    expect(after(clarified, '2023-08-08T09:52', 'seat', { ...decline('9-5'), lawfulChannel: 'none-needed' }).order.closure?.kind).toBe(
      'declined',
    )
  })

  it('第九条 [9-1] 受理后派单前发现不属受理范围的，由热线中心写明理由改为不予受理；派单后不能', () => {
    const accepted = after(recorded, '2023-08-08T09:55', 'seat', accepting)
    const mended = { ...decline('9-1'), reasonText: 'reason-1' } as const
    expect(refusalOf(accepted, '2023-08-08T09:56', 'seat', mended)).toMatchObject({ code: 'acceptance.by-centre', clause: '9-guide' })
    expect(refusalOf(accepted, '2023-08-08T09:56', 'dispatcher', decline('9-1'))?.code).toBe('acceptance.reason-needed')
    const declined = after(accepted, '2023-08-08T09:56', 'dispatcher', mended)
    expect(declined.types).toEqual(['declined', 'closed'])
    expect(declined.history.at(-2)?.event).toMatchObject({ ground: '9-1', reasonText: 'reason-1' })
    expect(refusalOf(dispatched(), '2023-08-08T10:30', 'dispatcher', mended)?.code).toBe('work-order.wrong-status')
  })

  it('第九条（三） [9-3] 已经受理的，不在不予受理这一步再生成一次工单', () => {
    const accepted = after(recorded, '2023-08-08T09:55', 'seat', accepting)
    const also = { kind: 'help', subject: 'gas-supply', place, grade: 'open', urgency: 'emergency', relations: noRelations } as const
    const handOver = { ...decline('9-3'), lawfulChannel: 'fire-119', also, reasonText: 'reason-1' } as const
    expect(refusalOf(accepted, '2023-08-08T09:56', 'dispatcher', handOver)?.code).toBe('decline.already-accepted')
  })

  it('第九条（五） [9-5] 受理后也可以先澄清', () => {
    const accepted = after(recorded, '2023-08-08T09:55', 'seat', accepting)
    const mended = { ...decline('9-5'), lawfulChannel: 'none-needed', reasonText: 'reason-1' } as const
    expect(refusalOf(accepted, '2023-08-08T09:56', 'dispatcher', mended)?.code).toBe('decline.not-clarified')
    const clarified = after(accepted, '2023-08-08T09:56', 'seat', { name: 'clarify', outcome: 'reached', noteText: null })
    expect(after(clarified, '2023-08-08T09:57', 'dispatcher', mended).order.closure?.kind).toBe('declined')
  })
})
