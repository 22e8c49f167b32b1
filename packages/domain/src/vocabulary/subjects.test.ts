import { describe, expect, it } from 'vitest'
import { isMeant, subjects } from './index.ts'

const found = (typed: string): readonly string[] => subjects.filter((subject) => isMeant(subject, typed)).map(({ code }) => code)

describe('第八条（一） [8-1] 事项目录', () => {
  it.each([
    ['欠薪', 'wages'],
    ['停水', 'water-supply'],
    ['违停', 'traffic-order'],
    ['社保', 'social-insurance'],
    ['噪音', 'noise'],
    ['Unpaid', 'wages'],
    ['拖欠工资', 'wages'],
  ])('群众说“%s”也找得到', (typed, code) => expect(found(typed)).toContain(code))

  it('没有的就是没有；一种叫法在一个事项里只写一次', () => {
    expect(found('不存在的事项')).toEqual([])
    for (const { synonyms } of subjects) expect(new Set(synonyms).size).toBe(synonyms.length)
  })
})
