import { describe, expect, it } from 'vitest'
import { stageOf, unitTasksOf, waitingsOf } from './stage.ts'
import {
  accepted,
  after,
  begin,
  clockOf,
  confirmed,
  delivered,
  inHand,
  rated,
  refusalOf,
  repeated,
  terminationProposed,
  withIncident,
} from './testing/scenario.ts'

const explain = { name: 'explain', reason: 'policy-limits', explanationText: 'explanation-1', proofFiles: [] } as const
const note = { name: 'close-noted', basisText: 'basis-1' } as const

describe('第十三条（三） 备注办结 [13-3b]', () => {
  it('回访确认受政策限制的：承办单位解释并记录，另一人备注办结', () => {
    const story = confirmed('policy-limits')
    expect(unitTasksOf(story.order)).toMatchObject([{ unitId: 'housing', stage: 'to-explain' }])
    const told = after(story, '2023-08-21T10:00', 'handler', explain)
    expect(unitTasksOf(told.order)[0]?.stage).toBe('manual-follow-up')
    const closed = after(told, '2023-08-21T11:00', 'followUp2', note)
    expect(closed.order.closure).toMatchObject({ kind: 'noted', noAnswer: false })
  })
  it('没有解释的不能备注办结；应办未办的不能解释了事；确认原因的人、审核答复的人都不能自己办结', () => {
    expect(refusalOf(confirmed('expectation'), '2023-08-21T10:00', 'followUp2', note)).toMatchObject({
      code: 'noted.explain-first',
      clause: '13-3b',
    })
    expect(refusalOf(confirmed('not-done'), '2023-08-21T10:00', 'handler', explain)).toMatchObject({
      code: 'noted.not-confirmed',
      clause: '13-3b',
    })
    const told = after(confirmed('beyond-law'), '2023-08-21T10:00', 'handler', { ...explain, reason: 'beyond-law' })
    expect(refusalOf(told, '2023-08-21T11:00', 'followUp', note)).toMatchObject({ code: 'noted.second-person', clause: '13-3b' })
    expect(refusalOf(confirmed('beyond-law'), '2023-08-21T10:00', 'trafficHandler', explain)?.code).toBe('assignment.not-your-unit')
  })
})

describe('第十三条（三） 甄别 [13-3c]', () => {
  const dispute = { name: 'dispute-rating', groundsText: 'grounds-1', proofFiles: [] } as const
  const screen = { name: 'screen-rating', isOut: true, decisionText: 'decision-1' } as const
  it('承办单位对不满意评价提出异议，热线中心负责人甄别；评价本身不改', () => {
    const asked = after(confirmed('policy-limits'), '2023-08-21T10:00', 'reviewer', dispute)
    expect(waitingsOf(asked.order)).toContain('dispute')
    const out = after(asked, '2023-08-21T15:00', 'manager', screen)
    expect(out.order.dispute).toMatchObject({ decision: 'out' })
    expect(out.order.followUp).toMatchObject({ dissatisfied: true, lastOutcome: 'dissatisfied' })
  })
  it('办结以后也可以提；只提一次；不决定两次；满意的无从异议', () => {
    const told = after(confirmed('policy-limits'), '2023-08-21T10:00', 'handler', explain)
    const closed = after(told, '2023-08-21T11:00', 'followUp2', note)
    const late = after(closed, '2023-08-22T10:00', 'clerk', dispute)
    expect([late.order.status, waitingsOf(late.order)]).toEqual(['closed', ['dispute']])
    expect(refusalOf(late, '2023-08-22T11:00', 'handler', dispute)).toMatchObject({ code: 'dispute.once', clause: '13-3c' })
    const decided = after(late, '2023-08-22T15:00', 'manager', { ...screen, isOut: false })
    expect(decided.order.dispute?.decision).toBe('stands')
    expect(refusalOf(decided, '2023-08-22T16:00', 'manager', screen)?.code).toBe('dispute.none-pending')
    expect(refusalOf(rated('satisfied'), '2023-08-22T10:00', 'clerk', dispute)).toMatchObject({
      code: 'dispute.not-dissatisfied',
      clause: '13-3c',
    })
    expect(refusalOf(late, '2023-08-22T15:00', 'followUp', screen)?.code).toBe('work-order.not-entitled')
  })
})

describe('第十三条（三） 调解、执法类 [13-3d]', () => {
  it('写明依据后标记，可以改、可以取消；没有变化的拒绝', () => {
    const mark = { name: 'mark', mark: 'enforcement', citationText: 'citation-1' } as const
    const story = after(inHand(), '2023-08-17T10:00', 'dispatcher', mark)
    expect(story.order.mark).toBe('enforcement')
    expect(refusalOf(story, '2023-08-17T10:10', 'dispatcher', mark)).toMatchObject({ code: 'mark.nothing-changed', clause: '13-3d' })
    expect(after(story, '2023-08-17T10:10', 'followUp', { ...mark, mark: null }).order.mark).toBeUndefined()
  })
})

describe('第十三条（三） 人工回访的次数 [13-2] [13-3a]', () => {
  const none = { name: 'follow-up', outcome: 'no-answer', service: null, reason: null, noteText: null } as const
  const close = { name: 'close-lawful', basisText: null } as const
  it('一次打不通不算联系不上：至少2次、间隔3小时', () => {
    const unsendable = after(delivered(), '2023-08-18T09:01', 'system', { name: 'follow-up-sent', sent: false })
    const once = after(unsendable, '2023-08-18T10:00', 'followUp', none)
    expect(refusalOf(once, '2023-08-18T10:05', 'followUp', close)).toMatchObject({ code: 'close.try-again', clause: '13-2' })
    const soon = after(once, '2023-08-18T12:59:59', 'followUp', none)
    expect(refusalOf(soon, '2023-08-18T13:00', 'followUp', close)?.code).toBe('close.try-again')
    const apart = after(soon, '2023-08-18T13:00', 'followUp', none)
    expect(after(apart, '2023-08-18T13:05', 'followUp', close).order.closure).toMatchObject({ kind: 'lawful-reply', noAnswer: true })
  })
})

