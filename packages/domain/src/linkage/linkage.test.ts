import { describe, expect, it } from 'vitest'
import { clauses } from '../clauses/index.ts'
import type { Decision } from '../kernel/index.ts'
import {
  afterEnd,
  callIn,
  correct,
  end,
  feedBack,
  handOver,
  linkageRefusals,
  nextLine,
  receive,
  recordDrill,
  testCall,
  testIsDue,
  type Asked,
  type Line,
  type Linkage,
} from './index.ts'

const codeOf = (decision: Decision<unknown>): readonly [string, string | undefined] | 'accepted' =>
  decision.ok ? 'accepted' : [decision.refusal.code, decision.refusal.clause]
const ambulance: Line = { lineId: 'ambulance-120', kind: 'emergency', number: '120', closed: false }
const police: Line = { lineId: 'police-110', kind: 'emergency', number: '110', closed: false }
const power: Line = { lineId: 'power', kind: 'utility', number: '95598', closed: false }
const water: Line = { lineId: 'water', kind: 'utility', number: null, closed: false }
const talking = { isTalking: true, hasRunning: false }
const asked = (more: Partial<Asked> = {}) => codeOf(callIn({ line: power, consent: 'given', call: talking, ...more }))

describe('第十四条 [14] 通话中呼叫联动热线', () => {
  it('经同意的可以', () => {
    expect(callIn({ line: power, consent: 'given', call: talking })).toEqual({
      ok: true,
      value: { lineId: 'power', number: '95598', consent: 'given' },
    })
  })

  it.each([
    ['不是本座席的来件', { call: undefined }, 'linkage.not-your-call'],
    ['不在通话中', { call: { isTalking: false, hasRunning: false } }, 'linkage.not-talking'],
    ['正连着一条', { call: { isTalking: true, hasRunning: true } }, 'linkage.already-running'],
    ['没有这条热线', { line: undefined }, 'linkage.line-unknown'],
    ['号码待填', { line: water }, 'linkage.number-missing'],
    ['已停用', { line: { ...power, closed: true } }, 'linkage.line-closed'],
  ] as const)('%s的不可以', (_what, more, code) => expect(asked(more)).toEqual([code, '14']))

  it('没接通的，先推荐名录里同类的下一条，号码待填和停用的不推荐', () => {
    const closed = { ...police, lineId: 'fire-119', closed: true }
    const lines = [police, closed, ambulance, power, water]
    expect(nextLine(lines, 'police-110')).toBe('ambulance-120')
    expect(nextLine(lines, 'ambulance-120')).toBe('police-110')
    expect(nextLine(lines, 'power')).toBeUndefined()
    expect(nextLine(lines, 'moon')).toBeUndefined()
  })

  it('对方没有应答就结束的，按交换机所说的原因记', () => {
    const reasons = ['busy', 'rejected', 'no-answer', 'unreachable', 'failed', 'lost', 'cancelled', 'normal'] as const
    expect(reasons.map((reason) => afterEnd('calling', reason))).toEqual([
      'refused',
      'refused',
      'no-answer',
      'unreachable',
      'unreachable',
      'unreachable',
      'cancelled',
      'unreachable',
    ])
    expect(afterEnd('joined', 'normal')).toBe('ended')
    expect(afterEnd('handed-over', 'normal')).toBe('handed-over')
    expect(afterEnd('cancelled', 'cancelled')).toBe('cancelled')
  })
})

describe('第十一条（一） [11-1] 转接和三方通话须经同意', () => {
  it('没有同意的拒绝；紧急热线在紧急情况下不征求，公用事业热线不能免', () => {
    expect(asked({ consent: 'none' })).toEqual(['linkage.no-consent', '11-1'])
    expect(asked({ line: ambulance, consent: 'none' })).toEqual(['linkage.no-consent', '11-1'])
    expect(asked({ consent: 'emergency' })).toEqual(['linkage.consent-not-waived', '11-1'])
    const waived = callIn({ line: ambulance, consent: 'emergency', call: talking })
    expect(waived.ok && waived.value.consent).toBe('emergency')
  })

  it('同意三方通话的，坐席不能退出改为转接', () => {
    const joined: Linkage = { way: 'three-way', state: 'joined', hasFeedback: false }
    expect(codeOf(handOver(joined))).toEqual(['linkage.not-a-transfer', '11-1'])
    expect(codeOf(handOver({ ...joined, way: 'transfer' }))).toBe('accepted')
  })
})

