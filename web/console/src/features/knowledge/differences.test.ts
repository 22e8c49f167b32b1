import { describe, expect, it } from 'vitest'
import { differences } from './differences.ts'

const said = (before: string, after: string): string =>
  differences(before.split(' '), after.split(' '))
    .map(({ text, was }) => ({ same: ' ', gone: '-', new: '+' })[was] + text)
    .join('')

describe('第十六条 [16c] 两个版本逐行对照', () => {
  it.each([
    ['甲 乙 丙', '甲 乙 丙', ' 甲 乙 丙'],
    ['甲 乙 丙', '甲 丁 丙', ' 甲-乙+丁 丙'],
    ['甲 乙', '乙 丙', '-甲 乙+丙'],
    ['甲', '乙', '-甲+乙'],
    ['甲 乙 甲', '甲 甲', ' 甲-乙 甲'],
  ])('%s → %s', (before, after, expected) => expect(said(before, after)).toBe(expected))

  it('一边没有内容', () => {
    expect(differences([], ['甲'])).toEqual([{ text: '甲', was: 'new' }])
    expect(differences(['甲'], [])).toEqual([{ text: '甲', was: 'gone' }])
  })
})
