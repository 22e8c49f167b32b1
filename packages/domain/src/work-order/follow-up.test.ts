import { describe, expect, it } from 'vitest'
import { messagesOf } from './reactions.ts'
import { allowedActions, decide } from './decide/index.ts'
import { after, approved, clockOf, contextAt, delivered, drafting, refusalOf } from './testing/scenario.ts'
import { stageOf } from './stage.ts'
import { nextAttentionAt } from './decide/tick.ts'
import type { DissatisfactionReason } from '../vocabulary/index.ts'

const rate = (result: 'satisfied' | 'basically-satisfied' | 'dissatisfied') =>
  ({ name: 'rate', channel: 'sms', service: null, result, wordsText: null }) as const
const asked = after(delivered(), '2023-08-18T09:01', 'system', { name: 'follow-up-sent', sent: true })
const dissatisfied = after(asked, '2023-08-18T10:00', 'requester', rate('dissatisfied'))
const tellingWhy = (reason: DissatisfactionReason) =>
  ({ name: 'follow-up', outcome: 'dissatisfied', service: 'satisfied', reason, noteText: null }) as const
const confirmed = after(dissatisfied, '2023-08-19T10:00', 'followUp', tellingWhy('not-done'))
const tooMuch = after(dissatisfied, '2023-08-19T10:00', 'followUp', tellingWhy('beyond-law'))
const redo = { name: 'order-redo', reason: 'not-done', instructionText: 'instruction-1' } as const
const redone = after(confirmed, '2023-08-19T10:30', 'followUp', redo)

