import { describe, expect, it } from 'vitest'
import { grams } from '../reading/index.ts'
import { bm25 } from './index.ts'

const read = (text: string): readonly string[] => grams(text, 2, 2)
const texts = ['路灯坏了没有人修', '低保怎么申请，低保要什么材料', '社保卡丢了怎么补办，补办要什么材料，在哪里补办', '怎么申请公租房']

describe('BM25：只按字串排序的基线', () => {
  const ask = bm25(texts.map(read))
  const first = (question: string): number | undefined => ask(read(question))[0]?.document

  it('说得最像的在前', () => {
    expect([first('路灯不亮'), first('申请低保'), first('社保卡补办'), first('公租房申请')]).toEqual([0, 1, 2, 3])
  })

  it('没有共同字串的不在其中；什么都没问，什么都没有', () => {
    expect(ask(read('路灯')).map(({ document }) => document)).toEqual([0])
    expect(ask(read('垃圾'))).toEqual([])
    expect(ask([])).toEqual([])
  })

  it('少见的字串比常见的重', () => {
    const [申请, 低保] = [ask(['申请'])[0]!.score, ask(['低保'])[0]!.score]
    expect(低保).toBeGreaterThan(申请)
  })

  it('手算：一份文件、一个词', () => {
    expect(bm25([['甲']])(['甲'])[0]!.score).toBeCloseTo(Math.log(1 + 0.5 / 1.5), 10)
  })
})
