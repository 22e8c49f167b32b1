import type { Refusal, RefusalTable } from '@open12345/domain/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import type { Admitted, Credentials, Gate } from './access.ts'
import type { Asking, CookieOptions } from './call.ts'
import type { SentencePage } from './mount.ts'
import { languageOf } from './problem.ts'
import type { SecurityLog } from './security-log.ts'

/** What the border's parts share. */
export type Border = {
  readonly app: App
  readonly gate: Gate
  readonly refusals: RefusalTable
  readonly securityLog: SecurityLog
  readonly sentencePage: SentencePage | undefined
}

const admittances = new WeakMap<FastifyRequest, Admitted>()
const refusals = new WeakMap<FastifyRequest, string>()

export const keepAdmitted = (request: FastifyRequest, admitted: Admitted): void => void admittances.set(request, admitted)
export const admittedOf = (request: FastifyRequest): Admitted | undefined => admittances.get(request)

/** Remembered for the security log, which is written when the answer is out. */
export const keepRefusal = (request: FastifyRequest, { code }: Refusal): void => void refusals.set(request, code)
export const refusalCodeOf = (request: FastifyRequest): string | undefined => refusals.get(request)

export const credentialsOf = (request: FastifyRequest): Credentials => ({
  cookie: (name) => request.cookies[name],
  authorization: request.headers.authorization,
  ip: request.ip,
})

type Command = Pick<Asking, 'idempotencyKey' | 'ifMatch' | 'digest' | 'files'>

const plain: Command = { idempotencyKey: undefined, ifMatch: undefined, digest: Buffer.alloc(0), files: [] }

export type Handled = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly route: string }

export const askingOf = (border: Border, { request, reply, route }: Handled, command: Partial<Command> = {}): Asking => {
  const admitted = admittedOf(request)
  if (admitted === undefined) throw new Error(`${route} was reached without admission`)
  const secure = request.protocol === 'https'
  const cookie = { httpOnly: true, sameSite: 'lax', secure } as const
  return {
    ...plain,
    ...command,
    ...admitted,
    at: border.app.clock.now(),
    language: languageOf(request.headers['accept-language']),
    ip: request.ip,
    requestId: request.id,
    route,
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, { maxAgeSeconds, path = '/' }: CookieOptions = {}) =>
      void reply.setCookie(name, value, { ...cookie, path, ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }) }),
    clearCookie: (name, { path = '/' } = {}) => void reply.clearCookie(name, { ...cookie, path }),
  }
}
