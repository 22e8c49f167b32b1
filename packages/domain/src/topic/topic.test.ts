import { describe, expect, it } from 'vitest'
import { liangshan202318 } from '../policy/index.ts'
import { passedOn, surgeOf, whileOpen } from './index.ts'

const { settings } = liangshan202318
const calm = { messages: 5, people: 3, special: 0, before: 0 }
const reasons = (more: object) => surgeOf({ ...calm, ...more }, settings)

describe('第十九条 [19a] 热点突增的预警', () => {
  it('3日内5件、3人起；少一件、少一人都不算', () => {
    expect(reasons({})).toEqual(['surge'])
    expect(reasons({ messages: 4 })).toEqual([])
    expect(reasons({ people: 2 })).toEqual([])
  })
  it('比平常多3倍才算：此前30日10件，平常3日1件；20件，平常2件，5件不到三倍', () => {
    expect(reasons({ before: 10 })).toEqual(['surge'])
    expect(reasons({ before: 20 })).toEqual([])
    expect(reasons({ before: 20, messages: 6 })).toEqual(['surge'])
  })
  it('两件特殊事项、不是同一个人，就算', () => {
    expect(reasons({ messages: 2, people: 2, special: 2 })).toEqual(['special'])
    expect(reasons({ messages: 2, people: 1, special: 2 })).toEqual([])
    expect(reasons({ messages: 2, people: 2, special: 1 })).toEqual([])
    expect(reasons({ special: 2 })).toEqual(['surge', 'special'])
  })
})

const code = (decision: ReturnType<typeof whileOpen> | ReturnType<typeof passedOn>) => (decision.ok ? 'accepted' : decision.refusal.code)

describe('第十九条 [19a] 预警有责任人、有结果', () => {
  it('没有的、处置过的不能再处置', () => {
    expect([undefined, 'open', 'confirmed', 'dismissed'].map((state) => code(whileOpen(state as 'open')))).toEqual([
      'topic.no-warning',
      'accepted',
      'topic.decided',
      'topic.decided',
    ])
  })
  it('转给办公室、现有的单位；不转给原处、没有的单位', () => {
    const centre = { owner: 'centre', unitId: null } as const
    const pass = (to: Parameters<typeof passedOn>[2], isOpen = true) => code(passedOn('open', centre, to, isOpen))
    expect(pass({ owner: 'office', unitId: null })).toBe('accepted')
    expect(pass({ owner: 'unit', unitId: 'housing' })).toBe('accepted')
    expect(pass({ owner: 'unit', unitId: 'housing' }, false)).toBe('topic.owner-unit')
    expect(pass({ owner: 'unit', unitId: null })).toBe('topic.owner-unit')
    expect(pass({ owner: 'office', unitId: 'housing' })).toBe('topic.owner-unit')
    expect(pass(centre)).toBe('topic.same-owner')
    expect(code(passedOn('dismissed', centre, { owner: 'office', unitId: null }, true))).toBe('topic.decided')
  })
})
