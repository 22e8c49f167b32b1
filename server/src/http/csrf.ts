import type { FastifyRequest } from 'fastify'
import { Refused } from './refused.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser says where a request comes from; another site's is refused, cookie or none (signing somebody in under a stranger's name is an
 * attack too). A request that says nothing comes from a program, or from a browser so old that SameSite=Lax is what protects it.
 */
export const refuseCrossSite = async (request: FastifyRequest): Promise<void> => {
  if (harmless.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isOwn =
    site === undefined
      ? origin === undefined || origin === `${request.protocol}://${request.host}`
      : site === 'same-origin' || site === 'none'
  if (!isOwn) throw new Refused({ code: 'access.cross-site' })
}
