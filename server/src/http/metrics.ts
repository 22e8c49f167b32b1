import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Histogram, type Registry } from 'prom-client'
import { Refused } from './refused.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

const holdsToken = (request: FastifyRequest, token: string): boolean => {
  const shown = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return shown.length === wanted.length && timingSafeEqual(shown, wanted)
}

// Trap: behind a proxy everybody comes from this machine; whoever is forwarded needs the token.
const isLocal = (request: FastifyRequest): boolean =>
  loopback.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined

/** Durations by route pattern, never by address: an address may hold an order's number. */
export const registerMetrics = (server: FastifyInstance, registry: Registry, token: string | undefined): void => {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of answered requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isLocal(request) && (token === undefined || !holdsToken(request, token))) throw new Refused({ code: 'route.not-found' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
