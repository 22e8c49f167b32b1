import type { InjectOptions } from 'fastify'
import { demonstrationPassword } from '../../modules/accounts/index.ts'
import { sessionCookie } from '../../modules/session/index.ts'
import type { Scene } from '../../testing/scene.ts'

/** An answer as it came, with what stands around its body. */
export type Raw = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string }
export type Browser = {
  readonly login: string
  readonly cookie: string
  readonly ask: (method: string, url: string, more?: Omit<InjectOptions, 'method' | 'url' | 'cookies'>) => Promise<Raw>
}

// Not the machine itself, which may read its own metrics.
const away = '203.0.113.9'

/** Somebody of the staff at a browser, which keeps one session; `url` from the root. */
export const browserOf = async ({ server, nobody }: Scene, login: string): Promise<Browser> => {
  const { body } = await nobody<{ code: string | null }>('GET', `/session/entrance/code?login=${login}`)
  const code = body.code === null ? {} : { code: body.code }
  const signedIn = await server.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login, password: demonstrationPassword, ...code },
  })
  const cookie = signedIn.cookies.find(({ name }) => name === sessionCookie)?.value
  if (cookie === undefined) throw new Error(`${login} was not signed in: ${signedIn.body}`)
  const ask: Browser['ask'] = async (method, url, more = {}) => {
    const {
      statusCode,
      headers,
      body: text,
    } = await server.inject({ ...more, method, url, remoteAddress: away, cookies: { [sessionCookie]: cookie } } as InjectOptions)
    return { status: statusCode, headers, text }
  }
  return { login, cookie, ask }
}
