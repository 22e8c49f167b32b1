import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { CannotStart } from '../../cannot-start.ts'
import { modelOverHttp, readModelSettings } from './index.ts'
import { modelServer, type Behaviour } from './testing/model-server.ts'

type Server = Awaited<ReturnType<typeof modelServer>>
let server: Server
beforeAll(async () => void (server = await modelServer()))
afterAll(() => server.close())

const open = new AbortController().signal
const settings = (more: object = {}) => ({ url: server.url, name: '小模型', key: 'k-1', timeoutMs: 10_000, ...more })
const written = async (behaviour: Behaviour, more: object = {}, closed = open) => {
  server.behave(behaviour)
  let words = ''
  for await (const piece of modelOverHttp(settings(more)).write({ instructions: '规则', data: '诉求' }, closed)) {
    if (piece.kind === 'end') return { words, failure: piece.failure }
    words += piece.text
  }
  throw new Error('no end came')
}
const sse = (content: string): Buffer => Buffer.from(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)

describe('语言模型的接口：逐字来，坏了说得清', () => {
  it('写完：一次请求，带模型名和密钥，规则与数据分开', async () => {
    server.received.length = 0
    expect(await written({ kind: 'words', pieces: ['请到', '便民中心', '办理。'] })).toEqual({ words: '请到便民中心办理。', failure: null })
    expect(server.received).toEqual([
      {
        authorization: 'Bearer k-1',
        body: {
          model: '小模型',
          stream: true,
          temperature: 0.2,
          max_tokens: 2000,
          messages: [
            { role: 'system', content: '规则' },
            { role: 'user', content: '诉求' },
          ],
        },
      },
    ])
  })

  it.each<[string, Behaviour, string, object?]>([
    ['服务出错', { kind: 'status', status: 500 }, 'refused'],
    ['密钥不对', { kind: 'status', status: 401 }, 'refused'],
    ['转到别处不跟去', { kind: 'status', status: 302 }, 'refused'],
    ['答的不是流', { kind: 'not-a-stream' }, 'refused'],
    ['不是 UTF-8', { kind: 'raw', bytes: Buffer.concat([sse('开头'), Buffer.from([0xff, 0xfe, 0x0a])]) }, 'refused'],
    ['不是说好的样子', { kind: 'raw', bytes: Buffer.from('data: {"error":"busy"}\n\n') }, 'refused'],
    ['一个字也没有', { kind: 'words', pieces: [] }, 'refused'],
    ['一直不答', { kind: 'silent' }, 'unreachable', { timeoutMs: 200 }],
    ['说到一半停住', { kind: 'stalled' }, 'unreachable', { timeoutMs: 200 }],
    ['连接中断', { kind: 'broken' }, 'unreachable'],
    ['没完没了', { kind: 'endless' }, 'too-long'],
    ['十兆字节', { kind: 'huge' }, 'too-long'],
    ['模型自己截断', { kind: 'cut-short' }, 'too-long'],
  ])('%s', async (_, behaviour, failure, more) => {
    const { words, failure: told } = await written(behaviour, more)
    expect(told).toBe(failure)
    expect(words).not.toContain('不该看到')
    expect(words.length).toBeLessThanOrEqual(4000)
  })

  it('没有这个地址', async () => {
    expect(await written({ kind: 'silent' }, { url: 'http://127.0.0.1:1/v1' })).toEqual({ words: '', failure: 'unreachable' })
  })

  it('人关掉了，连接就断开', async () => {
    const closing = new AbortController()
    server.behave({ kind: 'stalled' })
    const before = server.left()
    const pieces: unknown[] = []
    for await (const piece of modelOverHttp(settings()).write({ instructions: '', data: '' }, closing.signal)) {
      pieces.push(piece)
      closing.abort()
    }
    expect(pieces).toEqual([
      { kind: 'words', text: '开头' },
      { kind: 'end', failure: 'stopped' },
    ])
    await expect.poll(server.left).toBe(before + 1)
  })

  it('控制符和改变文字方向的符号去掉，其余原样', async () => {
    const { words } = await written({
      kind: 'raw',
      bytes: Buffer.concat([sse('<b>甲</b>\u202E\u0007乙\n𠮷[x](http://a)'), Buffer.from('data: [DONE]\n\n')]),
    })
    expect(words).toBe('<b>甲</b>乙\n𠮷[x](http://a)')
  })
})

describe('语言模型的设置', () => {
  const url = 'https://model.example.cn/v1/'
  test('都不设就是没有；设了的去掉末尾的斜线', () => {
    expect(readModelSettings({ OPEN12345_MODEL_URL: '' })).toBeUndefined()
    expect(readModelSettings({ OPEN12345_MODEL_URL: url, OPEN12345_MODEL_NAME: 'qwen' })).toMatchObject({
      url: 'https://model.example.cn/v1',
      name: 'qwen',
      key: undefined,
    })
    for (const local of ['http://localhost:11434/v1', 'http://127.0.0.1:8000/v1', 'http://[::1]:8000/v1'])
      expect(readModelSettings({ OPEN12345_MODEL_URL: local, OPEN12345_MODEL_NAME: 'qwen' })?.url).toBe(local)
  })

  test.each([
    [{ OPEN12345_MODEL_URL: url }, 'OPEN12345_MODEL_NAME'],
    [{ OPEN12345_MODEL_NAME: 'qwen' }, 'OPEN12345_MODEL_URL'],
    [{ OPEN12345_MODEL_KEY: 'k' }, 'OPEN12345_MODEL_URL'],
    [{ OPEN12345_MODEL_URL: 'http://model.example.cn/v1', OPEN12345_MODEL_NAME: 'q' }, 'https'],
    [{ OPEN12345_MODEL_URL: 'http://127.0.0.1.example.cn/v1', OPEN12345_MODEL_NAME: 'q' }, 'https'],
    [{ OPEN12345_MODEL_URL: 'https://me:secret@model.example.cn/v1', OPEN12345_MODEL_NAME: 'q' }, 'https'],
    [{ OPEN12345_MODEL_URL: 'model', OPEN12345_MODEL_NAME: 'q' }, 'https'],
    [{ OPEN12345_MODEL_URL: url, OPEN12345_MODEL_NAME: 'q', OPEN12345_MODEL_KEY: '密钥' }, 'OPEN12345_MODEL_KEY'],
  ])('%o 起不来，说得出缘由', (variables, told) => {
    expect(() => readModelSettings(variables)).toThrow(CannotStart)
    expect(() => readModelSettings(variables)).toThrow(told)
  })
})
