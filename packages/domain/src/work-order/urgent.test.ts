import { describe, expect, it } from 'vitest'
import { stageOf, unitTasksOf, waitingsOf } from './stage.ts'
import {
  accepted,
  accepting,
  after,
  begin,
  clockOf,
  dispatched,
  inHand,
  refusalOf,
  urgentInHand,
  withIncident,
  type Story,
} from './testing/scenario.ts'

const report = { name: 'report-to-office', reportText: 'report-1' } as const
const call = (outcome: 'confirmed' | 'no-answer' | 'refused', rank = 1) =>
  ({ name: 'call-unit', unitId: 'housing', rank, outcome, noteText: null }) as const
const tick = (story: Story, at: string): Story => after(story, at, 'system', { name: 'tick' })
const special = (urgency: 'special' | 'emergency') => accepted({ urgency })

describe('第十二条（四） 特殊事项、特殊紧急事项 [12-4a] [12-4b]', () => {
  it.each([
    ['special', '2023-08-08T02:10:00.000Z', '12-4a'],
    ['emergency', '2023-08-08T02:00:00.000Z', '12-4b'],
  ] as const)('%s：报告、电话告知、派单三件事各有时限，自受理起算', (urgency, dueAt, clause) => {
    const { order } = special(urgency)
    for (const id of ['report-1', 'call-1', 'dispatch-1'])
      expect(order.clocks.find((clock) => clock.id === id)).toMatchObject({ whose: 'centre', dueAt, clause })
    expect(waitingsOf(order)).toEqual(['acts'])
  })

  it('报告由州政府办公室签收；重复报告拒绝；没有报告的不能签收', () => {
    expect(
      refusalOf(special('special'), '2023-08-08T10:00', 'office', { name: 'acknowledge-report', instructionText: null }),
    ).toMatchObject({
      code: 'urgent.no-report',
      clause: '4-office',
    })
    const reported = after(special('special'), '2023-08-08T10:00', 'dispatcher', report)
    expect(clockOf(reported, 'report-1')?.outcome).toBe('met')
    expect(waitingsOf(reported.order)).toEqual(['acts', 'report'])
    expect(refusalOf(reported, '2023-08-08T10:01', 'dispatcher2', report)).toMatchObject({ code: 'urgent.reported', clause: '12-4a' })
    const known = after(reported, '2023-08-08T10:05', 'office', { name: 'acknowledge-report', instructionText: 'instruction-1' })
    expect(waitingsOf(known.order)).toEqual(['acts'])
  })

  it('电话告知：无人接听的打下一个联系人，直到有人确认；每次都有记录', () => {
    const tried = after(special('emergency'), '2023-08-08T09:56', 'dispatcher', call('no-answer'))
    expect(clockOf(tried, 'call-1')?.outcome).toBe('pending')
    const confirmed = after(tried, '2023-08-08T09:58', 'dispatcher', call('confirmed', 2))
    expect(clockOf(confirmed, 'call-1')?.outcome).toBe('met')
    expect(confirmed.order.acts?.calls.map(({ rank, outcome }) => [rank, outcome])).toEqual([
      [1, 'no-answer'],
      [2, 'confirmed'],
    ])
  })

  it('缺一件就告警一次；派了单不等于报告过', () => {
    const story = after(special('special'), '2023-08-08T10:00', 'dispatcher', {
      name: 'dispatch',
      unitId: 'housing',
      principle: 'duty',
      noteText: null,
    })
    const late = tick(story, '2023-08-08T10:10')
    expect(
      late.history.filter(({ event }) => event.type === 'clock-breached').map(({ event }) => 'clockId' in event && event.clockId),
    ).toEqual(['report-1', 'call-1'])
    expect(tick(late, '2023-08-08T10:11').types).toEqual([])
    expect(waitingsOf(late.order)).toEqual(['acts'])
  })

  it('受理以后才发现的：待派单的改为立即派单，已派的由承办单位4小时内响应、3个工作日内反馈进度', () => {
    const mark = { name: 'mark-urgent', urgency: 'special', reasonText: 'reason-1' } as const
    const waiting = after(accepted(), '2023-08-08T10:00', 'dispatcher', mark)
    expect(clockOf(waiting, 'dispatch-1')?.outcome).toBe('waived')
    expect(waiting.order.clocks.filter(({ outcome }) => outcome === 'pending').map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['requester', '2023-08-24T16:00:00.000Z'],
      ['dispatch', '2023-08-08T02:15:00.000Z'],
      ['special-act', '2023-08-08T02:15:00.000Z'],
      ['special-act', '2023-08-08T02:15:00.000Z'],
    ])
    const working = after(inHand(), '2023-08-08T16:00', 'dispatcher', mark)
    expect(working.order.urgency).toBe('special')
    expect(working.order.clocks.find(({ kind }) => kind === 'special-response')).toMatchObject({
      whose: 'unit',
      dueAt: '2023-08-08T12:00:00.000Z',
    })
    expect(working.order.clocks.find(({ kind }) => kind === 'special-progress')?.dueOn).toBe('2023-08-19')
    const told = after(working, '2023-08-08T17:00', 'handler', { name: 'give-first-response', responseText: 'response-1' })
    expect(told.order.clocks.find(({ kind }) => kind === 'special-response')?.outcome).toBe('met')
  })

  it('只能由轻到重：特殊可改为特殊紧急，再按更短的时限；不能改轻', () => {
    const mark = (urgency: 'special' | 'emergency') => ({ name: 'mark-urgent', urgency, reasonText: 'reason-1' }) as const
    const worse = after(urgentInHand(), '2023-08-08T16:00', 'dispatcher', mark('emergency'))
    expect(worse.order.clocks.find(({ kind }) => kind === 'emergency-response')?.dueAt).toBe('2023-08-08T10:00:00.000Z')
    expect(after(worse, '2023-08-08T17:00', 'handler', { name: 'give-first-response', responseText: 'response-1' }).types).toEqual([
      'first-response-given',
    ])
    expect(refusalOf(worse, '2023-08-08T17:00', 'dispatcher', mark('special'))).toMatchObject({ code: 'urgent.already', clause: '12-4b' })
    expect(refusalOf(urgentInHand(), '2023-08-08T17:00', 'dispatcher', mark('special'))?.code).toBe('urgent.already')
  })

  it('普通工单没有这三件事；被举报单位不打电话', () => {
    expect(refusalOf(inHand(), '2023-08-08T12:00', 'dispatcher', report)).toMatchObject({ code: 'assignment.not-urgent', clause: '12-4a' })
    const accused = accepted({ urgency: 'special', relations: { ...accepting.relations, accusedUnitId: 'housing' } })
    expect(refusalOf(accused, '2023-08-08T10:00', 'dispatcher', call('confirmed'))?.code).toBe('dispatch.unit-accused')
  })

  it('特殊工单的退回期就是初步响应期：4小时', () => {
    expect(clockOf(dispatched({ urgency: 'special' }), 'return-1')?.dueAt).toBe('2023-08-08T06:00:00.000Z')
  })
})

