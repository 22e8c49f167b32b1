import type { Socket } from 'node:net'
import type { Problem } from '@open12345/contract/kernel'
import type { Refusal } from '@open12345/domain/kernel'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { factsOfFault } from '../fault.ts'
import { keepRefusal, type Border } from './border.ts'
import { isConsolePage, sendConsole } from './built-pages.ts'
import { sendRefusalPage, sendSentence } from './page.ts'
import { apiPrefix } from './paths.ts'
import { languageOf, problemOf, sendProblem } from './problem.ts'
import { Refused } from './refused.ts'

/** The web framework's own complaints, in our words. */
const known: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'input.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'input.media-type',
  FST_ERR_CTP_INVALID_TYPE: 'input.media-type',
  FST_ERR_BAD_URL: 'input.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'input.malformed',
  FST_REQ_FILE_TOO_LARGE: 'input.too-large',
  FST_FILES_LIMIT: 'input.too-large',
  FST_FIELDS_LIMIT: 'input.too-large',
  FST_PARTS_LIMIT: 'input.too-large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'input.media-type',
}
/** The database is away, full, or asks to try again: not this request's fault, and gone in a moment. */
const passing = new Set('ECONNREFUSED ECONNRESET ENOENT EPIPE ETIMEDOUT 08001 08006 40001 40P01 53300 57014 57P01 57P02 57P03'.split(' '))
/** PostgreSQL's class of values that it cannot hold: out of range, not its text. The schemas should have said so before. */
const isUnstorable = ({ code }: FastifyError): boolean => typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)

const unavailable = { zh: '系统暂时无法办理，请稍后再试。', en: 'The system cannot do this at the moment; please try again later.' }
const broken = {
  zh: '系统出错，请记下编号 {reference} 并联系管理员。',
  en: 'Something went wrong here; please quote {reference} to the administrator.',
}

const refusalFor = (error: FastifyError): Refusal | undefined => {
  if (error instanceof Refused) return error.refusal
  if (isUnstorable(error)) return { code: 'input.unstorable' }
  const code = known[error.code]
  if (code !== undefined) return { code }
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? { code: 'input.malformed' } : undefined
}

const isOutage = (error: FastifyError): boolean =>
  passing.has(error.code) || /connection terminated|timeout exceeded when trying to connect|is not queryable/i.test(error.message)

/** A fault is told once, to our log; the person gets a number to quote, never a stack. */
const faultProblem = (border: Border, request: FastifyRequest, error: FastifyError): Problem => {
  const outage = isOutage(error)
  border.app.log.error(
    { reference: request.id, route: request.routeOptions.url ?? '', ...factsOfFault(error) },
    outage ? 'outage' : 'fault',
  )
  const text = (outage ? unavailable : broken)[languageOf(request.headers['accept-language'])]
  return {
    type: 'urn:open12345:fault',
    title: text.replace('{reference}', request.id),
    status: outage ? 503 : 500,
    code: outage ? 'server.unavailable' : 'server.fault',
    reference: request.id,
  }
}

const speaksHtml = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as { speaks?: string } | undefined)?.speaks === 'html' ||
  (!request.url.startsWith(apiPrefix) && (request.headers.accept ?? '').includes('text/html'))

export const answerFailures =
  (border: Border) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> => {
    const refusal = refusalFor(error)
    if (refusal === undefined) {
      const fault = faultProblem(border, request, error)
      return speaksHtml(request) ? sendSentence(border, request, reply, fault) : sendProblem(reply, fault)
    }
    if (isUnstorable(error))
      border.app.log.warn({ reference: request.id, route: request.routeOptions.url ?? '', code: error.code }, 'a value got past its schema')
    if (speaksHtml(request)) return sendRefusalPage(border, request, reply, refusal)
    keepRefusal(request, refusal)
    const errors = error instanceof Refused && error.errors !== undefined ? { errors: error.errors } : {}
    return sendProblem(reply, problemOf(refusal, border.refusals, languageOf(request.headers['accept-language']), errors))
  }

export const answerNotFound =
  (border: Border) =>
  (request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> => {
    if (isConsolePage(request)) return sendConsole(reply)
    const refusal = { code: 'route.not-found' }
    if (speaksHtml(request)) return sendRefusalPage(border, request, reply, refusal)
    keepRefusal(request, refusal)
    return sendProblem(reply, problemOf(refusal, border.refusals, languageOf(request.headers['accept-language'])))
  }

const rawProblem = { type: 'urn:open12345:refusal:input.malformed', title: '请求无法读取。', code: 'input.malformed' }

/** What is no HTTP, too slow or too long in its headers never becomes a request: it is answered on the socket. */
export const answerClientError = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400
  const body = JSON.stringify({ ...rawProblem, status })
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
