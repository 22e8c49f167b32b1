import { expect, test } from 'vitest'
import { isStrongPassword } from './index.ts'

test.each([
  ['九个字符不够', 'Abcdefg12', false],
  ['十个字符，字母加数字', 'Abcdefgh12', true],
  ['只有一类字符', 'abcdefghijkl', false],
  ['中文口令加数字', '西昌月亮城火把节2026', true],
  ['含登录名', 'seat-2026-xyz', false],
  ['含大写的登录名', 'SEAT-2026-xyz', false],
  ['重复的几个字符', '1a1a1a1a1a1a', false],
  ['128 个字符', 'a1b2c'.repeat(25) + 'xyz', true],
  ['129 个字符', 'a1b2c'.repeat(25) + 'wxyz', false],
])('第二十条 [20-mechanism] 口令强度：%s', (_, password, strong) => expect(isStrongPassword(password, 'seat')).toBe(strong))
