import { TOTP, URI } from 'otpauth'
import type { Gate } from '../../../http/access.ts'
import type { Mounted } from '../../../http/mount.ts'
import { testApp, type TestApp, type TestAppOptions } from '../../../testing/index.ts'
import { accountsModule, machineByKey, demonstrationPassword, loadDemonstrationAccounts } from '../../accounts/index.ts'
import { auditModule } from '../../audit/index.ts'
import { loadOrganisation, organisationModule } from '../../organisation/index.ts'
import { authenticate, mayAct, sessionCookie, sessionModule } from '../index.ts'

export type StaffHouse = TestApp & {
  /** Signs a demonstration account in; answers the cookie's value. */
  readonly signIn: (login: string, password?: string) => Promise<string>
  readonly as: (token: string | undefined) => Ask
  /** Enrols a second factor with an authenticator at hand; answers the new session and the authenticator. */
  readonly enrol: (token: string) => Promise<{ readonly token: string; readonly code: () => string }>
  readonly accountId: (login: string) => Promise<string>
}
type Answer = {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly code?: string }
  readonly cookie: string | undefined
}
type Ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) => Promise<Answer>

const gate: Gate = { authenticate, may: mayAct, machine: machineByKey, trackingOrder: async () => undefined }
const modules: readonly Mounted[] = [sessionModule, accountsModule, auditModule, organisationModule]

/** The program with sessions, accounts, audit and organisation, and one demonstration account for each role. */
export const staffHouse = async (options: TestAppOptions = {}): Promise<StaffHouse> => {
  const house = await testApp({ modules, gate, ...options, config: { demonstration: true, ...options.config } })
  await loadOrganisation(house.app)
  if (house.app.config.demonstration) await loadDemonstrationAccounts(house.app)

  const as =
    (token: string | undefined): Ask =>
    async (method, path, payload) => {
      const response = await house.server.inject({
        method,
        url: `/api/v1${path}`,
        ...(payload === undefined ? {} : { payload }),
        ...(token === undefined ? {} : { cookies: { [sessionCookie]: token } }),
      })
      const cookie = response.cookies.find(({ name }) => name === sessionCookie)?.value
      return { status: response.statusCode, body: response.body === '' ? {} : response.json(), cookie }
    }
  const signIn = async (login: string, password = demonstrationPassword): Promise<string> => {
    const shown = await as(undefined)('GET', `/session/entrance/code?login=${login}`)
    const code = shown.status === 200 ? (shown.body.code ?? undefined) : undefined
    const { status, body, cookie } = await as(undefined)('POST', '/session', { login, password, code })
    if (status !== 201 || cookie === undefined) throw new Error(`${login} was not signed in: ${body.code}`)
    return cookie
  }
  const enrol = async (token: string): Promise<{ readonly token: string; readonly code: () => string }> => {
    const begun = await as(token)('POST', '/session/second-factor')
    const { secret } = URI.parse(String(begun.body['uri']))
    const code = (): string => TOTP.generate({ secret, timestamp: house.clock.now().epochMilliseconds })
    const { status, cookie } = await as(token)('PUT', '/session/second-factor', { code: code() })
    if (status !== 200 || cookie === undefined) throw new Error('no second factor was enrolled')
    return { token: cookie, code }
  }
  const accountId = async (login: string): Promise<string> => {
    const { rows } = await house.owner.query<{ account_id: string }>('select account_id from account where login = $1', [login])
    return rows[0]?.account_id ?? ''
  }
  return { ...house, as, signIn, enrol, accountId }
}
