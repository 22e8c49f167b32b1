import { Agent, request } from 'node:http'

export type Answer = { readonly status: number; readonly body: unknown; readonly cookie: string | undefined; readonly bytes: number }
export type Ask = (method: 'GET' | 'POST', path: string, body?: object, cookie?: string) => Promise<Answer>

const cookieIn = (lines: readonly string[] | undefined): string | undefined => lines?.[0]?.split(';')[0]

/** A plain client with connections that stay open: it costs as little as it can, because it shares the cores with what it measures. */
export const askAt = (port: number): Ask => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return (method, path, body, cookie) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        ...(cookie === undefined ? {} : { cookie }),
      }
      const asked = request({ agent, host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const bytes = Buffer.concat(parts)
          const text = bytes.toString()
          resolve({
            status: response.statusCode ?? 0,
            body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text,
            cookie: cookieIn(response.headers['set-cookie']),
            bytes: bytes.length,
          })
        })
        response.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(payload)
    })
}
