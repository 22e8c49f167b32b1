import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Received = {
  readonly authorization: string | undefined
  readonly body: {
    readonly model: string
    readonly stream: boolean
    readonly messages: readonly { readonly role: string; readonly content: string }[]
  }
}
export type Behaviour =
  | { readonly kind: 'words'; readonly pieces: readonly string[]; readonly pauseMs?: number }
  | { readonly kind: 'raw'; readonly bytes: Buffer }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'silent' | 'stalled' | 'endless' | 'huge' | 'broken' | 'not-a-stream' | 'cut-short' }

const event = (content: string, reason: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: reason }] })}\n\n`
const rest = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** As much as the reader takes, until it goes. */
const pour = async (response: ServerResponse, part: string): Promise<void> => {
  while (!response.destroyed)
    if (response.writableNeedDrain) await rest(1)
    else response.write(part)
}

const speak = async (behaviour: Behaviour, response: ServerResponse): Promise<void> => {
  switch (behaviour.kind) {
    case 'words':
      for (const piece of behaviour.pieces) {
        response.write(event(piece))
        await rest(behaviour.pauseMs ?? 0)
      }
      return void response.end(`${event('', 'stop')}data: [DONE]\n\n`)
    case 'raw':
      return void response.end(behaviour.bytes)
    case 'stalled':
      return void response.write(event('开头'))
    case 'endless':
      return pour(response, event('没完没了'))
    case 'huge':
      return pour(response, `: ${'x'.repeat(100_000)}`)
    case 'broken':
      response.write(event('开头'))
      await rest(20)
      return void response.destroy()
    case 'cut-short':
      return void response.end(event('开头') + event('', 'length'))
    default:
      return
  }
}

/** An OpenAI-compatible API on a real port that behaves as it is told. */
export const modelServer = async (port = 0) => {
  const received: Received[] = []
  let behaviour: Behaviour = { kind: 'words', pieces: ['您好，', '请到便民服务中心办理。'] }
  let left = 0
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    received.push({ authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(parts).toString()) as Received['body'] })
    response.once('close', () => void (left += response.writableFinished ? 0 : 1))
    const { kind } = behaviour
    if (kind === 'silent') return
    if (kind === 'status') {
      const location = behaviour.status === 302 ? { location: `${request.url}` } : {}
      response.writeHead(behaviour.status, { 'content-type': 'text/event-stream', ...location })
      return void response.end(event('不该看到', 'stop'))
    }
    if (kind === 'not-a-stream') {
      response.writeHead(200, { 'content-type': 'application/json' })
      return void response.end('{"choices":[{"message":{"content":"不该看到"}}]}')
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    await speak(behaviour, response)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    /** Connections that were closed before the answer was whole. */
    left: () => left,
    behave: (next: Behaviour) => void (behaviour = next),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
