import { describe, expect, it } from 'vitest'
import { maskSpans, nameSigns, nobodyKnown, phoneDigits, spansIn, type Known } from './screen.ts'

const knownAs = (name: string, phone = '13812341234'): Known => {
  const signs = nameSigns(name)
  return {
    ...nobodyKnown,
    nameLength: signs === null ? null : [...signs].length,
    isName: (words) => words === signs,
    isPhone: (digits) => digits === phoneDigits(phone),
  }
}
const masked = (text: string, known: Known = nobodyKnown): string => maskSpans(text, spansIn(text, known), 'partly')
const kinds = (text: string, known: Known = nobodyKnown): readonly string[] => spansIn(text, known).map(({ kind }) => kind)

describe('第二十条（一） [20a] 正文中的电话', () => {
  it.each([
    '13812341234',
    '138 1234 1234',
    '138-1234-1234',
    '138—1234—1234',
    '１３８１２３４１２３４',
    '138 12341234',
    '1 3 8 1 2 3 4 1 2 3 4',
    '138.1234.1234',
    '138·1234·1234',
    '+8613812341234',
    '+86 138 1234 1234',
    '0086 13812341234',
    '86-13812341234',
    '一三八一二三四一二三四',
    '幺三八幺二三四幺二三四',
    '一三八、一二三四、一二三四',
    '壹叁捌壹贰叁肆壹贰叁肆',
    '138一二三四1234',
    '1\u200b3812341234',
    '①③⑧①②③④①②③④',
    '138_1234_1234',
    '138(1234)1234',
    '+86-138-1234-1234',
  ])('手机号写作 %s', (written) => {
    for (const text of [written, `电话${written}。`, `请打${written}，谢谢`, `(${written})`]) {
      expect([text, kinds(text)]).toEqual([text, ['phone']])
      expect(masked(text)).toContain('138****1234')
    }
    expect(kinds(`电话${written}`, knownAs('王建国'))).toEqual(['own-phone'])
  })

  it.each([
    ['0834-2162345', '0834-*****45'],
    ['（0834）2162345', '（0834-*****45'],
    ['0834 216 2345', '0834-*****45'],
    ['０２８－８６７５４３２１', '028-******21'],
    ['010-62345678', '010-******78'],
    ['座机2162345', '座机*****45'],
    ['家里电话是：86754321', '家里电话是：******21'],
  ])('座机 %s', (text, shown) => expect(masked(text)).toBe(shown))

  it('一句话里有几个号码，各遮各的', () => {
    expect(masked('电话13812341234，或者13900001111，座机0834-2162345')).toBe('电话138****1234，或者139****1111，座机0834-*****45')
    expect(masked('13812341234 13900001111')).toBe('138****1234 139****1111')
    expect(masked('13812341234/13900001111')).toBe('138****1234/139****1111')
  })
})

describe('第二十条（一） [20a] 正文中的证号、卡号、车牌', () => {
  it.each([
    '513431199003071235',
    '513431 19900307 1235',
    '５１３４３１１９９００３０７１２３５',
    '513431-1990-0307-1235',
    '110105194912310 02X',
    '11010519491231002x',
  ])('身份证号 %s', (text) => {
    expect(kinds(`身份证${text}`)).toEqual(['id-number'])
    expect(masked(text)).toMatch(/^[51]\*{16}[5xX]$/)
  })
  it('校验位不对的不是身份证号', () => expect(kinds('513431199003071234')).toEqual([]))

  it.each(['6222021234567890128', '6222 0212 3456 7890 128', '4111-1111-1111-1111'])('银行卡 %s', (text) => {
    const last = text.replaceAll(/\D/g, '').slice(-4)
    expect(kinds(`卡号${text}`)).toEqual(['bank-card'])
    expect(masked(text)).toMatch(new RegExp(`^\\*{12,15}${last}$`))
  })
  it('校验不对的不是卡号', () => expect(kinds('6222021234567890125')).toEqual([]))

  it.each([
    ['川W12345', '川W·*****'],
    ['川W·A1234', '川W·*****'],
    ['川W A1234', '川W·*****'],
    ['川WD12345', '川W·******'],
    ['川w12345', '川w·*****'],
    ['川Ｗ１２３４５', '川W·*****'],
    ['川W1234学', '川W·*****'],
  ])('车牌 %s', (text, shown) => expect(masked(`车牌${text}乱停`)).toBe(`车牌${shown}乱停`))
})

