import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const platformOrigin = 'http://localhost:12345'
export const client = { clientId: 'open12345', clientSecret: 'a-secret-of-the-unit-1' } as const

export type UnitProvider = {
  readonly issuer: string
  /** Goes to an address of the provider as a browser in which `subject` is signed in; answers the query it is sent back with. */
  readonly visit: (address: string, subject: string) => Promise<string>
  readonly close: () => Promise<void>
}

const configuration = {
  clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [`${platformOrigin}/console/elsewhere`] }],
  cookies: { keys: ['for-tests'] },
  findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
}

/** One window's cookies, followed from redirect to redirect until the browser is back at the platform. */
const follow = async (address: string, issuer: string, subject: string): Promise<string> => {
  const jar = new Map<string, string>([['subject', subject]])
  let next = new URL(address)
  while (next.origin === issuer) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    next = new URL(location, next)
  }
  return next.search
}

/** A real OpenID Connect provider on a free port, in which everybody is signed in already. */
export const unitProvider = async (): Promise<UnitProvider> => {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configuration)
  const agree = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const accountId = /subject=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const { params } = await provider.interactionDetails(request, response)
    const grant = new provider.Grant({ accountId, clientId: params.client_id })
    grant.addOIDCScope('openid')
    const grantId = await grant.save()
    await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } })
  }
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') === true) void agree(request, response)
    else answer(request, response)
  })
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { issuer, visit: (address, subject) => follow(address, issuer, subject), close }
}
