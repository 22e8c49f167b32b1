import { describe, expect, it } from 'vitest'
import { decideChange, isWithin, judgeChange, unitRefusals, withdrawChange, type Around, type TreeUnit, type UnitChange } from './index.ts'

const today = '2026-03-02'
const unit = (unitId: string, parentId: string | null, more: Partial<TreeUnit> = {}): TreeUnit => ({
  unitId,
  parentId,
  kind: 'department',
  name: `${unitId}局`,
  shortName: null,
  nameEn: null,
  from: '2023-02-17',
  to: null,
  ...more,
})
const units = [
  unit('office', null, { kind: 'office' }),
  unit('centre', null, { kind: 'centre' }),
  unit('water', null),
  unit('water-pipes', 'water', { kind: 'section' }),
  unit('power', null),
  unit('old', null, { to: '2025-01-01' }),
  unit('new', null, { from: '2026-03-02' }),
  unit('coming', null, { from: '2026-06-01' }),
]
const around = (more: Partial<Around> = {}): Around => ({
  tree: new Map(units.map((one) => [one.unitId, one])),
  on: today,
  others: [],
  knowsPlace: true,
  hasOpenOrders: false,
  ...more,
})
const names = { name: '州供水局', shortName: null, nameEn: null }
const founded: UnitChange = { kind: 'founded', unitId: 'heat', ...names, unitKind: 'department', parentId: null, placeCode: null }
const renamed: UnitChange = { kind: 'renamed', unitId: 'water', ...names }
const merged = (unitId: string, successorId: string): UnitChange => ({ kind: 'merged', unitId, successorId })
const moved = (unitId: string, parentId: string | null): UnitChange => ({ kind: 'moved', unitId, parentId })
const dissolved = (unitId: string): UnitChange => ({ kind: 'dissolved', unitId })
const answer = (change: UnitChange, more: Partial<Around> = {}): string => {
  const decision = decideChange(change, around(more), today)
  return decision.ok ? 'ok' : decision.refusal.code
}

describe('第七条（一） [7-1] 单位变更：可以的', () => {
  it.each([
    [founded, {}],
    [{ ...founded, parentId: 'water', placeCode: '513401' }, {}],
    [renamed, {}],
    [{ ...renamed, unitId: 'centre' }, {}],
    [moved('water', 'power'), {}],
    [moved('water-pipes', null), {}],
    [merged('water', 'power'), {}],
    [merged('water-pipes', 'water'), {}],
    [dissolved('power'), {}],
    [dissolved('power'), { on: '2027-01-01' }],
    [moved('water', 'coming'), { on: '2026-06-01' }],
  ] as const)('%j %j', (change, more) => expect(answer(change, more)).toBe('ok'))
})

describe('第七条（一） [7-1] 单位变更：不可以的，各有各的理由', () => {
  const other = { unitId: 'water', on: today, state: 'ahead', name: null } as const
  it.each([
    ['unit.day-past', renamed, { on: '2026-03-01' }],
    ['unit.day-taken', renamed, { others: [other] }],
    ['unit.day-taken', renamed, { others: [{ ...other, state: 'in-effect' }] }],
    ['unit.code-taken', { ...founded, unitId: 'old' }, {}],
    ['unit.code-taken', founded, { others: [{ ...other, unitId: 'heat', on: '2026-09-01' }] }],
    ['unit.name-taken', { ...founded, name: 'power局' }, {}],
    ['unit.name-taken', { ...renamed, name: 'power局' }, {}],
    ['unit.name-taken', renamed, { others: [{ ...other, unitId: 'heat', name: names.name }] }],
    ['unit.place-unknown', { ...founded, placeCode: '999999' }, { knowsPlace: false }],
    ['unit.parent-not-in-force', { ...founded, parentId: 'old' }, {}],
    ['unit.parent-not-in-force', { ...founded, parentId: 'nowhere' }, {}],
    ['unit.parent-not-in-force', moved('water', 'coming'), {}],
    ['unit.unknown', dissolved('nowhere'), {}],
    ['unit.not-in-force', { ...renamed, unitId: 'old' }, {}],
    ['unit.nothing-changed', { ...renamed, name: 'water局' }, {}],
    ['unit.nothing-changed', moved('water', null), {}],
    ['unit.ring', moved('water', 'water-pipes'), {}],
    ['unit.ring', moved('water', 'water'), {}],
    ['unit.merge-self', merged('water', 'water'), {}],
    ['unit.merge-below', merged('water', 'water-pipes'), {}],
    ['unit.successor-not-in-force', merged('water', 'old'), {}],
    ['unit.successor-not-in-force', merged('water', 'nowhere'), {}],
    ['unit.successor-dispatches', merged('water', 'centre'), {}],
    ['unit.needed', merged('centre', 'water'), {}],
    ['unit.needed', dissolved('office'), {}],
    ['unit.needed', moved('centre', 'water'), {}],
    ['unit.not-begun', dissolved('new'), {}],
    ['unit.has-units-below', dissolved('water'), {}],
    ['unit.open-orders', dissolved('power'), { hasOpenOrders: true }],
  ] as const)('%s：%j', (code, change, more) => {
    expect(answer(change, more)).toBe(code)
    expect(unitRefusals[code].zh.length).toBeGreaterThan(5)
  })

  it('已撤回或已生效的旧决定不占名称；改回自己的名称不算重名', () => {
    const over = { unitId: 'heat', on: '2026-01-01', state: 'in-effect', name: names.name } as const
    expect(answer(renamed, { others: [over] })).toBe('ok')
    expect(answer({ ...renamed, name: 'water局', shortName: '供水' })).toBe('ok')
  })

  it('到了生效日重新判断：不再问日子，只问世界变成了什么样', () => {
    expect(judgeChange(renamed, around({ others: [{ unitId: 'water', on: today, state: 'in-effect', name: null }] })).ok).toBe(true)
    expect(judgeChange(dissolved('power'), around({ hasOpenOrders: true })).ok).toBe(false)
  })

  it('未生效的、卡住的可以撤回；生效的、撤回过的、没有的不行', () => {
    expect(['ahead', 'held-up'].map((state) => withdrawChange(state as 'ahead').ok)).toEqual([true, true])
    expect(['in-effect', 'withdrawn', undefined].map((state) => withdrawChange(state as 'withdrawn').ok)).toEqual([false, false, false])
  })
})

describe('第七条（一） [7-1] 上下级', () => {
  it('往上走到头；接成环的也走得完', () => {
    const tree = new Map([unit('a', 'b'), unit('b', 'a'), unit('c', 'a')].map((one) => [one.unitId, one]))
    expect([isWithin(tree, 'c', 'b'), isWithin(tree, 'a', 'a'), isWithin(tree, 'a', 'c')]).toEqual([true, true, false])
  })
})
