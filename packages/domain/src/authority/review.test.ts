import { describe, expect, it } from 'vitest'
import { decideReview, quarterBefore, quarterOf, type ReviewAsked } from './index.ts'

const on = (day: string) => quarterOf(Temporal.PlainDate.from(day))
const ask = (more: Partial<ReviewAsked> = {}) => {
  const decision = decideReview({ byOfficer: true, signedAlready: false, isCurrent: true, asked: ['a', 'b'], judged: ['b', 'a'], ...more })
  return decision.ok ? 'signed' : decision.refusal.code
}

describe('第二十条 [20-mechanism] 每季度的权限复核', () => {
  it('季度按日历：首日末日不差一天', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => on(day).name)).toEqual([
      '2026-1',
      '2026-1',
      '2026-2',
      '2026-4',
    ])
    expect([on('2026-02-10').last.toString(), on('2026-05-31').first.toString()]).toEqual(['2026-03-31', '2026-04-01'])
    expect(quarterBefore(on('2026-01-15')).name).toBe('2025-4')
  })

  it('一项不漏才能签：少一项、多一项、重复一项都不行', () => {
    expect(ask()).toBe('signed')
    expect(ask({ asked: [], judged: [] })).toBe('signed')
    for (const judged of [['a'], ['a', 'b', 'c'], ['a', 'a'], ['a', 'b', 'b'], ['a', 'c']])
      expect(ask({ judged }), judged.join()).toBe('account.review-incomplete')
  })

  it('别人不能签，过了季度不能签，签过不能再签', () => {
    expect(ask({ byOfficer: false })).toBe('account.not-officer')
    expect(ask({ isCurrent: false })).toBe('account.review-quarter')
    expect(ask({ signedAlready: true })).toBe('account.review-signed')
  })
})
