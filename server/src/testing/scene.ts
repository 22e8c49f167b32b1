import type { InjectOptions } from 'fastify'
import { demonstrationPassword, loadDemonstrationAccounts } from '../modules/accounts/index.ts'
import { loadDemonstrationContacts, loadOrganisation } from '../modules/organisation/index.ts'
import { sessionCookie } from '../modules/session/index.ts'
import { testApp, type TestApp, type TestAppOptions } from './index.ts'

export type Answer<T = Record<string, unknown>> = {
  readonly status: number
  readonly body: T & { readonly code?: string; readonly clause?: string }
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** One person at their desk, asking through the interface like any browser. */
export type Desk = <T = Record<string, unknown>>(
  method: Method,
  path: string,
  payload?: object,
  headers?: Record<string, string>,
) => Promise<Answer<T>>
export type Scene = TestApp & {
  readonly nobody: Desk
  readonly desk: (login: string) => Promise<Desk>
  readonly citizen: (token: string) => Desk
}

/** The demonstration's units, places and people brought into a program that runs, and no matters. */
export const sceneIn = async (house: TestApp): Promise<Scene> => {
  await loadOrganisation(house.app)
  await loadDemonstrationContacts(house.app)
  await loadDemonstrationAccounts(house.app)

  const ask = async <T>(method: Method, path: string, payload: object | undefined, extra: InjectOptions): Promise<Answer<T>> => {
    const response = await house.server.inject({ method, url: `/api/v1${path}`, ...(payload === undefined ? {} : { payload }), ...extra })
    return { status: response.statusCode, body: response.body === '' ? ({} as never) : response.json() }
  }
  const nobody: Desk = (method, path, payload, headers = {}) => ask(method, path, payload, { headers })
  const signIn = async (login: string): Promise<string> => {
    // As on the sign-in page of a demonstration, which shows the code of whoever needs one.
    const { body } = await nobody<{ code: string | null }>('GET', `/session/entrance/code?login=${login}`)
    const response = await house.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login, password: demonstrationPassword, ...(body.code === null ? {} : { code: body.code }) },
    })
    const cookie = response.cookies.find(({ name }) => name === sessionCookie)?.value
    if (cookie === undefined) throw new Error(`${login} was not signed in: ${response.body}`)
    return cookie
  }
  /** Signs in again where the test's clock has outrun the session, as a person would the next morning. */
  const desk = async (login: string): Promise<Desk> => {
    let cookie = await signIn(login)
    return async (method, path, payload, headers = {}) => {
      const withCookie = <T>() => ask<T>(method, path, payload, { headers, cookies: { [sessionCookie]: cookie } })
      const answer = await withCookie<never>()
      if (answer.status !== 401) return answer
      cookie = await signIn(login)
      return withCookie()
    }
  }
  const citizen =
    (token: string): Desk =>
    (method, path, payload, headers = {}) =>
      ask(method, path, payload, { headers: { ...headers, authorization: `Tracking ${token}` } })
  return { ...house, nobody, desk, citizen }
}

/** The whole program on a database of its own with the demonstration's units, places and people. */
export const scene = async (options: TestAppOptions = {}): Promise<Scene> =>
  sceneIn(await testApp({ ...options, config: { demonstration: true, ...options.config } }))
