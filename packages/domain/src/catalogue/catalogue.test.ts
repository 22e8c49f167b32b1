import { describe, expect, it } from 'vitest'
import { judgeCatalogueChange, judgeReview, judgeRevocation, judgeWithdrawal, type Accepted } from './decide.ts'
import { bareCounties, doubtsOf } from './doubts.ts'
import { answeringFor, applying, whereOf, type CatalogueUnit, type Entry, type World } from './entry.ts'
import { afterPlan, afterUndoing, planOf, type CatalogueChange } from './plan.ts'

const place = (
  code: string,
  parentCode: string | null,
  level: 'prefecture' | 'county' | 'township',
  from = '2000-01-01',
  to: string | null = null,
) => [code, { code, parentCode, level, from, to }] as const
const unit = (unitId: string, more: Partial<CatalogueUnit> = {}) =>
  [unitId, { kind: 'department', from: '2020-01-01', to: null, mergedInto: null, ...more }] as const

/** A prefecture of two counties; the old county code gave way in 2021. */
const world: World = {
  places: new Map([
    place('990000', null, 'prefecture'),
    place('990100', '990000', 'county'),
    place('990200', '990000', 'county'),
    place('990300', '990000', 'county', '2000-01-01', '2021-01-20'),
    place('990101', '990100', 'township'),
  ]),
  units: new Map([
    unit('centre', { kind: 'centre' }),
    unit('housing'),
    unit('roads'),
    unit('east', { kind: 'county' }),
    unit('gone', { to: '2026-01-01' }),
    unit('merged', { to: '2026-01-01', mergedInto: 'roads' }),
    unit('one', { to: '2026-01-01', mergedInto: 'two' }),
    unit('two', { to: '2026-01-02', mergedInto: 'one' }),
  ]),
}
const entry = (placeCode: string, unitId: string, more: Partial<Entry> = {}): Entry => ({
  subject: 'waste',
  placeCode,
  unitId,
  principle: 'duty',
  basis: '《示例条例》第一条',
  from: '2023-01-01',
  to: null,
  ...more,
})
const set = (more: Partial<Extract<CatalogueChange, { kind: 'set' }>> = {}): CatalogueChange => ({
  kind: 'set',
  subject: 'waste',
  placeCode: '990100',
  unitId: 'east',
  principle: 'place',
  basis: '《示例条例》第二条',
  on: '2026-04-01',
  until: null,
  ...more,
})
const end = (on: string, placeCode = '990100'): CatalogueChange => ({ kind: 'end', subject: 'waste', placeCode, on })
const whole = entry('990000', 'housing')
const judged = (change: CatalogueChange, entries: readonly Entry[] = [whole], today = '2026-03-02') => {
  const found = judgeCatalogueChange(change, { world, entries, today })
  return found.ok ? 'ok' : found.refusal.code
}

describe('第十一条（二） [11-2] 派单目录：最窄的地方优先', () => {
  it('乡镇、县、州依次找；并入的由承接单位负责；终止而无人承接的，找更大的地方', () => {
    const entries = [whole, entry('990100', 'east'), entry('990101', 'gone')]
    const at = (code: string, on = '2026-03-02') => applying(entries, whereOf(world, code), world, on)?.unitId
    expect([at('990000'), at('990200'), at('990100'), at('990101'), at('990101', '2025-12-31')]).toEqual([
      'housing',
      'housing',
      'east',
      'east',
      'gone',
    ])
    expect([answeringFor(world, 'merged', '2025-12-31'), answeringFor(world, 'merged', '2026-01-01')]).toEqual(['merged', 'roads'])
    expect([answeringFor(world, 'one', '2026-03-02'), answeringFor(world, 'nowhere', '2026-03-02')]).toEqual([undefined, undefined])
  })

  it('疑点：没有人管的县市、单位已终止或已并入的条目、与更大的地方相同的条目', () => {
    const entries = [
      entry('990100', 'gone'),
      entry('990200', 'merged'),
      entry('990101', 'roads'),
      entry('990300', 'east', { subject: 'noise' }),
    ]
    const doubts = doubtsOf(['waste', 'noise'], entries, world, '2026-03-02')
    expect(doubts.holes).toEqual([
      { subject: 'waste', counties: ['990100'] },
      { subject: 'noise', counties: ['990100', '990200'] },
    ])
    expect(doubts.over.map(({ unitId }) => unitId)).toEqual(['gone', 'merged'])
    expect(doubts.idle).toEqual([])
    const same = [whole, entry('990100', 'housing'), entry('990200', 'east'), entry('990101', 'housing')]
    expect(doubtsOf([], same, world, '2026-03-02').idle.map(({ placeCode }) => placeCode)).toEqual(['990100', '990101'])
    expect(bareCounties([], world, '2021-01-19')).toContain('990300')
    expect(bareCounties([], world, '2021-01-20')).not.toContain('990300')
  })
})