describe('第二十条（一） [20a] 正文中的本人姓名', () => {
  it.each([
    ['王建国', '我是王建国，住北城', '我是王**，住北城'],
    ['王建国', '王 建 国反映', '王**反映'],
    ['欧阳测试', '本人欧阳测试。', '本人欧阳**。'],
    ['吉克·阿依', '我叫吉克阿依', '我叫吉克**'],
    ['吉克阿依', '我叫吉克·阿依', '我叫吉克**'],
    ['Wang Jian', 'my name is wang jian.', 'my name is w**.'],
  ])('%s：%s', (name, text, shown) => expect(masked(text, knownAs(name))).toBe(shown))

  it('没有留名，或者写的不是名字，什么也不遮', () => {
    expect(kinds('群众反映先生女士', knownAs('群众'))).toEqual([])
    expect(kinds('王建国', nobodyKnown)).toEqual([])
    expect(kinds('王', knownAs('王'))).toEqual([])
  })

  it('不许知道是谁的，一个字也不留', () => {
    const text = '我是王建国，13812341234'
    expect(maskSpans(text, spansIn(text, knownAs('王建国')), 'whole')).toBe('我是***，***********')
  })
})

describe('第二十条（一） [20a] 不是身份的，一字不动', () => {
  it.each([
    '工单 260313812345',
    '编号260300000018的工单',
    '凉府发〔2023〕18号',
    '川办函[2023]112号',
    '2023年11月13日14时25分',
    '2023-11-13 14:25:36',
    '20231113142536',
    '2023-2024学年',
    '金额13800.00元',
    '共计1,381,234.12元',
    '拨打12345',
    '打了110、119、120和12315',
    '95598和10086',
    '400-800-1234',
    '第十二条第三款',
    '一二三四五六七八九十',
    '星期一三点',
    '统一社会信用代码91513401MA62H1234X',
    '运单号SF1234567890123',
    '坐标102.267713,27.894504',
    'G5京昆高速K2345+600',
    '川西 川A级景区',
    '108国道3公里',
    '邮编615000',
    '3栋2单元1304',
    'IP 192.168.100.123',
    '从08:30到17:30',
    '每月1380元，12个月',
    '2162345立方米',
    '未交房的有1-1-1302、1-1-1402、1-1-2201、2-2-503、2-2-603、2-1-3001',
    '1974.10-1978.1在册',
    '69.30 27.72 89.05 53.43 81',
    '1、3、8、12、34',
    // By its number: a document's brackets in a title would be read as a clause.
  ])('%#', (text) => expect([text, spansIn(text, knownAs('王建国'))]).toEqual([text, []]))
})

it('第二十条（一） [20a] 长而怪的正文也很快，遮过的再遮不变', () => {
  const odd = ['1', '-', '一', '0834', ' ', '川W', 'X', '*', '\ud83d\ude00', '五'].flatMap((sign, index) =>
    Array.from({ length: 60 }, (_, time) => sign.repeat((time + index) % 4)),
  )
  const text = odd.join('') + '13812341234'.repeat(40)
  const once = masked(text, knownAs('王建国'))
  expect(once.length).toBeGreaterThan(100)
  const plain = masked('王建国13812341234川W12345，卡4111111111111111', knownAs('王建国'))
  expect(masked(plain, knownAs('王建国'))).toBe(plain)
})
