import { describe, expect, it } from 'vitest'
import {
  averageLink,
  gramCounts,
  groupsFrom,
  rarityAmong,
  regroup,
  sharedBy,
  sharedStretches,
  topicOf,
  vectorOf,
  withoutFormulas,
  type Message,
} from './index.ts'

const noise = ['月城花园工地半夜打桩，睡不着', '半夜还在打桩，月城花园旁边工地', '请管月城花园工地夜间打桩的噪音']
const lift = ['锦绣家园电梯坏了没人修', '电梯停了半个月，锦绣家园物业不修', '锦绣家园电梯又停了']
const water = ['礼州镇停水两天', '礼州停水，什么时候来水', '礼州镇老街停水没有通知']
const others = ['身份证到期如何换领', '公积金异地提取', '井盖缺失', '广场舞扰民', '医保外省报销', '出租车拒载']
const told = [...noise, ...lift, ...water, ...others]

const read = (texts: readonly string[], place: string | null = null): readonly Message<string>[] => {
  const counts = texts.map((text) => gramCounts('', text))
  const rarity = rarityAmong(counts)
  return counts.map((one) => ({ place, vector: vectorOf(one, rarity) }))
}

const asSets = (texts: readonly string[], groups: readonly number[]): ReadonlySet<string> =>
  new Set(
    [...Map.groupBy(texts.keys(), (at) => groups[at]).values()].map((all) =>
      all
        .map((at) => texts[at])
        .toSorted()
        .join('｜'),
    ),
  )
const expected = new Set([noise, lift, water, ...others.map((one) => [one])].map((all) => all.toSorted().join('｜')))

describe('归并热点：说同一件事的归在一起，各说各的分开', () => {
  it('重新归并，不论先后', () => {
    expect(asSets(told, regroup(read(told)))).toEqual(expected)
    const turned = told.toReversed()
    expect(asSets(turned, regroup(read(turned)))).toEqual(expected)
  })

  it('一件一件地来，也归到同样的热点；每次结果相同', () => {
    for (const order of [told, told.toReversed()]) {
      const messages = read(order)
      const topics = new Map<number, Message<string>[]>()
      const groups = messages.map((message, at) => {
        const topic = topicOf(message, topics) ?? at
        topics.set(topic, [...(topics.get(topic) ?? []), message])
        return topic
      })
      expect(asSets(order, groups)).toEqual(expected)
    }
  })

  it('两地说同样的事，共同的字要多一倍', () => {
    const [one, other] = read(['停水两天没有人管', '停水了，快来看看', ...others])
    const shared = sharedBy(one!.vector, other!.vector)
    expect(shared).toBeGreaterThan(0.07)
    expect(shared).toBeLessThan(0.14)
    const topics = new Map([[1, [{ ...one!, place: '513401' }]]])
    expect(topicOf({ ...other!, place: '513401' }, topics)).toBe(1)
    expect(topicOf({ ...other!, place: null }, topics)).toBe(1)
    expect(topicOf({ ...other!, place: '513426' }, topics)).toBeUndefined()
  })

  it('客套话不算：只有客套话相同的，归不到一起', () => {
    expect(withoutFormulas('您好，我想反映一个情况：月城花园停水，请有关部门尽快处理。')).toBe('月城花园停水， 。')
    expect(withoutFormulas('反映月城花园停水')).toBe('月城花园停水')
    expect(withoutFormulas('你好')).toBe('')
  })

  it('什么都没说的，不与别的归在一起', () => {
    const [empty] = read([''])
    expect(topicOf(empty!, new Map([[1, [empty!]]]))).toBeUndefined()
    expect(regroup(read(['', '', '停水']))).toEqual([0, 1, 2])
    expect(regroup([])).toEqual([])
  })

  it('手算：三件，平均相似度', () => {
    const values = Float32Array.from([0, 0.5, 0.2, 0.5, 0, 0.3, 0.2, 0.3, 0])
    const unions = averageLink({ values, count: 3 })
    expect(unions.map(({ likeness }) => Math.round(likeness * 100))).toEqual([50, 25])
    expect(groupsFrom(unions, 3, 0.3)).toEqual([0, 0, 2])
    expect(groupsFrom(unions, 3, 0.2)).toEqual([0, 0, 0])
  })
})

describe('归并热点：说得出为什么在一起', () => {
  it('用多数人共有的最长的话命名，彼此不重叠', () => {
    expect(sharedStretches(water)).toEqual(['礼州镇', '停水'])
    expect(sharedStretches(['锦绣家园办不了房产证', '锦绣家园房产证办理', '请问锦绣家园的房产证'])).toEqual(['锦绣家园', '房产证'])
  })
  it('到处都有的话不拿来命名', () => {
    const usual = (stretch: string): number => (stretch === '什么时候' ? 1 : 0)
    expect(sharedStretches(['什么时候通车', '什么时候修路'], usual)).not.toContain('什么时候')
  })
  it('没有共同的话，没有名字', () => expect(sharedStretches(['停水', '路灯'])).toEqual([]))
})
