import rateLimit from '@fastify/rate-limit'
import type { Access, Method } from '@open12345/contract/kernel'
import type { FastifyInstance } from 'fastify'
import type { App } from '../app.ts'
import { Refused } from './refused.ts'

/** A minute's requests of one address to one public route. A hall that starts its shift signs in from one address. */
const perMinute = { read: 600, write: 60 }

export const registerLimits = async (server: FastifyInstance): Promise<void> => {
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) => new Refused({ code: 'rate.too-many', facts: { seconds: Math.max(1, Math.ceil(ttl / 1000)) } }),
  })
}

/** Strangers are limited, signed-in people are not: a busy hall shares one address. `own`: what costs more than a page has its own number. */
export const limitOf = (app: App, access: Access | undefined, method: Method, own?: number): object => {
  const isStranger = access?.kind !== 'staff'
  if (!app.config.rateLimits || !isStranger) return {}
  return { rateLimit: { max: own ?? (method === 'GET' ? perMinute.read : perMinute.write), timeWindow: '1 minute' } }
}
