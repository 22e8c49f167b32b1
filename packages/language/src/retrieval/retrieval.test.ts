import { describe, expect, it } from 'vitest'
import {
  confidenceOf,
  entryOf,
  marksOf,
  passageOf,
  readQuestion,
  readText,
  scoring,
  termNumber,
  termsToLookUp,
  type Searched,
  type Statistics,
} from './index.ts'

const item = (title: string, body: string, keywords: readonly string[] = [], variants: readonly string[] = []): Searched => ({
  title,
  variants,
  keywords,
  body,
})
const items: readonly Searched[] = [
  item('最低生活保障怎样申请', '向户籍所在地乡镇提出，提交收入和财产声明。', ['低保', '困难'], ['吃低保要什么条件']),
  item('居民身份证补领', '到就近的派出所提出，交一张照片。', ['身份证']),
  item('路灯不亮找谁修', '说清是哪条路、哪一盏，三个工作日内修好。', ['路灯']),
  item('公共租赁住房', '家庭收入没有超过标准、在本地没有住房的，可以提出。', ['公租房']),
]
const entries = items.map(entryOf)
const statistics: Statistics = {
  items: items.length,
  meanSigns: entries.reduce((sum, { signs }) => sum + signs, 0) / items.length,
  holding: (term) => entries.filter(({ terms }) => terms.includes(term)).length,
}
const equivalents = [['低保', '最低生活保障']]
const ranked = (text: string, isFuzzy = false) => {
  const question = readQuestion(text, equivalents, isFuzzy)
  const score = scoring(question, statistics)
  return items
    .map((one) => ({ title: one.title, scored: score(readText(one, { isTyped: question.typed.length > 0 })) }))
    .filter(({ scored }) => scored.score > 0)
    .toSorted((one, other) => other.scored.score - one.scored.score)
    .map(({ title, scored }) => ({ title, confidence: confidenceOf(scored, question, statistics) }))
}
const first = (text: string, isFuzzy = false): string | undefined => ranked(text, isFuzzy)[0]?.title

