import { describe, expect, it } from 'vitest'
import { workingDays } from '../calendar/index.ts'
import { due, refusal } from './testing/world.ts'

const at = '2023-03-07T10:00+08:00'
const complaint = { clock: 'handle', kind: 'complaint', at } as const
const governs = (explanation: ReturnType<typeof due>) =>
  explanation.candidates.filter((one) => one.governs).map(({ basis, span }) => `${basis} ${span}`)

describe('第十二条 末款 [12-5] 另有规定从其规定', () => {
  it('法定时限更长，也从法定', () => {
    const wages = due({ ...complaint, subject: 'wages' })
    expect(wages).toMatchObject({ span: '60wd', clause: '12-5', article: '《劳动保障监察条例》第十七条' })
    expect(governs(wages)).toEqual(['statutory 60wd'])
    expect(wages.candidates.map(({ basis, span, dueOn }) => [basis, span, dueOn])).toEqual([
      ['pack', '10wd', '2023-03-21'],
      ['statutory', '60wd', wages.dueOn],
    ])
  })
  it('适用和不适用的时限都用中文写明长短', () => {
    const { zh, en } = due({ ...complaint, subject: 'wages' }).sentences
    expect(zh.find((sentence) => sentence.startsWith('不适用'))).toContain('10个工作日')
    expect(zh.find((sentence) => sentence.startsWith('适用'))).toContain('60个工作日')
    expect(zh.join('')).not.toMatch(/\d+wd/)
    expect(en.find((sentence) => sentence.startsWith('Does not govern'))).toContain('10 working days')
  })
  it('法定时限更短，也从法定', () =>
    expect(due({ ...complaint, subject: 'consumer' })).toMatchObject({ span: '7wd', clause: '12-5', dueOn: '2023-03-16' }))
  it('法定时限只管所列的事项和类别', () => {
    expect(due({ ...complaint, kind: 'consultation', subject: 'wages' })).toMatchObject({ span: '5wd', clause: '12-2b' })
    expect(due({ ...complaint, subject: 'roads' }).clause).toBe('12-2b')
  })
  it('诉求人时限同样从法定，签收不受影响', () => {
    expect(due({ ...complaint, clock: 'requester', subject: 'gas-supply' }).span).toBe('15wd')
    expect(due({ ...complaint, clock: 'sign', subject: 'gas-supply' }).span).toBe('1wd')
  })
  it('上级平台与本办法，取较短的约束承办单位', () => {
    const shorter = due({ ...complaint, source: 'sichuan-12345', sourceLimit: workingDays(5) })
    expect(shorter).toMatchObject({ span: '5wd', clause: '12-5', dueOn: '2023-03-14' })
    expect(governs(shorter)).toEqual(['source 5wd'])
    expect(due({ ...complaint, sourceLimit: workingDays(15) })).toMatchObject({ span: '10wd', clause: '12-2b' })
    expect(due({ ...complaint, clock: 'requester', sourceLimit: workingDays(5) }).span).toBe('10wd')
  })
  it('上级平台写明最后一日', () => {
    expect(due({ ...complaint, upstreamDueOn: '2023-03-10' })).toMatchObject({
      span: null,
      dueOn: '2023-03-10',
      dueAt: '2023-03-11T00:00:00+08:00',
      days: ['2023-03-08', '2023-03-09', '2023-03-10'],
    })
    expect(due({ ...complaint, upstreamDueOn: '2023-05-10' }).span).toBe('10wd')
    expect(refusal({ ...complaint, upstreamDueOn: '2023-02-30' })).toBe('clock.upstream-date-malformed')
    expect(refusal({ ...complaint, upstreamDueOn: '2099-12-31' })).toBe('clock.upstream-date-malformed')
  })
  it('三者都有，从法定', () => {
    const all = due({ ...complaint, subject: 'wages', sourceLimit: workingDays(5), upstreamDueOn: '2023-03-09' })
    expect(all.candidates.map(({ basis }) => basis)).toEqual(['pack', 'statutory', 'source', 'source'])
    expect(governs(all)).toEqual(['statutory 60wd'])
  })
  it('协办随牵头的法定时限', () => expect(due({ ...complaint, clock: 'assist', subject: 'consumer' }).span).toBe('5wd'))
})
