import { describe, expect, it } from 'vitest'
import { answer } from './asked.ts'
import { warningsOf } from './near-due.ts'
import { rulesAt } from './rules.ts'
import { startClock } from './start-clock.ts'
import { due, world } from './testing/world.ts'

const code = (asked: Parameters<typeof answer>[0]): string => {
  const decision = answer(asked, world)
  return decision.ok ? 'answered' : decision.refusal.code
}

describe('解释 [12-2b]', () => {
  it('2023年8月8日收到的求助：算式写给人看', () => {
    const { sentences } = due({ clock: 'handle', kind: 'help', at: '2023-08-08T10:00+08:00', calendar: 'liangshan' })
    expect(sentences.zh).toEqual([
      '求助类的办理时限为7个工作日（第十二条（二）），自承办单位收到工单起算：2023-08-08（周二）10:00。',
      '收到当日不计；第1个工作日是2023-08-17（周四），第7个工作日是2023-08-24（周四）。',
      '不计的日子：2023-08-09（民族团结进步节）、2023-08-10至2023-08-16（火把节）、2023-08-20（周末）。',
      '调休上班、计入的日子：2023-08-19（火把节）。',
      '2023-08-24（周四）24时之前完成都算按时。',
      '依据：凉山州12345政务服务便民热线运行管理暂行办法（liangshan-2023-18 第1版），日历：凉山彝族自治州。',
      '条文未写明，暂按以下理解，尚未经解释机关确认：工作日时限的最后一日到24时届满。',
    ])
    expect(sentences.en).toHaveLength(sentences.zh.length)
    expect(sentences.en[3]).toBe('Worked instead, so counted: 2023-08-19 (Torch Festival).')
  })
  it('第二十七条 [27] 依据未确认的默认值时写明，确认后不再写“尚未”', () => {
    const confirmed = world.packs.map((pack) => ({
      ...pack,
      silentDefaults: pack.silentDefaults.map((one) => ({ ...one, confirmedBy: { by: '州大数据中心', document: '测试函' } })),
    }))
    const ask = { clock: 'follow-up', at: '2023-03-07T10:00+08:00' } as const
    expect(due(ask).sentences.zh.join('')).toContain('尚未经解释机关确认')
    expect(due(ask, { ...world, packs: confirmed }).sentences.zh.join('')).not.toContain('尚未')
    expect(due(ask, { ...world, packs: confirmed }).silentDefaults).toMatchObject([{ id: 'follow-up-24h', confirmed: true }])
  })
  it('启动的时限与解释一致，可以原样存为 JSON', () => {
    const startAt = Temporal.Instant.from('2024-07-22T02:00Z')
    const rules = rulesAt('liangshan', startAt, world)
    if (!rules.ok) throw new Error(rules.refusal.code)
    const started = startClock({ clock: 'handle', kind: 'help', startAt }, rules.value)
    if (!started.ok) throw new Error(started.refusal.code)
    const { dueAt, dueOn, provisional, explanation } = started.value
    expect(dueAt.equals(Temporal.Instant.from(explanation.dueAt))).toBe(true)
    expect({ dueOn, provisional }).toEqual({ dueOn: explanation.dueOn, provisional: true })
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
  })
})

describe('第二十二条（一） [22-1] 提醒', () => {
  it('办理届满前2个工作日和4小时各提醒一次；早于起点的不提醒', () => {
    const startAt = Temporal.Instant.from('2023-03-07T10:00+08:00')
    const rules = rulesAt('liangshan', startAt, world, { calendar: 'national' })
    if (!rules.ok) throw new Error(rules.refusal.code)
    const warnings = (dueAt: string) =>
      warningsOf('handle', startAt, Temporal.Instant.from(dueAt), rules.value).map((at) =>
        at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString(),
      )
    expect(warnings('2023-03-17T00:00+08:00')).toEqual(['2023-03-15T09:00:00', '2023-03-16T13:00:00'])
    expect(warnings('2023-03-09T00:00+08:00')).toEqual(['2023-03-08T13:00:00'])
  })
})

describe('来自外部的提问', () => {
  const received = '2023-08-08T10:00+08:00'
  it('裸时限不涉及规定', () => {
    expect(answer({ span: '15wd', received, calendar: 'national' }, world)).toMatchObject({
      value: { dueOn: '2023-08-29', clause: null, pack: null, calendar: 'national' },
    })
    expect(answer({ span: '3wh', received }, world)).toMatchObject({ value: { calendar: 'liangshan', dueAt: '2023-08-08T14:00:00+08:00' } })
  })
  it('看不懂的逐项拒绝', () => {
    expect(code({ received })).toBe('clock.kind-missing')
    expect(code({ received, clock: 'lunch' })).toBe('clock.unknown')
    expect(code({ received, kind: 'gossip' })).toBe('clock.unknown-kind')
    expect(code({ received, clock: 'return', urgency: 'very' })).toBe('clock.unknown-urgency')
    expect(code({ received, kind: 'help', sourceLimit: 'soon' })).toBe('span.malformed')
    expect(code({ received, kind: 'help', leadReceived: 'soon' })).toBe('instant.malformed')
    expect(code({ received: '2023-08-08T10:00', kind: 'help' })).toBe('instant.without-offset')
    expect(code({ received, span: '3wd', clock: 'sign' })).toBe('clock.span-and-clock')
    expect(code({ received, span: 'x' })).toBe('span.malformed')
    expect(code({ received: 'x', span: '3wd' })).toBe('instant.malformed')
    expect(code({ received, span: '3wd', calendar: 'moon' })).toBe('calendar.unknown')
    expect(code({ received, span: '3wd', authority: 'nowhere' })).toBe('calendar.unknown')
  })
})