describe('第十一条（二） [11-2] 派单目录的变更', () => {
  it('昨天的日子、相反的日子、不认识的事项和地方、不存续的单位、热线中心，都不收', () => {
    expect(judged(set())).toBe('ok')
    expect(judged(set({ on: '2026-03-02' }))).toBe('ok')
    expect(judged(set({ on: '2026-03-01' }))).toBe('catalogue.day-past')
    expect(judged(set({ until: '2026-04-01' }))).toBe('catalogue.days-contradict')
    expect(judged(set({ subject: 'moon' }))).toBe('catalogue.subject-unknown')
    expect(judged(set({ placeCode: '999999' }))).toBe('catalogue.place-unknown')
    expect(judged(set({ placeCode: '990300' })), '代码已换').toBe('catalogue.place-unknown')
    expect(judged(set({ unitId: 'gone' }))).toBe('catalogue.unit-not-in-force')
    expect(judged(set({ unitId: 'nowhere' }))).toBe('catalogue.unit-not-in-force')
    expect(judged(set({ unitId: 'centre' }))).toBe('catalogue.unit-dispatches')
  })

  it('原来的一条到前一天为止，新的一条从当天起；过去的一天也不改', () => {
    const entries = [whole, entry('990100', 'roads')]
    const plan = planOf(set(), entries)
    const after = afterPlan(plan, '2026-04-01', entries)
    const on = (day: string) => applying(after, whereOf(world, '990100'), world, day)?.unitId
    expect([on('2023-01-01'), on('2026-03-31'), on('2026-04-01'), on('2030-01-01')]).toEqual(['roads', 'roads', 'east', 'east'])
    expect(after).toHaveLength(3)
  })

  it('同日起的一条没有开始可以换，开始了从次日起改；与以后的一条重叠的，要写止日', () => {
    const ahead = [whole, entry('990100', 'roads', { from: '2026-04-01' })]
    expect(judged(set(), ahead)).toBe('ok')
    expect(afterPlan(planOf(set(), ahead), '2026-04-01', ahead).map(({ unitId }) => unitId)).toEqual(['housing', 'east'])
    expect(judged(set(), ahead, '2026-04-01')).toBe('catalogue.day-taken')
    expect(judged(set({ on: '2026-03-10' }), ahead)).toBe('catalogue.overlaps')
    expect(judged(set({ on: '2026-03-10', until: '2026-04-02' }), ahead)).toBe('catalogue.overlaps')
    expect(judged(set({ on: '2026-03-10', until: '2026-04-01' }), ahead)).toBe('ok')
    const same = entry('990100', 'east', { principle: 'place', basis: '《示例条例》第二条' })
    expect(judged(set(), [whole, same])).toBe('catalogue.nothing-changed')
    expect(judged(set({ until: '2026-06-01' }), [whole, same]), '只加止日也是变更').toBe('ok')
  })

  it('终止：没有条目的无可终止，未开始的次日起；不让任何县市没有承办单位', () => {
    expect(judged(end('2026-04-01'))).toBe('catalogue.nothing-to-end')
    expect(judged(end('2026-04-01'), [whole, entry('990100', 'east')])).toBe('ok')
    expect(judged(end('2026-04-01'), [whole, entry('990100', 'east', { from: '2026-04-01' })])).toBe('catalogue.not-begun')
    expect(judged(end('2026-04-01', '990000'))).toBe('catalogue.leaves-nobody')
    expect(judged(end('2026-04-01', '990000'), [whole, entry('990100', 'east'), entry('990200', 'roads')])).toBe('ok')
    expect(judged(end('2026-04-01'), [entry('990100', 'east')])).toBe('catalogue.leaves-nobody')
    expect(judged(set({ placeCode: '990000', unitId: 'roads', until: '2026-05-01' })), '止日以后没有人').toBe('catalogue.leaves-nobody')
    expect(judged(end('2026-04-01'), [entry('990100', 'gone'), entry('990200', 'east')]), '本来就没有人').toBe('ok')
  })

  it('第二个人审：自己提的自己不能审，只能撤；审过的不再审', () => {
    const code = (found: ReturnType<typeof judgeReview>) => (found.ok ? 'ok' : found.refusal.code)
    expect([code(judgeReview('open', false)), code(judgeReview('open', true))]).toEqual(['ok', 'catalogue.own-proposal'])
    expect([code(judgeReview('accepted', false)), code(judgeReview(undefined, false))]).toEqual([
      'catalogue.change-over',
      'catalogue.change-unknown',
    ])
    expect([code(judgeWithdrawal('open', true)), code(judgeWithdrawal('open', false))]).toEqual(['ok', 'catalogue.not-yours'])
    expect([code(judgeWithdrawal('refused', true)), code(judgeWithdrawal(undefined, true))]).toEqual([
      'catalogue.change-over',
      'catalogue.change-unknown',
    ])
  })
})

