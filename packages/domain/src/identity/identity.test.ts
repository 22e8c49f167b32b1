import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskIdNumber, maskName, maskPhone, parseIdNumber, parsePhone } from './index.ts'

describe('第十条 [10-record] 电话号码只有一种写法', () => {
  it.each([
    ['13812341234', 'mobile', '13812341234'],
    [' 138 1234-1234 ', 'mobile', '13812341234'],
    ['+86 138-1234-1234', 'mobile', '13812341234'],
    ['008613812341234', 'mobile', '13812341234'],
    ['8613812341234', 'mobile', '13812341234'],
    ['１３８１２３４１２３４', 'mobile', '13812341234'],
    ['0834-2162345', 'landline', '08342162345'],
    ['（0834）2162345', 'landline', '08342162345'],
    ['+86 834 2162345', 'landline', '08342162345'],
    ['2162345', 'landline', '08342162345'],
    ['028 8612 3456', 'landline', '02886123456'],
    ['010-65123456', 'landline', '01065123456'],
    ['+86 10 6512 3456', 'landline', '01065123456'],
    ['95598', 'service', '95598'],
    ['10086', 'service', '10086'],
    ['400-820-8820', 'service', '4008208820'],
  ])('%s', (text, kind, digits) => expect(parsePhone(text, '0834')).toEqual({ kind, digits }))

  it.each(['', '12345678901', '1381234123', '138123412345', '2162345', '110', '+1 202 555 0143', '一三八', '0834-216', '0000000000'])(
    '不是电话：%s',
    (text) => expect(parsePhone(text)).toBeUndefined(),
  )

  it('写法不同，号码相同；规范形再读不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), fc.constantFrom('', '+86', '0086 ', '86'), (number, prefix) => {
        const digits = String(number)
        const spaced = `${prefix}${digits.slice(0, 3)} ${digits.slice(3, 7)}-${digits.slice(7)}`
        expect(parsePhone(spaced)?.digits).toBe(digits)
        expect(parsePhone(parsePhone(spaced)?.digits ?? '')?.digits).toBe(digits)
      }),
    )
  })
})

describe('第十条 [10-record] 身份证号码', () => {
  it('校验位正确的收下', () => {
    expect(parseIdNumber('11010519491231002X')).toBe('11010519491231002X')
    expect(parseIdNumber('11010519491231002x')).toBe('11010519491231002X')
    expect(parseIdNumber('110105 19491231 002Ｘ')).toBe('11010519491231002X')
    expect(parseIdNumber('440524188001010014')).toBe('440524188001010014')
  })
  it.each(['110105194912310021', '11010519490231002X', '11010519491331002X', '01010519491231002X', '110105491231002', ''])(
    '不是身份证：%s',
    (text) => expect(parseIdNumber(text)).toBeUndefined(),
  )
  it('任改一位数字都能发现', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const id = '440524188001010014'
        const changed = id.slice(0, place) + String((Number(id[place]) + step) % 10) + id.slice(place + 1)
        expect(parseIdNumber(changed)).toBeUndefined()
      }),
    )
  })
})

describe('第二十条 [20a] 个人隐私遮蔽', () => {
  it.each([
    ['王建国', '王**'],
    ['王五', '王*'],
    ['欧阳修文', '欧阳**'],
    ['欧阳', '欧*'],
    ['阿尔沙马尔布', '阿尔**'],
    ['王', '王*'],
    ['  ', ''],
    ['John Smith', 'J**'],
  ])('%s → %s', (name, mask) => expect(maskName(name)).toBe(mask))

  it.each([
    ['13812341234', '138****1234'],
    ['08342162345', '0834-*****45'],
    ['02886123456', '028-******56'],
    ['95598', '955**'],
  ])('%s → %s', (text, mask) => {
    const phone = parsePhone(text)
    expect(phone && maskPhone(phone)).toBe(mask)
  })

  it('身份证只露首尾', () => expect(maskIdNumber('11010519491231002X')).toBe('1****************X'))

  it('遮蔽后的号码拼不回原号', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        const phone = parsePhone(String(number))
        expect(phone && maskPhone(phone).replace(/\d/g, '').length).toBe(4)
      }),
    )
  })
})