describe('第十三条（三） 重新提出 [13-3a]', () => {
  const again = { name: 'reopen', factsText: 'facts-1' } as const
  it('办结后15日内诉求人提出新情况：原单位新一轮办理，自有时钟；第一轮的结果保留', () => {
    // 8 月 18 日办结，15 日为 9 月 2 日（周六），顺延至 9 月 4 日。
    const story = after(rated('satisfied'), '2023-09-04T23:59:59', 'requester', again)
    expect(story.order).toMatchObject({ status: 'in-hand', round: 2, closure: null })
    expect(clockOf(story, 'requester-1')?.outcome).toBe('met')
    expect(clockOf(story, 'redo-2')).toMatchObject({ whose: 'unit', assignmentId: 'assignment-1', outcome: 'pending' })
    expect(clockOf(story, 'requester-2')?.outcome).toBe('pending')
    expect(refusalOf(rated('satisfied'), '2023-09-05T00:00:00', 'requester', again)).toMatchObject({
      code: 'reopen.too-late',
      clause: '13-3a',
    })
  })
  it('直接解答的，重新登记处理', () => {
    const answered = after(begin('2023-08-08T09:50', 'seat'), '2023-08-08T09:55', 'seat', {
      name: 'answer',
      kind: 'consultation',
      answerText: 'answer-1',
      knowledge: null,
    })
    expect(stageOf(after(answered, '2023-08-10T10:00', 'seat', again).order)).toBe('to-accept')
  })
  it('没有办结的补充情况即可；撤回、不予受理、终结的不能重新办理', () => {
    expect(refusalOf(inHand(), '2023-08-17T10:00', 'requester', again)?.code).toBe('reopen.not-closed')
    const withdrawn = after(accepted(), '2023-08-08T10:00', 'requester', { name: 'withdraw', reasonText: null })
    expect(refusalOf(withdrawn, '2023-08-09T10:00', 'requester', again)?.code).toBe('reopen.not-handled')
    const terminated = after(terminationProposed(), '2023-08-17T14:00', 'manager', { name: 'confirm-termination', confirmed: true })
    expect(refusalOf(terminated, '2023-08-18T10:00', 'requester', again)?.code).toBe('reopen.not-handled')
  })
})

describe('第十三条（四） 终结办理 [13-4]', () => {
  const propose = { name: 'propose-termination', opinionText: 'opinion-1', proofFiles: [] } as const
  const yes = { name: 'confirm-termination', confirmed: true } as const
  it('重复诉求，承办单位提出详细书面意见，热线中心核查后终结', () => {
    const story = terminationProposed()
    expect(waitingsOf(story.order)).toEqual(['termination'])
    const closed = after(story, '2023-08-17T14:00', 'manager', yes)
    expect(closed.order.closure?.kind).toBe('terminated')
    expect(closed.history.at(-1)?.event).toMatchObject({ type: 'closed', basisText: 'opinion-1' })
  })
  it('不是重复诉求的不能终结；同一人的工单才能关联；只有中心负责人核查，可以退回', () => {
    expect(refusalOf(inHand(), '2023-08-17T10:00', 'clerk', propose)).toMatchObject({ code: 'termination.not-repeated', clause: '13-4' })
    const link = { name: 'link-repeat', ofOrderId: 'order-of-another' } as const
    expect(refusalOf(inHand(), '2023-08-17T10:00', 'dispatcher', link)).toMatchObject({ code: 'repeat.not-same-person', clause: '13-4' })
    expect(refusalOf(repeated(), '2023-08-17T10:00', 'dispatcher', { ...link, ofOrderId: 'order-satisfied' })?.code).toBe('repeat.linked')
    expect(refusalOf(terminationProposed(), '2023-08-17T14:00', 'dispatcher', yes)?.code).toBe('work-order.not-entitled')
    const back = after(terminationProposed(), '2023-08-17T14:00', 'manager', {
      name: 'confirm-termination',
      confirmed: false,
      reasonText: 'reason-1',
    })
    expect([back.order.status, back.order.pendingTermination]).toEqual(['in-hand', undefined])
    expect(refusalOf(back, '2023-08-17T15:00', 'manager', yes)?.code).toBe('termination.none-pending')
  })
  it('终结以后再来：解释原意见，记录在案，不再派单；原工单没有终结的照常受理', () => {
    const explainAgain = { name: 'explain-termination', ofOrderId: 'order-terminated', explanationText: 'explanation-1' } as const
    const story = after(begin('2023-09-01T09:00', 'seat'), '2023-09-01T09:05', 'seat', explainAgain)
    expect(story.order).toMatchObject({ repeatOf: 'order-terminated', closure: { kind: 'explained-again' } })
    const fresh = begin('2023-09-01T09:00', 'seat')
    expect(refusalOf(fresh, '2023-09-01T09:05', 'seat', { ...explainAgain, ofOrderId: 'order-satisfied' })?.code).toBe(
      'repeat.not-terminated',
    )
    expect(refusalOf(fresh, '2023-09-01T09:05', 'seat', { ...explainAgain, ofOrderId: 'order-of-another' })?.code).toBe(
      'repeat.not-same-person',
    )
    expect(refusalOf(withIncident(), '2023-09-01T09:05', 'dispatcher', explainAgain)?.code).toBe('work-order.wrong-status')
  })
})
