import { describe, expect, it } from 'vitest'
import { gazetteer, placesIn, type KnownPlace } from './index.ts'

const place = (code: string, name: string, more: Partial<KnownPlace> = {}): KnownPlace => ({
  code,
  parentCode: code.length === 9 ? code.slice(0, 6) : '513400',
  name,
  level: code.length === 9 ? 'township' : 'county',
  replacedBy: null,
  isInForce: true,
  ...more,
})

const places = [
  place('513400', '凉山彝族自治州', { level: 'prefecture', parentCode: null }),
  place('513425', '会理县', { replacedBy: '513402', isInForce: false }),
  place('513401', '西昌市'),
  place('513402', '会理市'),
  place('513422', '木里藏族自治县'),
  place('513424', '德昌县'),
  place('513426', '会东县'),
  place('513437', '雷波县'),
  place('513401007', '海南街道'),
  place('513401101', '礼州镇'),
  place('513402101', '鹿厂镇'),
  place('513424201', '金沙傈僳族乡'),
  place('513437105', '金沙镇'),
  place('513437999', '老街镇', { isInForce: false }),
]
const known = gazetteer(places)
const nameOf = new Map(places.map(({ code, name }) => [code, name]))
const read = (words: string, chosen?: string): readonly string[] =>
  placesIn(words, known, chosen).map(({ county, township }) => `${nameOf.get(county)!} ${nameOf.get(township ?? '') ?? ''}`.trim())

describe('第十八条 [18a] 从话里认出涉事地点', () => {
  it.each([
    ['西昌市礼州镇田坝村停水了', ['西昌市 礼州镇']],
    ['会理鹿厂的路灯坏了', ['会理市 鹿厂镇']],
    ['木里县的路塌了', ['木里藏族自治县']],
    ['会理县的公交车', ['会理市']],
    ['德昌县金沙乡的水渠', ['德昌县 金沙傈僳族乡']],
    ['金沙镇码头', ['雷波县 金沙镇']],
  ])('%s', (words, meant) => expect(read(words)).toEqual(meant))

  it('同名的两地都列；说过县市的，只列那一个', () => {
    expect(read('金沙那边没有路灯').toSorted()).toEqual(['德昌县 金沙傈僳族乡', '雷波县 金沙镇'])
    expect(read('雷波的金沙那边没有路灯')).toEqual(['雷波县 金沙镇'])
    expect(read('金沙那边没有路灯', '513424')).toEqual(['德昌县 金沙傈僳族乡'])
  })

  it.each(['物业不会理我们', '村委会东边的垃圾', '西昌路的井盖', '成都市金沙镇', '海南那边回来的人', '老街镇的路', '凉山州的医保', ''])(
    '%s：不是本地的地点',
    (words) => expect(read(words)).toEqual([]),
  )

  it('老家、单位所在地，不当作涉事地点', () => {
    expect(read('我是会理人，在西昌市礼州镇打工')[0]).toBe('西昌市 礼州镇')
    const [bureau] = placesIn('西昌市住建局不办', known)
    const [street] = placesIn('在西昌市办不了', known)
    expect(bureau!.confidence).toBeLessThan(street!.confidence)
  })

  it('说得出是哪几个字，把握在零和一之间', () => {
    const [found] = placesIn('西昌市礼州镇停水', known)
    expect(found!.reasons).toEqual(['西昌市', '礼州镇'])
    expect(found!.confidence).toBeGreaterThan(0.5)
    expect(found!.confidence).toBeLessThanOrEqual(1)
  })

  it('五千字也很快读完，只给最可能的三个', () => {
    expect(placesIn('西昌市礼州镇会理鹿厂雷波金沙德昌木里'.repeat(300), known).length).toBeLessThanOrEqual(3)
  })
})
