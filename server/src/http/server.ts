import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import type { Gate } from './access.ts'
import { readBodies } from './body.ts'
import { admittedOf, decorations, refusalCodeOf, type Border } from './border.ts'
import { refuseCrossSite } from './csrf.ts'
import { answerFailures } from './failures.ts'
import { registerLimits } from './limits.ts'
import type { Mounted } from './mount.ts'
import { borderRefusals, mergeRefusals } from './refusals.ts'
import { registerApi, sendRefusal } from './register.ts'
import { securityLogOf } from './security-log.ts'

export type ServerParts = { readonly app: App; readonly modules: readonly Mounted[]; readonly gate: Gate }

/** A number that a person can read over the phone. */
const reference = (): string => randomBytes(5).toString('hex').toUpperCase()

const borderOf = ({ app, modules, gate }: ServerParts): Border => ({
  app,
  gate,
  refusals: mergeRefusals([borderRefusals, ...modules.flatMap(({ refusals }) => (refusals === undefined ? [] : [refusals]))]),
  securityLog: securityLogOf(app),
})

const securityRelevant = new Set([401, 403, 404, 409, 429])

const logIncident = (border: Border, request: FastifyRequest, status: number): void => {
  const admitted = admittedOf(request)
  const isStrangersCommand = request.method !== 'GET' && admitted?.session === undefined
  if (!securityRelevant.has(status) && !isStrangersCommand) return
  border.securityLog.record({
    code: refusalCodeOf(request) ?? 'accepted',
    route: `${request.method} ${request.routeOptions.url ?? '?'}`,
    status,
    ip: request.ip,
    authorityId: admitted?.actor.authorityId ?? border.app.config.authorityId,
    accountId: admitted?.session?.accountId,
  })
}

const watch = (server: FastifyInstance, border: Border): void => {
  server.addHook('onRequest', refuseCrossSite)
  server.addHook('onResponse', async (request, reply) => logIncident(border, request, reply.statusCode))
  server.addHook('onClose', () => border.securityLog.settled())
}

/** The whole border: assembled once, from what each module mounts. */
export const buildServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const border = borderOf(parts)
  const server = fastify({
    logger: false,
    genReqId: reference,
    trustProxy: parts.app.config.trustProxy,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void answerFailures(border)(error, request, reply),
  })
  for (const name of decorations) server.decorateRequest(name, null)
  server.setValidatorCompiler(() => () => true)
  server.setSerializerCompiler(() => (value) => JSON.stringify(value))
  server.setErrorHandler(answerFailures(border))
  server.setNotFoundHandler((request, reply) => sendRefusal(border, request, reply, { code: 'route.not-found' }))
  await server.register(cookie)
  await server.register(multipart)
  await registerLimits(server)
  readBodies(server)
  watch(server, border)
  for (const { endpoints = [] } of parts.modules)
    for (const endpoint of endpoints) if (endpoint.kind === 'api') registerApi(server, border, endpoint)
  return server
}
