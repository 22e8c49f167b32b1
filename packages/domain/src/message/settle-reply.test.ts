import { describe, expect, test } from 'vitest'
import { readReply, settleReply, type Question } from './index.ts'

const asked = (orderId: string, shortCode: string, open = true): Question => ({ orderId, number: `2603000000${orderId}`, shortCode, open })
const settle = (text: string, questions: readonly Question[], askedBack = false) => settleReply(readReply(text), questions, askedBack)

describe('第十三条（一） [13-1] 回复评的是哪一件', () => {
  const two = [asked('a', '5678'), asked('b', '6789')]
  test('只有一件：不用短码', () =>
    expect(settle('13', [asked('a', '5678')])).toEqual({ kind: 'rate', orderId: 'a', service: 'satisfied', result: 'dissatisfied' }))
  test('两件都开着而没有短码：反问', () => expect(settle('1', two)).toEqual({ kind: 'ask-back', orderId: 'a' }))
  test('只反问一次，再看不懂就由人工回访', () => expect(settle('1', two, true)).toEqual({ kind: 'manual' }))
  test('有短码', () => expect(settle('1 6789', two)).toMatchObject({ kind: 'rate', orderId: 'b' }))
  test('短码不对', () => expect(settle('1 7777', two)).toMatchObject({ kind: 'ask-back' }))
  test('一件开着一件已结：评开着的', () =>
    expect(settle('1', [asked('a', '5678', false), asked('b', '6789')])).toMatchObject({ kind: 'rate', orderId: 'b' }))
  test('短码指着已结的一件：来晚了，不记评价', () =>
    expect(settle('3 5678', [asked('a', '5678', false), asked('b', '6789')])).toEqual({ kind: 'late', orderId: 'a' }))
  test('都已结：来晚了', () => expect(settle('3', [asked('a', '5678', false)])).toEqual({ kind: 'late', orderId: 'a' }))
  test('都已结时的闲话也只作来晚了', () => expect(settle('谢谢', [asked('a', '5678', false)])).toEqual({ kind: 'late', orderId: 'a' }))
  test('看不懂：反问', () => expect(settle('好的', [asked('a', '5678')])).toEqual({ kind: 'ask-back', orderId: 'a' }))
  test('没问过这个号码', () => expect(settle('1', [])).toEqual({ kind: 'stranger' }))
  test('退订：不再发，交人工', () => expect(settle('TD', [asked('a', '5678')])).toEqual({ kind: 'manual' }))
})
