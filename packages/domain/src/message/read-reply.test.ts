import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReply, type ReplyReading } from './index.ts'

const [good, fair, bad] = ['satisfied', 'basically-satisfied', 'dissatisfied'] as const
type R = typeof good | typeof fair | typeof bad
const rated = (result: R, service: R | null = null, code: string | null = null): ReplyReading => ({ kind: 'rating', service, result, code })
const unclear: ReplyReading = { kind: 'unclear' }

describe('第十三条（二） [13-2] 一位数字只评结果，服务不代填', () => {
  test.each<[string, R]>([
    ['1', good],
    ['２', fair],
    [' 3 ', bad],
    ['①', good],
    ['1️⃣', good],
    ['3。', bad],
    ['回复1', good],
    ['选３', bad],
    ['一', good],
    ['三', bad],
    ['1满意', good],
    ['2 基本满意', fair],
    ['3不满意！', bad],
    ['【凉山12345】1', good],
  ])('%s', (text, result) => expect(readReply(text)).toEqual(rated(result)))
})

describe('第十三条（二） [13-2] 两位数字先服务后结果', () => {
  test.each<[string, R, R]>([
    ['13', good, bad],
    ['１３', good, bad],
    ['1 3', good, bad],
    ['1,3', good, bad],
    ['2、1', fair, good],
    ['3/3', bad, bad],
    ['11', good, good],
    ['服务1结果3', good, bad],
    ['服务满意，结果不满意', good, bad],
    ['服务态度非常满意，处理结果不满意。', good, bad],
    ['服务和结果都满意', good, good],
    ['服务基本满意 办理结果很满意 谢谢', fair, good],
  ])('%s', (text, service, result) => expect(readReply(text)).toEqual(rated(result, service)))
})

describe('第十三条（二） [13-2] 中文评价：不满意里含有满意', () => {
  test.each<[string, R]>([
    ['满意', good],
    ['滿意', good],
    ['很满意', good],
    ['非常满意，谢谢', good],
    ['十分满意！！', good],
    ['我很满意👍', good],
    ['结果满意', good],
    ['满意满意', good],
    ['基本满意', fair],
    ['比较满意', fair],
    ['还算满意', fair],
    ['不满意', bad],
    ['很不满意', bad],
    ['非常不满意！', bad],
    ['不太满意', bad],
    ['不是很满意', bad],
    ['不够满意', bad],
    ['不怎么满意', bad],
    ['没有满意', bad],
    ['一点都不满意', bad],
    ['还是不满意', bad],
    ['不满', bad],
    ['不满意，很不满意', bad],
    ['不满意，路灯还是没修', bad],
    ['3，等了5天没人来', bad],
    ['3 处理太慢', bad],
  ])('%s', (text, result) => expect(readReply(text)).toEqual(rated(result)))
})

describe('第十三条（一） [13-1] 短码与评价可前可后', () => {
  test.each<[string, R, R | null]>([
    ['1 5678', good, null],
    ['5678 1', good, null],
    ['15678', good, null],
    ['56781', good, null],
    ['13 5678', bad, good],
    ['567813', bad, good],
    ['135678', bad, good],
    ['满意 5678', good, null],
    ['５６７８，不满意', bad, null],
  ])('%s', (text, result, service) => expect(readReply(text)).toEqual(rated(result, service, '5678')))
  test('短码里的 1 至 3 不是评价', () => expect(readReply('51321')).toEqual(rated(good, null, '5132')))
  test('工单号也可作短码', () => expect(readReply('1 260300000017')).toEqual(rated(good, null, '260300000017')))
})

describe('第十三条（二） [13-2] 看不准的不算评价', () => {
  test.each([
    '',
    '0',
    '4',
    '123',
    '12345',
    '111',
    '5678',
    '1 2 3',
    '1满意 2基本满意 3不满意',
    '1不满意',
    '满意 不满意',
    '满意还是不满意',
    '满意不满意',
    '满意？',
    '满意吗',
    '怎么可能满意',
    '不是不满意',
    '没有不满意',
    '服务满意',
    '服务1',
    '满意，但是路灯又坏了',
    '1，但还没修好',
    '不满意变满意了',
    '3，其实满意',
    '好的',
    '一般',
    '谢谢',
    'OK',
    '一二',
    '1 5678 6789',
    '你们什么时候来',
  ])('%s', (text) => expect(readReply(text)).toEqual(unclear))
  test('退订不是评价', () => expect(readReply('TD')).toEqual({ kind: 'stop' }))
})

describe('第十三条（二） [13-2] 任何回复', () => {
  const pieces = fc.constantFrom(
    '1',
    '2',
    '3',
    '满意',
    '不满意',
    '基本满意',
    '，',
    ' ',
    '不',
    '没',
    '服务',
    '结果',
    '5678',
    '谢谢',
    '吗',
    '好',
  )
  test('从不抛错；没有满意二字也没有数字就没有评价', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 70 }), (text) => {
        const reading = readReply(text)
        if (reading.kind === 'rating') expect(text.normalize('NFKC')).toMatch(/[123]|满|滿|一|二|三/)
      }),
      { numRuns: 2000 },
    )
  })
  test('含“不”“没”的回复从不读成结果满意，除非另有所指', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join('')
        const reading = readReply(text)
        if (reading.kind === 'rating' && reading.result === 'satisfied' && /不|没/.test(text)) expect(reading.service).toBe('dissatisfied')
      }),
      { numRuns: 20_000 },
    )
  })
  test('全角与半角读法相同', () => {
    const wide = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
    fc.assert(fc.property(fc.stringMatching(/^[0-9 ]{1,8}$/), (text) => void expect(readReply(wide(text))).toEqual(readReply(text))))
  })
})