describe('第十三条 办结回访', () => {
  it('第十三条（一） [13-1] 送达后即发短信回访，24 小时内', () => {
    const done = delivered()
    const { event } = done.history.at(-1)!
    expect(messagesOf(event, done.order)).toEqual([{ template: 'follow-up', to: 'requester' }])
    expect(clockOf(done, 'follow-up-1')).toMatchObject({ startAt: '2023-08-18T01:00:00.000Z', dueAt: '2023-08-19T01:00:00.000Z' })
    expect(clockOf(asked, 'follow-up-1')?.outcome).toBe('met')
  })

  it('第十三条（一） [13-1] 短信发不出的转人工回访', () => {
    const manual = after(delivered(), '2023-08-18T09:01', 'system', { name: 'follow-up-sent', sent: false })
    expect(stageOf(manual.order)).toBe('manual-follow-up')
  })

  it('第十三条（二） [13-2] 满意或者基本满意即办结；服务与结果分别评价', () => {
    for (const result of ['satisfied', 'basically-satisfied'] as const) {
      const closed = after(asked, '2023-08-18T10:00', 'requester', rate(result))
      expect(closed.order.closure).toMatchObject({ kind: 'satisfied', noAnswer: false })
      expect(closed.history.at(-2)?.event).toMatchObject({ type: 'rated', service: null, result })
      expect(closed.order.clocks.every(({ outcome }) => outcome !== 'pending' && outcome !== 'breached')).toBe(true)
    }
  })

  it('第十三条（二） [13-2] 无人应答从不算满意：提醒一次，三天后转中心核对，以答复合规办结并另行统计', () => {
    const close = { name: 'close-lawful', basisText: null } as const
    expect(refusalOf(asked, '2023-08-19T09:00', 'followUp', close)).toMatchObject({ code: 'close.follow-up-first', clause: '13-2' })
    const reminderAt = nextAttentionAt(asked.order)!
    const reminded = after(asked, reminderAt, 'system', { name: 'tick' })
    expect(reminded.types).toEqual(['follow-up-reminded'])
    const silentAt = nextAttentionAt(reminded.order)!
    // 提醒当日不计，第三日 24 时届满。
    expect(clockOf(reminded, 'no-answer-1')).toMatchObject({ startAt: reminderAt, dueAt: silentAt, whose: 'centre' })
    expect(
      Temporal.PlainDate.from(clockOf(reminded, 'reminder-1')!.dueAt.slice(0, 10)).until(clockOf(reminded, 'no-answer-1')!.dueOn).days,
    ).toBe(3 + 1)
    const silent = after(reminded, silentAt, 'system', { name: 'tick' })
    expect(stageOf(silent.order)).toBe('reply-check')
    const closed = after(silent, '2023-08-24T09:00', 'followUp', close)
    expect(closed.order.closure).toMatchObject({ kind: 'lawful-reply', noAnswer: true })
  })

  it('第十三条（三） [13-3a] 不满意先人工回访；未经人工确认不退回重办', () => {
    expect(stageOf(dissatisfied.order)).toBe('manual-follow-up')
    expect(refusalOf(dissatisfied, '2023-08-19T09:00', 'followUp', redo)).toMatchObject({
      code: 'follow-up.not-dissatisfied',
      clause: '13-3a',
    })
    expect(
      refusalOf(dissatisfied, '2023-08-19T09:00', 'followUp', {
        name: 'follow-up',
        outcome: 'dissatisfied',
        service: null,
        reason: null,
        noteText: null,
      })?.code,
    ).toBe('follow-up.reason-needed')
    expect(refusalOf(confirmed, '2023-08-19T10:30', 'followUp', { ...redo, reason: 'expectation' })).toMatchObject({
      code: 'redo.unreasonable',
      clause: '13-3a',
    })
  })

  it('第十三条（三） [13-3a] 重办另起一轮，时限为该类别的一半（向上取整），首轮结果不变', () => {
    expect(redone.order).toMatchObject({ status: 'in-hand', round: 2, followUp: null })
    expect(clockOf(redone, 'handle-1')?.outcome).toBe('met')
    // 求助 7 个工作日的一半是 4 个：08-19 是调班工作的周六，当日不计，08-21 至 08-24。
    expect(clockOf(redone, 'redo-2')).toMatchObject({ startAt: '2023-08-19T02:30:00.000Z', dueOn: '2023-08-24', whose: 'unit' })
    expect(clockOf(redone, 'requester-2')).toMatchObject({ dueOn: '2023-08-24', whose: 'requester' })
    const again = delivered(approved(redone, '2023-08-22'), '2023-08-23')
    expect(again.order.followUp).toMatchObject({ round: 2, status: 'opened' })
    expect(clockOf(again, 'redo-2')?.outcome).toBe('met')
  })

  it('第十三条（三） [13-3a] 第二次重办须更换承办人', () => {
    const round2 = after(delivered(approved(redone, '2023-08-22'), '2023-08-23'), '2023-08-23T10:00', 'requester', rate('dissatisfied'))
    const asked2 = after(round2, '2023-08-24T10:00', 'followUp', {
      name: 'follow-up',
      outcome: 'dissatisfied',
      service: null,
      reason: 'done-badly',
      noteText: null,
    })
    const round3 = after(asked2, '2023-08-24T11:00', 'followUp', { ...redo, reason: 'done-badly' })
    expect(refusalOf(round3, '2023-08-25T09:00', 'handler', drafting)).toMatchObject({ code: 'reply.another-handler', clause: '13-3a' })
    expect(refusalOf(round3, '2023-08-25T09:00', 'handler2', drafting)).toBeUndefined()
    // 打开工单时就知道，不是写完才知道。
    const known = (who: 'handler' | 'handler2') =>
      allowedActions(round3.order, contextAt('2023-08-25T09:00', who, round3.order)).find(({ action }) => action === 'draft')?.refusal?.code
    expect([known('handler'), known('handler2')]).toEqual(['reply.another-handler', undefined])
  })

  it('第十三条（二） [13-2] 不满意而答复合法合规的，写明依据、由另一人核对后办结', () => {
    expect(refusalOf(tooMuch, '2023-08-20T09:00', 'followUp', { name: 'close-lawful', basisText: null })?.code).toBe('close.basis-needed')
    const closed = after(tooMuch, '2023-08-20T09:00', 'followUp', { name: 'close-lawful', basisText: 'basis-1' })
    expect(closed.order.closure).toMatchObject({ kind: 'lawful-reply', noAnswer: false })
    // 审核过答复的人兼任回访，也不能自己核对。
    const approver = { ...contextAt('2023-08-20T09:00', 'reviewer', tooMuch.order), mayRole: () => true }
    expect(decide(tooMuch.order, { name: 'close-lawful', basisText: 'basis-1' }, approver)).toMatchObject({
      ok: false,
      refusal: { code: 'close.second-person', clause: '13-2' },
    })
    expect(refusalOf(closed, '2023-08-21T09:00', 'followUp', redo)?.code).toBe('work-order.closed')
  })

  it('第十三条（二） [13-2] 服务与结果分别评价：任一项不满意都不算满意办结，转人工回访', () => {
    const service = { ...rate('satisfied'), service: 'dissatisfied' } as const
    const rated = after(asked, '2023-08-18T10:00', 'requester', service)
    expect([rated.types, stageOf(rated.order)]).toEqual([['rated'], 'manual-follow-up'])
    const byPhone = { ...tellingWhy('not-done'), outcome: 'satisfied', service: 'dissatisfied' } as const
    expect(refusalOf(rated, '2023-08-19T09:00', 'followUp', { ...byPhone, reason: null })?.code).toBe('follow-up.reason-needed')
    const told = after(rated, '2023-08-19T10:00', 'followUp', { ...byPhone, reason: 'attitude' })
    expect([told.types, stageOf(told.order)]).toEqual([['followed-up'], 'manual-follow-up'])
    // 结果满意、只对热线服务不满意的，写明依据办结，不退回承办单位。
    expect(refusalOf(told, '2023-08-19T11:00', 'followUp', redo)?.code).toBe('follow-up.not-dissatisfied')
    expect(refusalOf(told, '2023-08-19T11:00', 'followUp', { name: 'close-lawful', basisText: null })?.code).toBe('close.basis-needed')
    const closed = after(told, '2023-08-19T11:00', 'followUp', { name: 'close-lawful', basisText: 'basis-1' })
    expect(closed.order.closure).toMatchObject({ kind: 'lawful-reply', noAnswer: false })
  })

  it('第十三条（二） [13-2] 本轮表示过不满意的，一次打不通不能当作无人应答办结', () => {
    const unanswered = { name: 'follow-up', outcome: 'no-answer', service: null, reason: null, noteText: null } as const
    const silent = after(dissatisfied, '2023-08-19T10:00', 'followUp', unanswered)
    expect(refusalOf(silent, '2023-08-19T11:00', 'followUp', { name: 'close-lawful', basisText: null })).toMatchObject({
      code: 'close.basis-needed',
      clause: '13-2',
    })
    const closed = after(silent, '2023-08-19T11:00', 'followUp', { name: 'close-lawful', basisText: 'basis-1' })
    expect(closed.order.closure).toMatchObject({ kind: 'lawful-reply', noAnswer: false })
  })

  it('第十三条（三） [13-3a] 确认应办未办的只能退回重办：不能以答复合规办结，记录的人也不能自己改判原因', () => {
    const close = { name: 'close-lawful', basisText: 'basis-1' } as const
    expect(refusalOf(confirmed, '2023-08-20T09:00', 'followUp', close)).toMatchObject({ code: 'close.redo-due', clause: '13-3a' })
    const later = after(confirmed, '2023-08-20T09:00', 'followUp', { ...tellingWhy('not-done'), outcome: 'no-answer', reason: null })
    expect(refusalOf(later, '2023-08-20T10:00', 'followUp', close)?.code).toBe('close.redo-due')
    expect(after(later, '2023-08-20T10:00', 'followUp', redo).order.round).toBe(2)
    expect(refusalOf(confirmed, '2023-08-20T09:00', 'followUp', tellingWhy('expectation'))).toMatchObject({
      code: 'follow-up.reason-by-another',
      clause: '13-3a',
    })
    const another = after(confirmed, '2023-08-20T09:00', 'followUp2', tellingWhy('expectation'))
    expect(after(another, '2023-08-20T10:00', 'followUp', close).order.closure?.kind).toBe('lawful-reply')
    // 诉求人自己改口满意的，照满意办结。
    expect(after(confirmed, '2023-08-20T09:00', 'requester', rate('satisfied')).order.closure?.kind).toBe('satisfied')
  })
})
