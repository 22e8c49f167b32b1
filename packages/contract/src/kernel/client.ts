import type { Problem } from './problem.ts'
import type { CallOptions, Route, RouteCall } from './route.ts'

/** What the server refused, as problem+json; `body` is undefined when the answer was not ours (a proxy's page, no network). */
export class ApiError extends Error {
  readonly status: number
  readonly body: Problem | undefined
  constructor(status: number, body: Problem | undefined) {
    super(body?.title ?? `HTTP ${status}`)
    this.status = status
    this.body = body
  }
}

type Ask = { readonly params?: Record<string, unknown>; readonly query?: Record<string, unknown>; readonly body?: unknown } & CallOptions
export type Client<C> = { readonly [K in keyof C]: RouteCall<C[K]> }

const search = (query: Record<string, unknown> | undefined): string => {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value)]],
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

const headersOf = (ask: Ask, language: string): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': language,
  ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(ask.idempotencyKey === undefined ? {} : { 'idempotency-key': ask.idempotencyKey }),
  ...(ask.ifMatch === undefined ? {} : { 'if-match': `"${ask.ifMatch}"` }),
})

/** A typed client of a route table. `language` is asked at each call, so that a switch needs no new client. */
export const clientOf = <C extends Record<string, Route>>(
  routes: C,
  language: () => string,
  base = '/api/v1',
  send: typeof fetch = (...args) => fetch(...args),
): Client<C> =>
  Object.fromEntries(
    Object.entries(routes).map(([name, declared]) => [
      name,
      async (ask: Ask = {}): Promise<unknown> => {
        const path = declared.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(ask.params?.[key])))
        const response = await send(base + path + search(ask.query), {
          method: declared.method,
          headers: headersOf(ask, language()),
          ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
          ...(ask.signal === undefined ? {} : { signal: ask.signal }),
        })
        const type = response.headers.get('content-type') ?? ''
        if (!response.ok)
          throw new ApiError(response.status, type.includes('problem+json') ? ((await response.json()) as Problem) : undefined)
        return type.includes('json') ? response.json() : undefined
      },
    ]),
  ) as never
