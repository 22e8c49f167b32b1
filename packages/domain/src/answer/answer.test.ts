import { describe, expect, it } from 'vitest'
import { judge, owesTelling, quoted, sure, tellAgain } from './index.ts'

const hit = (itemId: string, confidence: number) => ({ itemId, confidence })

describe('第十七条 [17b] 智能应答：答得准才答', () => {
  it('一条最可信，就用它答', () => {
    expect(judge([hit('a', sure), hit('b', sure * 0.8)])).toEqual({ kind: 'answered', by: hit('a', sure) })
  })

  it('差一点也不算答案：说不知道，只列相近的', () => {
    const found = [hit('a', sure - 0.001), hit('b', 0.2), hit('c', 0.1), hit('d', 0.05)]
    expect(judge(found)).toEqual({ kind: 'unknown', near: found.slice(0, 3) })
    expect(judge([])).toEqual({ kind: 'unknown', near: [] })
  })

  it('几条都像：请问的人选，最多四条', () => {
    const found = ['a', 'b', 'c', 'd', 'e'].map((itemId) => hit(itemId, 0.9))
    expect(judge(found)).toEqual({ kind: 'which', choices: found.slice(0, 4) })
    expect(judge([hit('a', 0.9), hit('b', 0.77), hit('c', 0.76)])).toEqual({ kind: 'which', choices: [hit('a', 0.9), hit('b', 0.77)] })
  })

  it('第二条再接近，不够可信也不列为选择', () => {
    expect(judge([hit('a', sure), hit('b', sure - 0.001)]).kind).toBe('answered')
  })
})

describe('第十六条 [16c] 内容变了，告诉问过的人', () => {
  it('有了新版本、撤下了，就要告知；没变不用', () => {
    expect(owesTelling({ toldVersion: 1, currentVersion: 2, outcomes: [] })).toBe(true)
    expect(owesTelling({ toldVersion: 1, currentVersion: null, outcomes: [] })).toBe(true)
    expect(owesTelling({ toldVersion: 2, currentVersion: 2, outcomes: [] })).toBe(false)
  })

  it('打不通还欠着；告知了、不必告知就了结，不再记第二次', () => {
    const changed = { toldVersion: 1, currentVersion: 2 }
    expect(tellAgain({ ...changed, outcomes: ['not-reached', 'not-reached'] })).toEqual({ ok: true, value: true })
    for (const outcome of ['told', 'not-needed'] as const)
      expect(tellAgain({ ...changed, outcomes: ['not-reached', outcome] })).toMatchObject({ refusal: { code: 'answer.settled' } })
  })

  it('没有答复过的人，没有可告知的', () => {
    expect(tellAgain(undefined)).toMatchObject({ refusal: { code: 'answer.nobody-told' } })
  })
})

describe('第十七条 [17b] 引用原文', () => {
  const [first, second, third] = ['甲'.repeat(300), `乙${'丙'.repeat(200)}丁`, '戊'.repeat(300)]
  const body = `${first}\n${second}\n${third}`

  it('短的全文照录，长的只取说到所问的那一段', () => {
    expect(quoted('一句话。\n', { start: 0, end: 2 })).toEqual({ text: '一句话。', isWhole: true })
    expect(quoted(body, { start: 310, end: 320 })).toEqual({ text: second, isWhole: false })
    expect(quoted(body, { start: 0, end: 10 })).toEqual({ text: first, isWhole: false })
    expect(quoted(body, { start: 290, end: 310 })).toEqual({ text: `${first}\n${second}`, isWhole: false })
  })

  it('一段太长的，截断并标明', () => {
    const { text, isWhole } = quoted('长'.repeat(2000), { start: 900, end: 910 })
    expect([text.length, text.endsWith('…'), isWhole]).toEqual([600, true, false])
  })
})
