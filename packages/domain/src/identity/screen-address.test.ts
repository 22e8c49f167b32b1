import { describe, expect, it } from 'vitest'
import { homeForms, tellsOwnHome } from './screen-address.ts'
import { screened } from './screen-right.ts'
import { nobodyKnown, spansIn, type Known } from './screen.ts'

const livingAt = (home: string): Known => {
  const forms = homeForms(home)
  return { ...nobodyKnown, homeLengths: forms.map((form) => [...form].length), isHome: (form) => forms.includes(form) }
}

describe('第二十条（一） [20a] 正文中的住址', () => {
  const home = '四川省凉山州西昌市北城街道航天大道三段12号月城小区3栋2单元501室'
  const known = livingAt(home)
  const read = (text: string, masking: 'partly' | 'identity' | 'whole', role = 'content', who = known) =>
    screened({ role, text, spans: spansIn(text, who) }, masking)

  it.each([
    '月城小区3栋2单元501室',
    '月城小区3栋2单元501',
    '月城小区三栋二单元五〇一室',
    '月城小区３号楼２单元５０１',
    '月城小区 3 幢 2 单元 501 号',
    '月城小区3-2-501',
    '月城小区3栋2单元',
    '航天大道三段12号月城小区3栋2单元501室',
    '航天大道3段12号月城小区3栋2单元501室',
    '北城街道航天大道三段12号月城小区3栋2单元501室',
    home,
    home.replaceAll(/(?=[省州市道段号区栋元])/g, ' '),
  ])('登记的住址写作 %s', (written) => {
    for (const text of [`${written}漏水`, `我反映${written}，漏水`, `（${written}）`]) {
      for (const masking of ['whole', 'identity'] as const) {
        expect([text, read(text, masking)]).toEqual([text, text.replace(written, (all) => '*'.repeat(all.length))])
        expect(read(text, masking, 'reply')).toBe(read(text, masking))
        expect(read(text, masking, 'address')).toBe(read(text, masking))
      }
      expect(read(text, 'partly')).toBe(text)
    }
  })

  it.each([
    '月城小区3栋2单元502室',
    '月城小区3栋1单元',
    '月城小区3栋',
    '航天大道三段12',
    '日城小区3栋2单元501室',
    '12号月城',
    '月城小区3栋2单元5013',
  ])('不是登记的住址：%s', (text) => expect([text, spansIn(text, known).map(({ kind }) => kind)]).not.toContain(['own-address']))
  it.each([
    ['金沙江路九十七号十单元', '金沙江路97号10单元'],
    ['金沙江路一百零三号二十单元', '金沙江路103号20单元'],
    ['金沙江路一百号十二单元', '金沙江路100号12单元'],
    ['金沙江路一百二十三号三单元', '金沙江路123号3单元'],
    ['十里铺村十一组五号', '十里铺村11组5号'],
  ])('数字写作汉字也是同一处：%s', (one, other) => {
    for (const [given, written] of [
      [one, other],
      [other, one],
    ] as const) {
      const who = livingAt(given)
      expect(read(`在${written}漏水`, 'identity', 'content', who)).toBe(`在${'*'.repeat(written.length)}漏水`)
    }
  })
  it.each([
    ['没有号码的太笼统，不认', '西昌市礼州镇田坝村', []],
    ['村组门牌，认到村', '礼州镇田坝村5组12号', ['礼州镇田坝村5#12', '镇田坝村5#12', '田坝村5#12']],
    ['有单元有室，少写室也认', '月城小区3栋2单元501室', ['月城小区3#2#501', '月城小区3#2']],
    ['什么也没写', '  ', []],
  ] as const)('%s', (_, address, forms) => expect(homeForms(address)).toEqual(forms))

  it.each([
    ['金鹰大道月城小区3栋2单元501室噪音大', '**************噪音大', nobodyKnown],
    ['大石板村5组12号违建', '*********违建', nobodyKnown],
    ['大石板村五组十二号违建', '**********违建', nobodyKnown],
    ['对面阳光花园A3栋2单元1304', '**************1304', nobodyKnown],
    ['幸福家园3-2-501号放高利贷', '***********放高利贷', nobodyKnown],
  ] as const)('是谁的不知道的住处，只对保密件的承办单位遮：%s', (text, masked, who) => {
    expect(read(text, 'whole', 'content', who).replace(/\*+/, '*')).toBe(masked.replace(/\*+(?:1304)?/, '*'))
    expect(read(text, 'identity', 'content', who)).toBe(text)
    expect(read(text, 'partly', 'content', who)).toBe(text)
    for (const role of ['address', 'reply']) expect(read(text, 'whole', role, who)).toBe(text)
  })

  it.each([
    ['我家住金沙江路97号，被举报的在隔壁', '我家住*******，被举报的在隔壁'],
    ['本人住在大石板村5组12号', '本人住在*********'],
    ['住址：月城小区3栋2单元501室', '住址：*************'],
  ])('自己说是自己住处的，举报件的中心也看不到：%s', (text, masked) => {
    expect(read(text, 'identity', 'content', nobodyKnown)).toBe(masked)
    expect(read(text, 'partly', 'content', nobodyKnown)).toBe(text)
  })

  it.each([
    '长安中路58号门面占道',
    '3栋2单元1304',
    '我家门口有3个坑',
    '12号线3号口',
    '时间2023-11-13',
    '今年三月3日',
    '每周1-5上课',
    '我住在西昌3年了',
    '第3章第5条',
    '西昌市北城街道路灯不亮',
  ])('不是哪一户的，一字不动：%s', (text) => expect([text, read(text, 'whole', 'content', nobodyKnown)]).toEqual([text, text]))
})

describe('第二十条（三） [20c] 写的地点就是自己的住处', () => {
  const home = '西昌市航天大道三段12号月城小区3栋2单元501室'
  it.each([
    ['月城小区３号楼２单元５０１夜里有人放高利贷', null, home],
    ['楼里有人放高利贷', '月城小区 3 栋 2 单元', home],
    ['我家住月城小区3栋2单元501室，隔壁放高利贷', null, null],
    ['我家隔壁放高利贷', '月城小区3栋2单元502室', null],
    ['本人住处在大石板村5组12号', null, null],
    ['自己家对面，大石板村五组十二号，非法采砂', null, null],
  ])('提醒：%s（%s）', (content, addressDetail, given) => expect(tellsOwnHome({ content, addressDetail }, given)).toBe(true))
  it.each([
    ['月城小区5栋1单元夜里有人放高利贷', null, home],
    ['月城小区3栋2单元501室有人放高利贷', null, null],
    ['我家这边的长安中路路口有人放高利贷', null, null],
    ['我家门口的路灯坏了', '北城街道', null],
    ['砂石厂夜里偷采', '大石板村五组', null],
    ['', null, ' '],
  ])('不提醒：%s（%s）', (content, addressDetail, given) => expect(tellsOwnHome({ content, addressDetail }, given)).toBe(false))
})