describe('第十二条（四） 同一事件 [12-4a] [20c]', () => {
  it('合并办理：不另派单，哪个单位也看不到；处理结束统一答复，各自回访', () => {
    const story = withIncident()
    expect([stageOf(story.order), unitTasksOf(story.order)]).toEqual(['with-incident', []])
    expect(clockOf(story, 'dispatch-1')?.outcome).toBe('met')
    const answered = after(story, '2023-08-17T10:00', 'system', { name: 'answer-from-incident', answerText: 'answer-1' })
    expect(answered.types).toEqual(['incident-answered', 'follow-up-opened'])
    expect(clockOf(answered, 'requester-1')).toMatchObject({ outcome: 'met', metAt: '2023-08-17T02:00:00.000Z' })
    expect(refusalOf(story, '2023-08-17T10:00', 'dispatcher', { name: 'answer-from-incident', answerText: 'answer-1' })).toBeDefined()
  })
  it('拆出来：单独派单，诉求人时限不变', () => {
    const left = after(withIncident(), '2023-08-08T14:00', 'dispatcher', { name: 'leave-incident', reasonText: 'reason-1' })
    expect(left.order).toMatchObject({ status: 'awaiting-dispatch', incidentId: undefined })
    expect(clockOf(left, 'requester-1')).toEqual(clockOf(accepted(), 'requester-1'))
  })
  it('举报、保密、列有被举报单位的，不与他人的诉求合并', () => {
    const join = { name: 'join-incident', incidentId: 'incident-1' } as const
    const refused = { code: 'incident.confidential', clause: '20c' }
    expect(refusalOf(accepted({ kind: 'report' }), '2023-08-08T10:00', 'dispatcher', join)).toMatchObject(refused)
    expect(refusalOf(accepted({ grade: 'confidential' }), '2023-08-08T10:00', 'dispatcher', join)).toMatchObject(refused)
    const accused = accepted({ relations: { ...accepting.relations, accusedUnitId: 'traffic' } })
    expect(refusalOf(accused, '2023-08-08T10:00', 'dispatcher', join)).toMatchObject(refused)
    expect(refusalOf(begin('2023-08-08T09:50', 'seat'), '2023-08-08T10:00', 'dispatcher', join)?.code).toBe('work-order.wrong-status')
  })
})
