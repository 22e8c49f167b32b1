import { describe, expect, it } from 'vitest'
import { waitingsOf } from './stage.ts'
import { after, approved, clockOf, delivered, dispatched, extensionAsked, inHand, refusalOf, type Story } from './testing/scenario.ts'

const ask = { name: 'ask-extension', days: 5, reasonText: 'reason-1' } as const
const grant = { name: 'decide-extension', assignmentId: 'assignment-1', granted: true, days: 5, exceptionText: null } as const
const refuse = { name: 'decide-extension', assignmentId: 'assignment-1', granted: false, reasonText: 'reason-2' } as const
const tick = (story: Story, at: string): Story => after(story, at, 'system', { name: 'tick' })

// 求助，8 月 8 日收到，7 个工作日，8 月 24 日届满（凉山 8 月 9 日至 16 日放假，8 月 19 日上班）。
describe('第十二条（三） 延期 [12-3]', () => {
  it('届满前提出，写明理由；申请不停钟，中心4小时工作时间内决定', () => {
    const story = extensionAsked('2023-08-24T23:59:59')
    expect(waitingsOf(story.order)).toEqual(['extension'])
    expect(clockOf(story, 'handle-1')?.dueOn).toBe('2023-08-24')
    // 8 月 25 日 9:00 起 4 小时：到 14:00。
    expect(story.order.clocks.find(({ kind }) => kind === 'extension-decision')).toMatchObject({
      whose: 'centre',
      dueAt: '2023-08-25T06:00:00.000Z',
    })
    expect(refusalOf(inHand(), '2023-08-25T00:00:00', 'handler', ask)).toMatchObject({ code: 'extension.expired', clause: '12-3' })
  })

  it('同意后从原时限届满起算5个工作日：8月31日；原时限保留，诉求人时限不变', () => {
    const story = after(extensionAsked(), '2023-08-21T11:00', 'dispatcher', grant)
    expect(story.types).toEqual(['extension-granted'])
    expect(clockOf(story, 'handle-1')).toMatchObject({
      dueOn: '2023-08-31',
      startAt: '2023-08-08T02:00:00.000Z',
      kind: 'handle',
      outcome: 'pending',
      earlierDue: [{ dueAt: '2023-08-24T16:00:00.000Z', dueOn: '2023-08-24' }],
    })
    expect(clockOf(story, 'requester-1')).toEqual(clockOf(inHand(), 'requester-1'))
    expect(story.order.assignments[0]?.extension).toMatchObject({ status: 'granted', days: 5 })
  })

  it('届满未决：逾期照记，等待决定；同意后改为按时，不同意仍为逾期', () => {
    const breached = tick(extensionAsked('2023-08-24T16:00'), '2023-08-25T00:00:00')
    expect(clockOf(breached, 'handle-1')?.outcome).toBe('breached')
    expect(clockOf(after(breached, '2023-08-25T10:00', 'dispatcher', grant), 'handle-1')).toMatchObject({
      outcome: 'pending',
      dueOn: '2023-08-31',
    })
    const no = after(breached, '2023-08-25T10:00', 'dispatcher', refuse)
    expect(clockOf(no, 'handle-1')).toMatchObject({ outcome: 'breached', dueOn: '2023-08-24' })
    expect(no.order.assignments[0]?.extension?.status).toBe('refused')
    expect(no.order.clocks.find(({ kind }) => kind === 'extension-decision')?.outcome).toBe('met')
  })

  it('未决期间已经答复：同意后按新时限判为按时，不同意为逾期', () => {
    const waiting = extensionAsked('2023-08-24T16:00')
    const answered = delivered(approved(waiting, '2023-08-24'), '2023-08-25')
    expect(clockOf(answered, 'handle-1')?.outcome).toBe('late')
    expect(clockOf(after(answered, '2023-08-25T10:00', 'dispatcher', grant), 'handle-1')).toMatchObject({
      outcome: 'met',
      dueOn: '2023-08-31',
    })
    expect(clockOf(after(answered, '2023-08-25T10:00', 'dispatcher', refuse), 'handle-1')?.outcome).toBe('late')
  })

  it('一般不超过10个工作日：再长的只有中心负责人写明理由方可', () => {
    const story = extensionAsked('2023-08-21T10:00', 15)
    const long = { ...grant, days: 15, exceptionText: 'reason-3' } as const
    expect(refusalOf(story, '2023-08-21T11:00', 'dispatcher', long)).toMatchObject({ code: 'clock.extension-out-of-range', clause: '12-3' })
    expect(refusalOf(story, '2023-08-21T11:00', 'manager', { ...long, exceptionText: null })?.code).toBe('clock.extension-out-of-range')
    expect(clockOf(after(story, '2023-08-21T11:00', 'manager', long), 'handle-1')?.dueOn).toBe('2023-09-14')
    expect(clockOf(after(story, '2023-08-21T11:00', 'dispatcher', { ...grant, days: 10 }), 'handle-1')?.dueOn).toBe('2023-09-07')
  })

  it('咨询类原则上不予延期：只有中心负责人写明理由方可', () => {
    const story = extensionAsked('2023-08-18T10:00', 3, inHand({ kind: 'consultation' }))
    const yes = { ...grant, days: 3 } as const
    expect(refusalOf(story, '2023-08-18T11:00', 'dispatcher', yes)).toMatchObject({ code: 'extension.in-principle-none', clause: '12-3' })
    expect(refusalOf(story, '2023-08-18T11:00', 'manager', yes)?.code).toBe('extension.in-principle-none')
    expect(refusalOf(story, '2023-08-18T11:00', 'dispatcher', { ...yes, exceptionText: 'reason-3' })?.code).toBe(
      'extension.in-principle-none',
    )
    expect(after(story, '2023-08-18T11:00', 'manager', { ...yes, exceptionText: 'reason-3' }).types).toEqual(['extension-granted'])
  })

  it('只延期一次；不同意的可在届满前再提；一项申请不决定两次', () => {
    const granted = after(extensionAsked(), '2023-08-21T11:00', 'dispatcher', grant)
    expect(refusalOf(granted, '2023-08-22T10:00', 'handler', ask)).toMatchObject({ code: 'extension.once', clause: '12-3' })
    expect(refusalOf(granted, '2023-08-22T10:00', 'dispatcher2', grant)?.code).toBe('extension.none-pending')
    expect(refusalOf(extensionAsked(), '2023-08-21T10:10', 'clerk', ask)?.code).toBe('extension.pending')
    const refused = after(extensionAsked(), '2023-08-21T11:00', 'dispatcher', refuse)
    expect(after(refused, '2023-08-22T10:00', 'handler', ask).types).toEqual(['extension-asked'])
  })

  it('签收以后才申请；别的单位、承办单位自己都不能决定', () => {
    expect(refusalOf(dispatched(), '2023-08-21T10:00', 'clerk', ask)?.code).toBe('assignment.wrong-status')
    expect(refusalOf(inHand(), '2023-08-21T10:00', 'otherClerk', ask)?.code).toBe('assignment.not-your-unit')
    expect(refusalOf(extensionAsked(), '2023-08-21T10:10', 'reviewer', grant)?.code).toBe('work-order.not-entitled')
  })

  it('延期以后订正类别：先按新类别从同一起点算，再加已同意的天数', () => {
    const granted = after(extensionAsked(), '2023-08-21T11:00', 'dispatcher', grant)
    const proposed = after(granted, '2023-08-21T12:00', 'dispatcher', {
      name: 'correct',
      kind: 'complaint',
      subject: 'water-supply',
      place: { county: '513401', township: null },
      reasonText: 'reason-4',
    })
    const corrected = after(proposed, '2023-08-21T14:00', 'manager', { name: 'confirm-correction', confirmed: true })
    // 投诉 10 个工作日：8 月 29 日；再加 5 个：9 月 5 日。
    expect(clockOf(corrected, 'handle-1')?.dueOn).toBe('2023-09-05')
  })
})
