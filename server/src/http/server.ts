import { randomBytes } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { Registry } from 'prom-client'
import type { App } from '../app.ts'
import { pulse } from '../jobs/pulse.ts'
import type { Gate } from './access.ts'
import { registerApi } from './api.ts'
import { readBodies } from './body.ts'
import type { Border } from './border.ts'
import { registerBuiltPages } from './built-pages.ts'
import { refuseCrossSite } from './csrf.ts'
import { answerClientError, answerFailures, answerNotFound } from './failures.ts'
import { registerHeaders } from './headers.ts'
import { registerHealth, type Checks } from './health.ts'
import { logIncidents, logRequests } from './journal.ts'
import { registerLimits } from './limits.ts'
import { registerMetrics } from './metrics.ts'
import type { Endpoint, Mounted } from './mount.ts'
import { registerOpenApi } from './openapi.ts'
import { registerPage } from './page.ts'
import { borderRefusals, mergeRefusals } from './refusals.ts'
import { securityLogOf } from './security-log.ts'
import { registerStream } from './stream.ts'

export type ServerParts = {
  readonly app: App
  readonly modules: readonly Mounted[]
  readonly gate: Gate
  readonly checks?: Checks
  readonly registry?: Registry
}

const longestGoodbyeMs = 10_000

/** A number that a person can read over the phone. */
const reference = (): string => randomBytes(5).toString('hex').toUpperCase()

const borderOf = ({ app, modules, gate }: ServerParts): Border => ({
  app,
  gate,
  refusals: mergeRefusals([borderRefusals, ...modules.flatMap(({ refusals }) => (refusals === undefined ? [] : [refusals]))]),
  securityLog: securityLogOf(app),
  sentencePage: modules.find(({ sentencePage }) => sentencePage !== undefined)?.sentencePage,
})

const bareServer = (border: Border): FastifyInstance => {
  const server = fastify({
    logger: false,
    genReqId: reference,
    // What comes before the last proxy's word is the client's own and may be anything.
    trustProxy: [...border.app.config.trustProxy],
    bodyLimit: 1_048_576,
    // A photograph over a bad line takes minutes.
    requestTimeout: 300_000,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void answerFailures(border)(error, request, reply),
  })
  // Input and output are checked by the handlers, in the asker's language; the framework's own step stays empty.
  server.setValidatorCompiler(() => () => true)
  server.setSerializerCompiler(() => (value) => JSON.stringify(value))
  server.setErrorHandler(answerFailures(border))
  server.setNotFoundHandler(answerNotFound(border))
  return server
}

const registerParts = async (server: FastifyInstance, { app, checks = {}, registry = new Registry() }: ServerParts): Promise<void> => {
  await registerHeaders(server)
  server.addHook('onRequest', refuseCrossSite)
  readBodies(server)
  await server.register(cookie)
  await server.register(multipart)
  await server.register(compress, {
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await registerLimits(server)
  await registerOpenApi(server)
  await registerBuiltPages(server)
  registerHealth(server, checks)
  registerMetrics(server, registry, app.config.metricsToken)
}

const registerEndpoint = (server: FastifyInstance, border: Border, endpoint: Endpoint, closing: AbortSignal): void => {
  switch (endpoint.kind) {
    case 'api':
      return registerApi(server, border, endpoint)
    case 'page':
      return registerPage(server, border, endpoint)
    case 'stream':
      return registerStream(server, border, endpoint, closing)
  }
}

/** Streams end at once, answers under way get their time, and whoever dawdles is cut off. */
const letGo = (server: FastifyInstance, closing: AbortController): void => {
  let stopWaiting = (): void => {}
  server.addHook('preClose', async () => {
    closing.abort()
    stopWaiting = pulse(longestGoodbyeMs, () => server.server.closeAllConnections())
  })
  server.addHook('onClose', async () => stopWaiting())
}

/** The whole border: assembled once, from what each module mounts. */
export const buildServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const border = borderOf(parts)
  const server = bareServer(border)
  const closing = new AbortController()
  logRequests(server, border)
  logIncidents(server, border)
  await registerParts(server, parts)
  for (const { endpoints = [] } of parts.modules)
    for (const endpoint of endpoints) registerEndpoint(server, border, endpoint, closing.signal)
  letGo(server, closing)
  return server
}
