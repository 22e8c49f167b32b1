import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Received = {
  readonly key: string
  readonly to: string
  readonly text: string
  readonly body: Record<string, string>
  readonly idempotencyKey: string
}
export type Behaviour = 'ok' | 'silent' | 'reset' | number

/** An SMS gateway on a real port: it counts what it was handed, and what it would have sent if it knew keys again. */
export const gatewayServer = async () => {
  const received: Received[] = []
  let behaviour: Behaviour = 'ok'
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>
    const { key = '', to = '', text = '' } = body
    received.push({ key, to, text, body, idempotencyKey: String(request.headers['idempotency-key']) })
    if (behaviour === 'silent') return
    if (behaviour === 'reset') return void request.socket.destroy()
    response.writeHead(behaviour === 'ok' ? 200 : behaviour, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: `gw-${received.length}` }))
  }
  const server = createServer((request, response) => void answer(request, response))
  const listen = (port: number): Promise<void> => new Promise((resolve) => void server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {
    url: `http://127.0.0.1:${port}/sms`,
    received,
    distinct: () => new Set(received.map(({ key }) => key)).size,
    behave: (next: Behaviour) => void (behaviour = next),
    down,
    up: () => listen(port),
  }
}
