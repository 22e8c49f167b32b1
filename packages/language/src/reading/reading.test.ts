import { describe, expect, it } from 'vitest'
import { grams, oneSpelling } from './index.ts'

describe('读词：连续汉字切成字串，字母数字整体一词', () => {
  it('全角半角、大小写只有一种写法', () => {
    expect(oneSpelling('ＷｉＦｉ１２３４５')).toBe('wifi12345')
  })

  it('字串不跨过标点和空白', () => {
    expect(grams('低保，怎么办', 2, 2)).toEqual(['低保', '怎么', '么办'])
    expect(grams('低保 WiFi办', 1, 2)).toEqual(['低', '低保', '保', 'wifi', '办'])
  })

  it('比最短还短的一段自成一词', () => {
    expect(grams('路', 2, 3)).toEqual(['路'])
    expect(grams('', 2, 3)).toEqual([])
  })

  it('生僻字是一个字，不切成两半', () => {
    expect(grams('𠮷路灯', 2, 2)).toEqual(['𠮷路', '路灯'])
  })
})