describe('第十四条 [14] 联动记录', () => {
  const linkage = (state: Linkage['state'], more: Partial<Linkage> = {}): Linkage => ({
    way: 'transfer',
    state,
    hasFeedback: false,
    ...more,
  })

  it('对方没有接通，坐席不能退出', () => {
    for (const state of ['calling', 'no-answer', 'ended', 'handed-over'] as const)
      expect(codeOf(handOver(linkage(state)))).toEqual(['linkage.not-joined', '14'])
    expect(codeOf(handOver(undefined))).toEqual(['linkage.unknown', '14'])
  })

  it('呼叫中结束是取消，接通后结束是对方退出，已经结束的不再结束', () => {
    expect(end(linkage('calling'))).toEqual({ ok: true, value: 'cancelled' })
    expect(end(linkage('joined'))).toEqual({ ok: true, value: 'ended' })
    for (const state of ['handed-over', 'no-answer', 'unknown', 'noted'] as const)
      expect(codeOf(end(linkage(state)))).toEqual(['linkage.over', '14'])
    expect(codeOf(end(undefined))).toEqual(['linkage.unknown', '14'])
  })

  it('双向都只反馈一次；没有接通的没有反馈', () => {
    for (const state of ['joined', 'handed-over', 'ended', 'unknown', 'noted'] as const)
      expect(codeOf(feedBack(linkage(state)))).toBe('accepted')
    for (const state of ['calling', 'no-answer', 'refused', 'unreachable', 'cancelled'] as const)
      expect(codeOf(feedBack(linkage(state)))).toEqual(['linkage.not-reached', '14'])
    expect(codeOf(feedBack(linkage('noted', { hasFeedback: true })))).toEqual(['linkage.feedback-given', '14'])
    expect(codeOf(feedBack(undefined))).toEqual(['linkage.unknown', '14'])
  })

  it('对方移交的事项写明成为哪个来件或工单', () => {
    expect(codeOf(receive(police, { hasContact: true, hasOrder: false }))).toBe('accepted')
    expect(codeOf(receive(police, { hasContact: false, hasOrder: true }))).toBe('accepted')
    expect(codeOf(receive(police, { hasContact: false, hasOrder: false }))).toEqual(['linkage.became-nothing', '14'])
    expect(codeOf(receive(undefined, { hasContact: true, hasOrder: true }))).toEqual(['linkage.line-unknown', '14'])
  })

  it('更正号码和备注：要有变化，停用的不改', () => {
    const kept = { ...water, note: null }
    expect(codeOf(correct(kept, { number: '96000', note: null }))).toBe('accepted')
    expect(codeOf(correct(kept, { number: null, note: '夜间转值班室' }))).toBe('accepted')
    expect(codeOf(correct(kept, { number: null, note: null }))).toEqual(['linkage.nothing-changed', '14'])
    expect(codeOf(correct({ ...kept, closed: true }, { number: '1', note: null }))).toEqual(['linkage.line-closed', '14'])
    expect(codeOf(correct(undefined, { number: '1', note: null }))).toEqual(['linkage.line-unknown', '14'])
  })
})

describe('第十四条 [14] 试线和演练', () => {
  it('九十天没有试通的该试线了', () => {
    expect(testIsDue(null, '2026-03-02')).toBe(true)
    expect(testIsDue('2026-03-02', '2026-05-30')).toBe(false)
    expect(testIsDue('2026-03-02', '2026-05-31')).toBe(true)
  })

  it('试线一次一条，号码待填的不能试', () => {
    expect(codeOf(testCall(power, false))).toBe('accepted')
    expect(codeOf(testCall(power, true))).toEqual(['linkage.test-running', '14'])
    expect(codeOf(testCall(water, false))).toEqual(['linkage.number-missing', '14'])
  })

  it('演练在举行之后记录，热线在名录里，整改期限不早于演练', () => {
    const drill = { lineIds: ['ambulance-120'], heldOn: '2026-03-02', dueOn: null }
    const recorded = (more: object) => codeOf(recordDrill({ ...drill, ...more }, [ambulance, power], '2026-03-02'))
    expect(recorded({ dueOn: '2026-03-02' })).toBe('accepted')
    expect(recorded({ heldOn: '2026-03-03' })).toEqual(['linkage.drill-in-future', '14'])
    expect(recorded({ dueOn: '2026-03-01' })).toEqual(['linkage.drill-due-before', '14'])
    expect(recorded({ lineIds: ['moon'] })).toEqual(['linkage.line-unknown', '14'])
    expect(recorded({ lineIds: [] })).toEqual(['linkage.line-unknown', '14'])
  })

  it('每个拒绝都注明真实的条款', () => {
    const known = new Set<string>(clauses.map(({ id }) => id))
    for (const { clause } of Object.values(linkageRefusals)) expect(known.has(clause)).toBe(true)
  })
})
