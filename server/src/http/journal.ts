import type { FastifyInstance, FastifyRequest } from 'fastify'
import { nobody } from '../db/actor.ts'
import { admittedOf, refusalCodeOf, type Border } from './border.ts'

const securityRelevant = new Set([401, 403, 404, 409, 429])

const isCommand = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

const recordIncident = (border: Border, request: FastifyRequest, status: number): void => {
  // Any robot can ask for what never was; only what exists is worth a line.
  if (status === 404 && request.routeOptions.url === undefined) return
  const { actor, session } = admittedOf(request) ?? { actor: nobody(border.app.config.authorityId), session: undefined }
  if (!securityRelevant.has(status) && !(isCommand(request) && session === undefined)) return
  border.securityLog.record({
    code: refusalCodeOf(request) ?? (status < 400 ? 'accepted' : 'failed'),
    route: `${request.method} ${request.routeOptions.url ?? '?'}`,
    status,
    ip: request.ip,
    authorityId: actor.authorityId,
    accountId: session?.accountId,
  })
}

export const logIncidents = (server: FastifyInstance, border: Border): void => {
  server.addHook('onResponse', async (request, reply) => recordIncident(border, request, reply.statusCode))
  server.addHook('onClose', () => border.securityLog.settled())
}

/** One line a request: the route's pattern, never its address; no body, no query, nobody's name. */
export const logRequests = (server: FastifyInstance, { app }: Border): void => {
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id } = request
    const ms = Math.round(reply.elapsedTime)
    app.log.info({ reference: id, method, route: routeOptions.url ?? '?', status: reply.statusCode, ms }, 'request')
  })
}
