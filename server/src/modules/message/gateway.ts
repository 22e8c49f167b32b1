import { randomUUID } from 'node:crypto'
import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import type { Clock } from '../../time/clock.ts'
import type { SmsPort, SmsResult } from './port.ts'
import { sign, type SigningKey } from './signature.ts'

export type GatewaySettings = SigningKey & { readonly url: string; readonly deduplicates: boolean; readonly timeoutMs: number }

type Answer =
  { readonly kind: 'answer'; readonly status: number; readonly text: string } | { readonly kind: 'unreachable' } | { readonly kind: 'lost' }

const longestAnswer = 65_536

const readAnswer = (response: IncomingMessage, done: (answer: Answer) => void): void => {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (part: string) => {
    text += part
    if (text.length > longestAnswer) response.destroy()
  })
  response.on('end', () => done({ kind: 'answer', status: response.statusCode ?? 0, text }))
  response.on('error', () => done({ kind: 'lost' }))
  response.on('close', () => done({ kind: 'lost' }))
}

/**
 * One connection for each request, so that "could not connect" is told apart from "connected, then silence". Only the first is certainly not taken.
 */
const post = (url: URL, headers: Readonly<Record<string, string>>, body: string, timeoutMs: number): Promise<Answer> =>
  new Promise((resolve) => {
    const isSecure = url.protocol === 'https:'
    let connected = false
    const request = (isSecure ? overHttps : overHttp)(
      url,
      { method: 'POST', agent: false, headers, signal: AbortSignal.timeout(timeoutMs) },
      (response) => readAnswer(response, resolve),
    )
    request.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => void (connected = true)))
    request.on('error', () => resolve({ kind: connected ? 'lost' : 'unreachable' }))
    request.end(body)
  })

const providerIdOf = (text: string): string | null => {
  try {
    const { id } = JSON.parse(text) as { readonly id?: unknown }
    return typeof id === 'string' ? id.slice(0, 100) : null
  } catch {
    return null
  }
}

// Our own fault of configuration, or a busy gateway: the message itself is not refused.
const tryLater = new Set([401, 403, 404, 405, 407, 429, 503])

const resultOf = (answer: Answer): SmsResult => {
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'unreachable') return { kind: 'rejected', reason: 'unreachable', again: true }
  const { status, text } = answer
  if (status >= 200 && status < 300) return { kind: 'sent', providerId: providerIdOf(text) }
  if (tryLater.has(status) || status < 400) return { kind: 'rejected', reason: `http-${status}`, again: true }
  return status < 500 && status !== 408 ? { kind: 'rejected', reason: `http-${status}`, again: false } : { kind: 'unknown' }
}

/** An SMS gateway over HTTP: `{key, to, text, timestamp, nonce, signature}`, the key once more as Idempotency-Key; `{id}` comes back. */
export const smsGateway = (settings: GatewaySettings, clock: Clock): SmsPort => ({
  name: 'gateway',
  deduplicates: settings.deduplicates,
  send: async ({ key, to, text }) => {
    const fields = { key, to, text }
    const body = JSON.stringify({ ...fields, ...sign(settings, fields, clock.now(), randomUUID()) })
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'idempotency-key': key,
    }
    return resultOf(await post(new URL(settings.url), headers, body, settings.timeoutMs))
  },
})
