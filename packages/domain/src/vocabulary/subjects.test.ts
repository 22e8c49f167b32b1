import { describe, expect, it } from 'vitest'
import { isMeant, kindLabels, kinds, subjectDomains, subjects } from './index.ts'

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

  it('五类诉求在前，表扬、其他单列；五个领域各有事项，一个事项只属一个领域', () => {
    expect(kinds.map((kind) => kindLabels[kind].zh).toSorted()).toEqual(
      ['咨询', '求助', '投诉', '举报', '意见建议', '表扬', '其他'].toSorted(),
    )
    expect(Object.values(subjectDomains).map(({ zh }) => zh)).toEqual(['经济调节', '市场监管', '社会管理', '公共服务', '生态环境保护'])
    expect(new Set(subjects.map(({ domain }) => domain))).toEqual(new Set(Object.keys(subjectDomains)))
    expect(new Set(subjects.map(({ code }) => code)).size).toBe(subjects.length)
    expect(subjects.filter(({ domain }) => domain === 'environment').map(({ code }) => code)).toContain('noise')
  })
})
