import { createHash } from 'node:crypto'
import type { Access, Route } from '@open12345/contract/kernel'
import { problem as problemSchema } from '@open12345/contract/kernel'
import type { Refusal } from '@open12345/domain/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { admission } from './admission.ts'
import { readForm } from './body.ts'
import { askingOf, keepRefusal, type Border } from './border.ts'
import type { Call, Upload } from './call.ts'
import { readCommandHeaders, readInput, writeOutput, type Raw } from './input.ts'
import { isHeld } from './held.ts'
import { limitOf } from './limits.ts'
import type { ApiEndpoint, UploadLimits } from './mount.ts'
import { apiPrefix } from './paths.ts'
import { languageOf, problemOf, sendProblem } from './problem.ts'
import { Refused } from './refused.ts'

export const sendRefusal = (border: Border, request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply => {
  keepRefusal(request, refusal)
  return sendProblem(reply, problemOf(refusal, border.refusals, languageOf(request.headers['accept-language'])))
}

const commandHeaders = (route: Route, request: FastifyRequest) => {
  if (route.method === 'GET') return { idempotencyKey: undefined, ifMatch: undefined }
  const read = readCommandHeaders(request.headers['idempotency-key'], request.headers['if-match'])
  if (!read.ok) throw new Refused(read.refusal)
  return read.value
}

type Received = Raw & { readonly files: readonly Upload[] }

const receive = async (request: FastifyRequest, uploads: UploadLimits | undefined): Promise<Received> => {
  const { params, query, body } = request
  if (request.isMultipart() !== (uploads !== undefined)) throw new Refused({ code: 'input.media-type' })
  if (uploads === undefined) return { params, query, body, files: [] }
  const { fields, files } = await readForm(request, uploads)
  return { params, query, body: fields, files }
}

const digestOf = (input: Raw, files: readonly Upload[]): Buffer => {
  const hash = createHash('sha256').update(JSON.stringify([input.params, input.query, input.body]))
  for (const { field, name, bytes } of files) hash.update(JSON.stringify([field, name, bytes.length])).update(bytes)
  return hash.digest()
}

/** The withdrawal of what is told is seen when the answer's time is over. */
const cached = (request: FastifyRequest, reply: FastifyReply, seconds: number, body: string): FastifyReply => {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  reply.header('cache-control', `public, max-age=${seconds}`).header('etag', tag).header('access-control-allow-origin', '*')
  return isHeld(request, tag) ? reply.code(304).send() : reply.send(body)
}

const answer = (request: FastifyRequest, reply: FastifyReply, route: Route, isStranger: boolean, value: unknown): FastifyReply => {
  if (route.status === 204) return reply.code(204).send()
  const body = writeOutput(route, value)
  reply.code(route.status ?? 200).header('content-type', 'application/json; charset=utf-8')
  return route.cachedForSeconds !== undefined && isStranger ? cached(request, reply, route.cachedForSeconds, body) : reply.send(body)
}

const handle = (border: Border, { route, uploads, handler }: ApiEndpoint) => {
  const name = `${route.method} ${route.path}`
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const headers = commandHeaders(route, request)
    const { files, ...raw } = await receive(request, uploads)
    const read = readInput(route, raw, languageOf(request.headers['accept-language']))
    if (!read.ok) throw new Refused({ code: 'input.invalid' }, read.errors)
    const asking = askingOf(border, { request, reply, route: name }, { ...headers, files, digest: digestOf(read.value, files) })
    const decision = await handler({ ...asking, ...read.value } as Call, border.app)
    return decision.ok
      ? answer(request, reply, route, asking.session === undefined, decision.value)
      : sendRefusal(border, request, reply, decision.refusal)
  }
}

const accessText = (access: Access): string => {
  if (access.kind === 'machine') return `machine: ${access.scope}`
  return access.kind === 'staff' ? `staff: ${access.action}` : access.kind
}

/** For the OpenAPI document only; input and output are checked by the handler above, in the asker's language. */
const documented = ({ summary, tag, access, params, query, body, status = 200, response, cachedForSeconds }: Route) => ({
  summary,
  tags: [tag],
  description: `Access: ${accessText(access)}${cachedForSeconds === undefined ? '' : `. Cached for ${cachedForSeconds} s, with an ETag; pages of other sites may read it`}`,
  ...(params === undefined ? {} : { params }),
  ...(query === undefined ? {} : { querystring: query }),
  ...(body === undefined ? {} : { body }),
  response: { [status]: response, '4xx': problemSchema },
})

export const registerApi = (server: FastifyInstance, border: Border, endpoint: ApiEndpoint): void => {
  const { route } = endpoint
  const options: RouteOptions = {
    method: route.method,
    url: apiPrefix + route.path,
    schema: documented(route),
    preParsing: admission(border, route.access),
    handler: handle(border, endpoint),
    config: { ...limitOf(border.app, route.access, route.method) },
  }
  server.route(options)
}
