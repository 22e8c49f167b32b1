import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { apiPrefix } from './paths.ts'

const description = `Every refusal is a problem (RFC 9457) with a code, one sentence and, where the regulation forbids, its clause.
Commands take an Idempotency-Key header and, where the matter has a version, If-Match.`

/** Before the routes are mounted: it listens to each. */
export const registerOpenApi = async (server: FastifyInstance): Promise<void> => {
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Open12345', version: '1', description } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await server.register(swaggerUi, { routePrefix: `${apiPrefix}/docs` })
  server.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, (_, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(server.swagger())),
  )
}
