import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Reply = 'silent' | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
type Received = { readonly method: string; readonly url: string; readonly authorization: string | undefined; readonly body: string }

/** A department's system on a real port, which answers as it is told to and remembers what it was asked. */
export const departmentServer = async () => {
  const received: Received[] = []
  let reply: Reply = { body: '{}' }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { method = '', url = '', headers } = request
    received.push({ method, url, authorization: headers.authorization, body: Buffer.concat(parts).toString() })
    if (reply === 'silent') return
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    says: (next: Reply) => void (reply = next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
