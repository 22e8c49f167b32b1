import { describe, expect, it } from 'vitest'
import { isWithin, superiorOf } from './unit-tree.ts'

const unit = (unitId: string, parentId: string | null, supervisedBy: string | null) => ({ unitId, parentId, supervisedBy, name: unitId })
const units = [
  unit('office', null, 'government'),
  unit('government', null, null),
  unit('housing', null, 'office'),
  unit('property', 'housing', null),
  unit('water', null, 'housing'),
  unit('both', 'housing', 'office'),
  unit('ring', null, 'ring-section'),
  unit('ring-section', 'ring', null),
]

describe('第二十条（三） [20c] 被举报单位的上级或者监督单位', () => {
  it('先是督办单位，没有的是上级；都没有的，或者督办的就在它下面的，没有', () => {
    const above = units.map(({ unitId }) => superiorOf(units, unitId)?.unitId)
    expect(above).toEqual(['government', undefined, 'office', 'housing', 'housing', 'office', undefined, 'ring'])
  })
  it('下属单位算在内，督办的不算', () => {
    expect(isWithin(units, 'property', 'housing')).toBe(true)
    expect(isWithin(units, 'housing', 'housing')).toBe(true)
    expect(isWithin(units, 'water', 'housing')).toBe(false)
    expect(isWithin(units, 'housing', 'property')).toBe(false)
    expect(isWithin(units, 'nowhere', 'housing')).toBe(false)
  })
})