describe('第十一条（二） [11-2] 已经同意、还没有到日子的变更可以撤销', () => {
  /** Accepted: what the catalogue then says, and what it said before. */
  const carriedOut = (change: CatalogueChange, entries: readonly Entry[]) => {
    const plan = planOf(change, entries)
    return { after: afterPlan(plan, change.on, entries), before: [plan.ends, plan.replaces].filter((was) => was !== undefined) }
  }
  const revoked = (entries: readonly Entry[], more: Partial<Accepted> = {}, today = '2026-03-31') => {
    const { change = set() } = more
    const accepted: Accepted = { change, state: 'accepted', before: [], isOwn: true, reviews: false, ...more }
    const found = judgeRevocation(accepted, { world, entries, today })
    return found.ok ? afterUndoing(found.value, entries) : found.refusal.code
  }
  const sorted = (entries: ReturnType<typeof revoked>) => (typeof entries === 'string' ? entries : new Set(entries))

  it.each([
    ['新定的', set(), [whole]],
    ['接在原来一条后面的', set(), [whole, entry('990100', 'roads', { to: '2027-01-01' })]],
    ['同日起换掉一条的', set(), [whole, entry('990100', 'roads', { from: '2026-04-01' })]],
    ['有止日的', set({ until: '2026-05-01' }), [whole, entry('990100', 'roads', { from: '2026-05-01' })]],
    ['终止的', end('2026-04-01'), [whole, entry('990100', 'roads')]],
  ])('撤销以后与没有改过一样：%s', (_, change, entries) => {
    const { after, before } = carriedOut(change, entries)
    expect(after).not.toEqual(entries)
    expect(sorted(revoked(after, { change, before }))).toEqual(new Set(entries))
  })

  it('生效当天起不能撤销；只有提出的人和审定的人；没有同意的、已被代替的、撤销过的不能', () => {
    const { after, before } = carriedOut(set(), [whole])
    expect(revoked(after, { before }, '2026-04-01')).toBe('catalogue.in-effect')
    expect(revoked(after, { before, isOwn: false })).toBe('catalogue.not-yours-to-revoke')
    expect(sorted(revoked(after, { before, isOwn: false, reviews: true }))).toEqual(new Set([whole]))
    for (const state of ['open', 'refused', 'withdrawn', 'revoked', 'replaced'] as const)
      expect(revoked(after, { before, state })).toBe('catalogue.not-standing')
    expect(revoked(after, { before: null })).toBe('catalogue.nothing-kept')
    const unknown = judgeRevocation(undefined, { world, entries: [whole], today: '2026-03-02' })
    expect(unknown.ok ? '' : unknown.refusal.code).toBe('catalogue.change-unknown')
  })

  it('后来的变更接在后面的，先撤后来的', () => {
    const start = [whole, entry('990100', 'roads')]
    const first = carriedOut(set({ until: '2026-06-01' }), start)
    const change = set({ until: '2026-06-01' })
    const behind = carriedOut(set({ on: '2026-07-01', unitId: 'housing' }), first.after)
    expect(revoked(behind.after, { change, before: first.before }), '会与后面的一条重叠').toBe('catalogue.built-upon')
    const shorter = carriedOut(set({ on: '2026-05-01', unitId: 'housing', until: '2026-06-01' }), first.after)
    expect(revoked(shorter.after, { change, before: first.before }), '已经被后面的一条截短').toBe('catalogue.built-upon')
    const again = carriedOut(set({ unitId: 'housing' }), carriedOut(end('2026-04-01'), start).after)
    expect(revoked(again.after, { change: end('2026-04-01'), before: [entry('990100', 'roads')] }), '终止以后又定了').toBe(
      'catalogue.built-upon',
    )
  })

  it('以后哪一天有县市因此没有承办单位，也不能撤销', () => {
    const bare = [entry('990200', 'roads'), entry('990000', 'housing', { to: '2026-09-01' })]
    const { after, before } = carriedOut(set(), bare)
    expect(revoked(after, { before })).toBe('catalogue.leaves-nobody')
  })
})
