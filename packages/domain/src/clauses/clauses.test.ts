import { describe, expect, it } from 'vitest'
import { clauseOf, clauses, isClauseId } from './index.ts'

describe('条款清单', () => {
  it('编号不重复，按章排列，每条都有中英文说明', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
    const chapters = clauses.map(({ chapter }) => chapter)
    expect(chapters).toEqual(chapters.toSorted())
    for (const { article, title, summary } of clauses) {
      expect(article).toMatch(/^第[一二三四五六七八九十]+条(（[一二三四五六七]）)?$/)
      for (const text of [title, summary.zh, summary.en]) expect(text.trim().length).toBeGreaterThan(0)
    }
  })
  it('成段的编号逐一列出；第五条（五）、第七条（六）对软件没有要求', () => {
    for (const id of ['9-1', '9-7', '22-1', '22-5', '12-2b', '20-mechanism', '28']) expect(isClauseId(id)).toBe(true)
    for (const id of ['5-5', '7-6', '9-8', '']) expect(isClauseId(id)).toBe(false)
    expect(clauseOf('12-2b').article).toBe('第十二条（二）')
  })
})
