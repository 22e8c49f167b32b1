import type { OrderRow } from '@open12345/contract/work-order'
import { describe, expect, it } from 'vitest'
import { likelyRepeats, repeatStepOf } from './likely-repeats.ts'

const row = (orderId: string, subject: string, county: string): OrderRow =>
  ({ orderId, subject, place: { county, township: null } }) as OrderRow

describe('第十三条（四） [13-4] 登记前提示可能的重复诉求', () => {
  const history = [
    row('1', 'power-supply', '513422'),
    row('2', 'water-supply', '513401'),
    row('3', 'power-supply', '513401'),
    row('4', 'noise', '513422'),
  ]
  const found = (about: Parameters<typeof likelyRepeats>[0]) =>
    likelyRepeats(about, history).map(({ row: { orderId }, likeness }) => [orderId, likeness])

  it('事项和地点都相同的最先，然后是只有事项、只有地点相同的；都不同的不提示', () => {
    expect(found({ subject: 'power-supply', place: { county: '513401', township: '513401001' } })).toEqual([
      ['3', 'both'],
      ['1', 'subject'],
      ['2', 'place'],
    ])
  })

  it('还没有填事项、地点的，什么也不提示', () => {
    expect(found({})).toEqual([])
    expect(found({ subject: 'water-supply' })).toEqual([['2', 'subject']])
  })

  it('选了才关联；直接解答、不予受理的随登记办结，不再关联', () => {
    expect(repeatStepOf({})).toBeUndefined()
    expect(repeatStepOf({ repeatOf: '' })).toBeUndefined()
    expect(repeatStepOf({ repeatOf: '3' })).toEqual({ step: 'link', ofOrderId: '3' })
    expect(repeatStepOf({ repeatOf: '3', step: 'answer' })).toBeUndefined()
    expect(repeatStepOf({ repeatOf: '3', step: 'decline' })).toBeUndefined()
    expect(repeatStepOf({ repeatOf: '3', step: 'none', repeatStep: 'explain', repeatExplanation: '没有新的事实。' })).toEqual({
      step: 'explain',
      ofOrderId: '3',
      explanation: '没有新的事实。',
    })
  })
})
