import { describe, expect, it } from 'vitest'
import { bytesFrom, figuresOf, learn, modelFrom, read, type Example } from './index.ts'

const said: readonly (readonly [label: string, ...texts: string[]])[] = [
  ['lights', '路灯不亮，晚上看不见路', '路灯坏了三天没人修', '小区门口路灯全灭了', '桥头的路灯一闪一闪'],
  ['insurance', '医保怎么报销', '住院以后医保报销比例是多少', '异地医保报销要什么材料', '医保卡里的钱能不能给老人报销'],
  ['water', '自来水停水两天了', '又停水了没有通知', '停水什么时候恢复', '水压太低，顶楼没有水'],
]
const examples: readonly Example[] = said.flatMap(([label, ...texts]) => texts.map((text) => ({ text, label })))

describe('学习：线性分类，只留散列后的权重', () => {
  const model = learn(examples)
  const first = (text: string): string | undefined => read(model, text, 1)[0]?.label

  it('没见过的说法也分得开', () => {
    expect([first('巷子里路灯不亮'), first('新农合医保报销'), first('早上停水')]).toEqual(['lights', 'insurance', 'water'])
  })

  it('把握是份额，从大到小；什么都认不出就没有把握', () => {
    const answers = read(model, '路灯不亮', 3)
    expect(answers.map(({ confidence }) => confidence)).toEqual(answers.map(({ confidence }) => confidence).toSorted((a, b) => b - a))
    expect(answers.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 10)
    expect(read(model, 'qwerty', 1)[0]!.confidence).toBeLessThan(read(model, '路灯不亮', 1)[0]!.confidence)
  })

  it('理由是原话里的一段，且只说给那一类', () => {
    const [best, ...others] = read(model, '我们这里路灯不亮，医保也不能报销', 3)
    const reasonsOf = (label: string) => [best!, ...others].find((answer) => answer.label === label)!.reasons.join(' ')
    expect(reasonsOf('lights')).toContain('路灯')
    expect(reasonsOf('lights')).not.toContain('医保')
    expect(reasonsOf('insurance')).toContain('报销')
    expect(reasonsOf('water')).toBe('')
  })

  it('同样的例子学出同样的字节；多一个例子就不同', () => {
    expect(bytesFrom(learn(examples))).toEqual(bytesFrom(model))
    expect(bytesFrom(learn([...examples, { text: '路灯灯杆歪了', label: 'lights' }]))).not.toEqual(bytesFrom(model))
  })

  it('只有一个人说过的话不留下', () => {
    const once = learn([...examples, { text: '咕噜咕噜路灯', label: 'lights' }])
    const known = (text: string) => read(once, text, 3).map(({ confidence }) => confidence)
    expect(known('咕噜咕噜')).toEqual(known('qwerty'))
  })

  it('分量重的例子更算数', () => {
    const torn = (worth: number) =>
      read(
        learn([
          ...examples,
          ...['井盖响了', '井盖坏了'].map((text) => ({ text, label: 'lights', worth })),
          { text: '井盖响了', label: 'water' },
        ]),
        '井盖响了',
        3,
      ).find(({ label }) => label === 'lights')!.confidence
    expect(torn(5)).toBeGreaterThan(torn(1))
  })

  it('成组的例子一起学、一起留出', () => {
    // Each text stands alone: who has not seen its like can only guess.
    const likes = [...'甲乙丙丁戊己庚辛壬癸子丑'].flatMap((text, at) =>
      Array.from({ length: 4 }, () => ({ text, label: at % 2 === 0 ? 'one' : 'other', group: text })),
    )
    const apart = likes.map(({ text, label }) => ({ text, label }))
    const sure = (of: readonly Example[]) => read(learn(of), likes[0]!.text, 1)[0]!.confidence
    expect(sure(likes)).toBeLessThan(sure(apart))
  })
})

describe('存取：带格式号和校验', () => {
  const model = learn(examples)
  const bytes = bytesFrom(model)

  it('存下再读回，说的一样', () => {
    const back = modelFrom(bytes)!
    for (const text of ['路灯不亮', '医保', '停水'].concat('')) expect(read(back, text, 3)).toEqual(read(model, text, 3))
    expect(bytesFrom(back)).toEqual(bytes)
  })

  it('读的是一段缓冲的中间也一样', () => {
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(bytesFrom(modelFrom(shifted.subarray(3))!)).toEqual(bytes)
  })

  it('坏了一个字节、少了一截、别的格式，都不读', () => {
    for (const at of [0, 4, 20, bytes.length - 1]) {
      const spoilt = Uint8Array.from(bytes)
      spoilt[at] = spoilt[at]! ^ 1
      expect(modelFrom(spoilt)).toBeUndefined()
    }
    expect(modelFrom(bytes.subarray(0, -5))).toBeUndefined()
    expect(modelFrom(new Uint8Array())).toBeUndefined()
  })

  it('字节里没有学过的词', () => {
    const kept = new TextDecoder('utf-8', { fatal: false }).decode(bytes)
    for (const word of ['路灯', '医保', '停水']) expect(kept).not.toContain(word)
  })
})

describe('好坏：正确率与各类平均 F1', () => {
  it('手算', () => {
    const { accuracy, macroF1 } = figuresOf(['a', 'a', 'a', 'b'], ['a', 'a', 'b', 'b'])
    expect(accuracy).toBe(0.75)
    expect(macroF1).toBeCloseTo((0.8 + 2 / 3) / 2, 10)
  })

  it('没有说的不算对；没有出现的类不算进平均', () => {
    expect(figuresOf(['a', 'b'], ['a', undefined]).macroF1).toBe(0.5)
    expect(figuresOf(['a', 'a'], ['a', 'c']).macroF1).toBeCloseTo(2 / 3, 10)
  })
})