describe('检索：按字串、标题、读音排序', () => {
  it('换个叫法也找得到：低保即最低生活保障', () => {
    expect(first('低保')).toBe('最低生活保障怎样申请')
    const bare = items.map((one) => ({ ...one, keywords: [], variants: [] }))
    const question = readQuestion('低保', equivalents)
    const score = scoring(question, statistics)
    expect(bare.map((one) => score(readText(one, { isTyped: false })).score > 0)).toEqual([true, false, false, false])
  })

  it('拼音和首字母只对标题、问法、关键词', () => {
    expect([first('dibao'), first('shenfenzheng'), first('gzf')]).toEqual(['最低生活保障怎样申请', '居民身份证补领', '公共租赁住房'])
    expect(first('paichusuo')).toBeUndefined()
  })

  it('同音字、写错一个字：当作可能写错时才找', () => {
    const [typed, forgiven] = [ranked('低宝')[0]!, ranked('低宝', true)[0]!]
    expect(forgiven.title).toBe('最低生活保障怎样申请')
    expect(forgiven.confidence).toBeGreaterThan(typed.confidence)
    expect(first('身粪证', true)).toBe('居民身份证补领')
    // 西南口音：平翘舌、前后鼻音不分
    expect(first('怎领身份增', true)).toBe('居民身份证补领')
  })

  it('问的话整段出现在一处的，排在同样的字散在各处的前面', () => {
    const [whole, scattered] = ['住房补贴按月发放到本人账户', '住房由本单位统一安排，另有补贴；工资按月结算，奖金年底发放']
    const filling = '。有关事项另行通知，请大家留意。'.repeat(12)
    const score = scoring(readQuestion('住房补贴按月发放', []), statistics)
    const of = (body: string) => score(readText(item('通知', body + filling), { isTyped: false })).window?.repeated ?? 0
    expect(of(whole)).toBe(6 ** 1.5)
    // 离得远的两段不连，只算说得多的那一处
    expect(of(scattered)).toBeLessThan(of(whole) / 2)
    expect(of(`住房补贴${filling}${filling}按月发放`)).toBe(2 ** 1.5)
  })

  it('五百字的一整段话也问得出来，最少见的字说了算', () => {
    const around =
      '我是去年秋天从外县搬来的，白天在市场上卖菜，晚上十点多才收摊，骑三轮车回出租屋，中间要经过一段两公里左右的弯道，旁边就是水渠，没有护栏。' +
      '上星期下雨，隔壁卖豆腐的老周差一点冲下去，幸好被树挡住，只擦破了膝盖。我给社区说过，社区讲归别的单位，我又问了几个人，有人说归这个，有人说归那个，' +
      '跑了四五趟，每次都叫我回去等消息，等到现在没有人来看过一眼。'
    const talk = `${around}其实就是那条路的路灯一直不亮。希望有人重视，毕竟走夜路的不止我一个，还有下晚自习的学生和上夜班的护士。`
    expect([...talk].length).toBeGreaterThan(200)
    expect(readQuestion(talk, []).length).toBeGreaterThan(0)
    expect(first(talk)).toBe('路灯不亮找谁修')
  })

  it('问的话里没有一个词相干，把握很小；问的就是标题，把握很大', () => {
    expect(ranked('路灯不亮')[0]!.confidence).toBeGreaterThan(0.8)
    expect(ranked('家庭聚会在哪里办')[0]?.confidence ?? 0).toBeLessThan(0.3)
    expect(ranked('量子纠缠')).toEqual([])
  })

  it('说的是这件事、问的不是这一条：东西对上了，具体的没有，把握不大', () => {
    const confidence = (text: string): number => ranked(text)[0]?.confidence ?? 0
    expect(confidence('身份证怎么补领')).toBeGreaterThan(0.6)
    expect(confidence('身份证上民族写错了')).toBeLessThan(0.5)
    // 换个叫法说的那几个字不算具体
    expect(readQuestion('吃低保的还贷利息', equivalents).particulars).toEqual(['吃', '贷', '利', '息'])
  })

  it('客套话不算数，只剩客套话就照字面问', () => {
    expect(readQuestion('请问路灯怎么办', []).plain).toEqual(readQuestion('路灯', []).plain)
    expect(readQuestion('怎么办', []).plain.length).toBeGreaterThan(0)
  })

  it('查索引只问成对的字；问一个字就问这个字', () => {
    const looked = (text: string) => termsToLookUp(readQuestion(text, [])).map(({ term }) => term)
    expect(looked('路灯')).toEqual(['路灯', '^路灯'])
    expect(looked('税')).toContain('税')
  })

  it('字串的编号不变：编号变了，已有的索引就失效', () => {
    expect([termNumber(''), termNumber('低保'), termNumber('^低保')]).toEqual([-2128831035, termNumber('低保'), termNumber('^低保')])
    expect(termNumber('低保')).not.toBe(termNumber('保低'))
  })
})

describe('摘录：说到所问的那几句，标出位置', () => {
  const body = `开头讲别的事情。${'中间是很长的一段说明，与所问的没有关系。'.repeat(12)}路灯坏了请拨打电话，三天修好。最后一句。`
  const question = readQuestion('路灯坏了找谁', [])
  const text = readText(item('市政设施', body), { isTyped: false })
  const passage = passageOf(body, scoring(question, statistics)(text).window, question)

  it('从说到它的那一句开始，位置对得上原文', () => {
    expect(passage.text.startsWith('路灯坏了')).toBe(true)
    expect(body.slice(passage.start, passage.end)).toBe(passage.text)
    expect(passage.marks.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['路灯坏了'])
  })

  it('什么都没说到就从头摘，空的也不出错', () => {
    expect(passageOf(body, undefined, readQuestion('', [])).text.startsWith('开头')).toBe(true)
    expect(passageOf('', undefined, question)).toEqual({ text: '', start: 0, end: 0, marks: [] })
  })

  it('标题里标出问到的词，全角半角按原文的位置', () => {
    expect(marksOf('ＷｉＦｉ和路灯', readQuestion('wifi 路灯', [])).map(({ start, end }) => 'ＷｉＦｉ和路灯'.slice(start, end))).toEqual([
      'ＷｉＦｉ',
      '路灯',
    ])
  })

  it('生僻字不切成两半', () => {
    const rare = '𠮷'.repeat(300)
    const cut = passageOf(rare, undefined, readQuestion('𠮷', []))
    expect([...cut.text].every((sign) => sign === '𠮷')).toBe(true)
  })
})
