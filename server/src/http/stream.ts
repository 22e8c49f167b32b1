import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pulse } from '../jobs/pulse.ts'
import { admission } from './admission.ts'
import { askingOf, type Border } from './border.ts'
import type { EventStream, PageCall, StreamEndpoint } from './mount.ts'
import { apiPrefix } from './paths.ts'

const heartbeatMs = 25_000
/** A reader that is this far behind is cut off; it comes back and asks for what it missed. */
const furthestBehind = 1_048_576

const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ')

const openStream = (reply: FastifyReply, closing: AbortSignal): EventStream => {
  const { raw } = reply
  const gone = new AbortController()
  reply.hijack()
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  })
  raw.write(':\n\n')
  const stopBeating = pulse(heartbeatMs, () => void raw.write(':\n\n'))
  raw.once('close', () => {
    stopBeating()
    gone.abort()
  })
  const end = (): void => void raw.end()
  closing.addEventListener('abort', end, { signal: gone.signal })
  const send = (event: string, data: unknown, id?: string): void => {
    if (raw.writableLength > furthestBehind) return void raw.destroy()
    raw.write(`${id === undefined ? '' : `id: ${oneLine(id)}\n`}event: ${oneLine(event)}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  return { send, end, closed: gone.signal }
}

export const registerStream = (server: FastifyInstance, border: Border, endpoint: StreamEndpoint, closing: AbortSignal): void => {
  const { path, access } = endpoint
  const route = `GET ${path}`
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const asking = askingOf(border, { request, reply, route })
    const stream = openStream(reply, closing)
    try {
      await endpoint.handler({ ...asking, params: request.params as PageCall['params'] }, border.app, stream)
    } catch (error) {
      border.app.log.error({ reference: request.id, route, name: error instanceof Error ? error.name : 'unknown' }, 'stream failed')
      stream.end()
    }
  }
  server.route({ method: 'GET', url: apiPrefix + path, schema: { hide: true }, preParsing: admission(border, access), handler })
}
