import { describe, expect, it } from 'vitest'
import { isLike, likelyFirst } from './like-incident.ts'

const incident = (subject: string, county: string, township: string | null = null) => ({ subject, place: { county, township } })

describe('第十二条（四） [12-4a] 哪一件像是进行中的事件', () => {
  it('同一事项、同一县市；两边都写明乡镇的，乡镇也要相同', () => {
    const about = { subject: 'power-supply', place: { county: '513401', township: '513401001' } }
    expect(isLike(about, incident('power-supply', '513401'))).toBe(true)
    expect(isLike(about, incident('power-supply', '513401', '513401001'))).toBe(true)
    expect(isLike(about, incident('power-supply', '513401', '513401002'))).toBe(false)
    expect(isLike(about, incident('water-supply', '513401'))).toBe(false)
    expect(isLike(about, incident('power-supply', '513422'))).toBe(false)
    expect(isLike({ ...about, place: { county: '513401', township: null } }, incident('power-supply', '513401', '513401002'))).toBe(true)
  })

  it('事项或地点还没有填的，什么也不像', () => {
    expect(isLike({ subject: 'power-supply' }, incident('power-supply', '513401'))).toBe(false)
    expect(isLike({ place: { county: '513401', township: null } }, incident('power-supply', '513401'))).toBe(false)
  })

  it('像的排在前面，其余次序不变', () => {
    const [water, elsewhere, meant] = [
      incident('water-supply', '513401'),
      incident('power-supply', '513422'),
      incident('power-supply', '513401'),
    ]
    const about = { subject: 'power-supply', place: { county: '513401', township: null } }
    expect(likelyFirst(about, [water, elsewhere, meant])).toEqual([meant, water, elsewhere])
  })
})
