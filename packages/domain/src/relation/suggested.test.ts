import { describe, expect, it } from 'vitest'
import { relationsSuggested } from './suggested.ts'
import { sentences } from './testing/sentences.ts'
import { huili, named, xichang } from './testing/units.ts'
import { unitNames } from './unit-names.ts'

const letters = { respondent: 'r', accused: 'a' } as const
const told = (words: string, kind: Parameters<typeof relationsSuggested>[1], place: Parameters<typeof relationsSuggested>[3]) =>
  relationsSuggested(words, kind, named, place).map(({ as, unitId }) => `${letters[as]}:${unitId}`)

describe('第二十条（三） [20c] 从正文中提示被投诉、被举报的单位', () => {
  it('提示准确率、查全率不低于现值', () => {
    const wrong: string[] = []
    let [right, given, wanted] = [0, 0, 0]
    for (const [words, kind, place, expected] of sentences) {
      const found = told(words, kind, place)
      const named = expected.split(' ').filter(Boolean)
      const hits = found.filter((one) => named.includes(one)).length
      right += hits
      given += found.length
      wanted += named.length
      if (hits < Math.max(found.length, named.length)) wrong.push(`${words} → ${found.join(' ')}, not ${expected}`)
    }
    const measured = `precision ${right}/${given}, recall ${right}/${wanted}\n${wrong.join('\n')}`
    expect(sentences.length).toBeGreaterThan(60)
    expect(right / given, measured).toBeGreaterThanOrEqual(54 / 57)
    expect(right / wanted, measured).toBeGreaterThanOrEqual(54 / 55)
  })

  it('指出是哪几个字：单位、缘由、其人', () => {
    const words = '我要反映：州住房和城乡建设局局长张某收受好处费。'
    const cut = (stretch: { readonly start: number; readonly end: number } | null | undefined) =>
      stretch ? words.slice(stretch.start, stretch.end) : stretch
    const [found, ...others] = relationsSuggested(words, null, named, null)
    expect(others).toEqual([])
    expect(found).toMatchObject({ unitId: 'housing', as: 'accused' })
    expect(cut(found?.named)).toBe('州住房和城乡建设局')
    expect(cut(found?.because)).toBe('收受')
    expect(cut(found?.person)).toBe('局长张某')
    const byKind = '举报北城派出所的所长'
    const [station] = relationsSuggested(byKind, 'report', named, xichang)
    expect(station).toMatchObject({ unitId: 'police', as: 'accused', because: null })
    expect(byKind.slice(station?.named.start, station?.named.end)).toBe('北城派出所')
    expect(byKind.slice(station?.person?.start, station?.person?.end)).toBe('的所长')
  })

  it.each([
    ['住建局不作为', null, ['r:housing']],
    ['住建局不作为', xichang, ['r:housing']],
    ['住建局不作为', huili, ['r:huili-housing']],
    ['州住建局不作为', huili, ['r:housing']],
    ['会理市住建局不作为', xichang, ['r:huili-housing']],
    ['市住建局不作为', huili, ['r:huili-housing']],
    ['市住建局不作为', xichang, ['r:xichang']],
    ['盐源县教育局不作为', null, ['r:yanyuan']],
    ['市住建局不作为', null, []],
    ['绵阳市住建局不作为', huili, []],
    ['镇政府不作为', huili, []],
    ['安宁镇政府不作为', xichang, []],
    ['太平镇政府不作为', null, ['r:taiping']],
  ] as const)('同名的按地方分：%s', (words, place, expected) => expect(told(words, null, place)).toEqual(expected))

  it('说了几次的只提示一次，取重的；先后不拘', () => {
    const [bribe, service] = ['住建局有人受贿。', '住建局态度差。']
    for (const words of [bribe + service, service + bribe]) expect(told(words, null, null)).toEqual(['a:housing'])
    expect(told('城管局推诿，发改委受贿', null, null)).toEqual(['r:urban', 'a:development'])
  })

  it('表扬的、没有单位的、名录是空的，不提示', () => {
    expect(told('城管局推诿', 'praise', null)).toEqual([])
    expect(told('', 'report', xichang)).toEqual([])
    expect(relationsSuggested('举报住建局受贿', 'report', unitNames([]), null)).toEqual([])
  })

  it('长而怪的正文也答得出', () => {
    const odd = ['市', '县', '州', '局', '住建局', '不', '🙂', '\n', '派出所', '西昌市'].flatMap((sign, index) =>
      Array.from({ length: 50 }, (_, time) => sign.repeat((time + index) % 5)),
    )
    const words = odd.join('')
    for (const { named: one } of relationsSuggested(words, 'report', named, xichang)) expect(one.end).toBeGreaterThan(one.start)
    expect(told(`${words}。住建局受贿`, 'report', xichang)).toContain('a:housing')
  })
})
