import { expect, it } from 'vitest'
import { draftIn } from './stream-of-words.ts'

const event = (content: string, reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: reason }] })}\n\n`
async function* inParts(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}
const pieces = (parts: readonly string[]) => Array.fromAsync(draftIn(inParts(parts)))

it('一行分几次到，接起来读；行尾也可以断在中间', async () => {
  const whole = event('甲') + event('乙', 'stop')
  const expected = [
    { kind: 'words', text: '甲' },
    { kind: 'words', text: '乙' },
    { kind: 'end', failure: null },
  ]
  expect(await pieces(whole.split(/(?<=[\n{:])/))).toEqual(expected)
  expect(await pieces([whole.replaceAll('\n', '\r\n')])).toEqual(expected)
})

it('一行总不结束，等到六万多字就停，后面的不再读', async () => {
  const part = `: ${'x'.repeat(30_000)}`
  expect(await pieces([event('开头'), part, part, part, '\n', event('不该看到', 'stop')])).toEqual([
    { kind: 'words', text: '开头' },
    { kind: 'end', failure: 'too-long' },
  ])
  expect(await pieces([part, part, '\n', event('照读', 'stop')])).toEqual([
    { kind: 'words', text: '照读' },
    { kind: 'end', failure: null },
  ])
})
