import { describe, expect, it } from 'vitest'
import { clockNames, type ClockName } from './clock-name.ts'
import { due, refusal } from './testing/world.ts'
import { kinds, type Kind } from '../vocabulary/index.ts'

/** Tuesday 7 March 2023; no holiday until 5 April. */
const at = '2023-03-07T10:00+08:00'
const timed = (clock: ClockName, kind?: Kind) => {
  const { span, dueAt, clause } = due({ clock, at, ...(kind ? { kind } : {}) })
  return [span, dueAt.slice(0, 16), clause]
}

describe('本办法的每个时限', () => {
  it('第十二条（一） [12-1] 受理后3小时工作时间内转办，再次转办相同', () => {
    expect(timed('dispatch')).toEqual(['3wh', '2023-03-07T14:00', '12-1'])
    expect(timed('redispatch')).toEqual(['3wh', '2023-03-07T14:00', '12-1'])
  })
  it('第十二条（二） [12-2a] 1个工作日内签收', () => expect(timed('sign')).toEqual(['1wd', '2023-03-09T00:00', '12-2a']))
  it('第十二条（二） [12-2b] 咨询5、求助和意见建议7、投诉和举报10个工作日', () => {
    expect(timed('handle', 'consultation')).toEqual(['5wd', '2023-03-15T00:00', '12-2b'])
    expect(timed('handle', 'help')).toEqual(['7wd', '2023-03-17T00:00', '12-2b'])
    expect(timed('handle', 'suggestion')).toEqual(['7wd', '2023-03-17T00:00', '12-2b'])
    expect(timed('handle', 'complaint')).toEqual(['10wd', '2023-03-22T00:00', '12-2b'])
    expect(timed('handle', 'report')).toEqual(['10wd', '2023-03-22T00:00', '12-2b'])
  })
  it('第十二条（二） [12-2b] 诉求人时限与类别时限相同', () => {
    for (const kind of kinds) expect(timed('requester', kind)).toEqual(timed('handle', kind))
  })
  it('第十二条（二） [12-2c] 2个工作日内退回；特殊、特殊紧急工单在响应时限内退回', () => {
    expect(timed('return')).toEqual(['2wd', '2023-03-10T00:00', '12-2c'])
    expect(due({ clock: 'return', urgency: 'special', at })).toMatchObject({
      span: '4nh',
      dueAt: '2023-03-07T14:00:00+08:00',
      clause: '12-4a',
    })
    expect(due({ clock: 'return', urgency: 'emergency', at })).toMatchObject({
      span: '2nh',
      dueAt: '2023-03-07T12:00:00+08:00',
      clause: '12-4b',
    })
    expect(due({ clock: 'return', urgency: 'ordinary', at }).span).toBe('2wd')
  })
  it('第九条 [9-guide] 1个工作日内核实', () => expect(timed('verify')).toEqual(['1wd', '2023-03-09T00:00', '9-guide']))
  it('第十二条（三） [12-3] 延期从原时限届满起算，不超过10个工作日；4小时工作时间内审批', () => {
    const oldDue = '2023-03-17T00:00+08:00' // the end of 16 March
    expect(due({ clock: 'extension', at: oldDue })).toMatchObject({ span: '10wd', dueOn: '2023-03-30', clause: '12-3' })
    expect(due({ clock: 'extension', at: oldDue, grantedDays: 1 }).dueOn).toBe('2023-03-17')
    expect(due({ clock: 'extension', at: '2023-03-16T17:00+08:00', grantedDays: 1 }).dueOn).toBe('2023-03-17')
    expect(timed('extension-decision')).toEqual(['4wh', '2023-03-07T15:00', '12-3'])
    for (const grantedDays of [0, 11, 1.5, -3, Number.NaN])
      expect(refusal({ clock: 'extension', at: oldDue, grantedDays })).toBe('clock.extension-out-of-range')
  })
  it('第十二条（四） [12-4a] 特殊事项：15分钟、4小时、3个工作日', () => {
    expect(timed('special-act')).toEqual(['15nm', '2023-03-07T10:15', '12-4a'])
    expect(timed('special-response')).toEqual(['4nh', '2023-03-07T14:00', '12-4a'])
    expect(timed('special-progress')).toEqual(['3wd', '2023-03-11T00:00', '12-4a'])
  })
  it('第十二条（四） [12-4b] 特殊紧急事项：5分钟、2小时、2个工作日', () => {
    expect(timed('emergency-act')).toEqual(['5nm', '2023-03-07T10:05', '12-4b'])
    expect(timed('emergency-response')).toEqual(['2nh', '2023-03-07T12:00', '12-4b'])
    expect(timed('emergency-progress')).toEqual(['2wd', '2023-03-10T00:00', '12-4b'])
  })
  it('第十一条（三） [11-3b] 协办比牵头提前2个工作日，不少于牵头时限的一半', () => {
    expect(timed('assist', 'complaint')).toEqual(['8wd', '2023-03-18T00:00', '11-3b'])
    expect(timed('assist', 'consultation')).toEqual(['3wd', '2023-03-11T00:00', '11-3b'])
    // Asked to assist a week later: half of ten working days from then on.
    expect(due({ clock: 'assist', kind: 'complaint', at: '2023-03-14T10:00+08:00', leadStartAt: Temporal.Instant.from(at) }).dueOn).toBe(
      '2023-03-21',
    )
  })
  it('第十三条（一） [13-1] 24小时内短信回访', () => expect(timed('follow-up')).toEqual(['24nh', '2023-03-08T10:00', '13-1']))
  it('第十三条（二） [13-2] 3日后提醒一次，再3日办结', () => {
    expect(timed('reminder')).toEqual(['3nd', '2023-03-11T00:00', '13-2'])
    expect(timed('no-answer')).toEqual(['3nd', '2023-03-11T00:00', '13-2'])
  })
  it('第十三条（三） [13-3a] 重办为类别时限的一半，向上取整', () => {
    expect(timed('redo', 'consultation')).toEqual(['3wd', '2023-03-11T00:00', '13-3a'])
    expect(timed('redo', 'help')).toEqual(['4wd', '2023-03-14T00:00', '13-3a'])
    expect(timed('redo', 'complaint')).toEqual(['5wd', '2023-03-15T00:00', '13-3a'])
  })
  it('按类别而定的时限，没有类别就不答；其余不问类别', () => {
    const byKind = ['handle', 'requester', 'assist', 'sub-handle', 'redo']
    for (const clock of clockNames)
      expect([clock, refusal({ clock, at })]).toEqual([clock, byKind.includes(clock) ? 'clock.kind-missing' : 'answered'])
  })
})
