import {
  ClientError,
  ClientSecretBasic,
  Configuration,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockSkew,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from 'openid-client'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import type { Provider } from './providers.ts'

export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

const callbackPath = '/console/elsewhere'
const waitSeconds = 8
const toleranceSeconds = 60
const keptHours = 1

export const redirectUriOf = (origin: string): string => new URL(callbackPath, origin).href

const isPlain = (issuer: string): boolean => new URL(issuer).protocol === 'http:'
/** Nothing but this machine may be spoken to in the clear. */
export const isSafeAddress = (address: string): boolean => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
}

type Kept = { readonly metadata: ServerMetadata; readonly readAt: Temporal.Instant }
const known = new WeakMap<App, Map<string, Kept>>()

const metadataOf = async (app: App, { issuer, clientId }: Provider): Promise<ServerMetadata> => {
  const kept = known.get(app) ?? new Map<string, Kept>()
  known.set(app, kept)
  const now = app.clock.now()
  const before = kept.get(issuer)
  if (before !== undefined && Temporal.Instant.compare(before.readAt.add({ hours: keptHours }), now) > 0) return before.metadata
  const found = await discovery(new URL(issuer), clientId, undefined, undefined, {
    timeout: waitSeconds,
    ...(isPlain(issuer) ? { execute: [allowInsecureRequests] } : {}),
  })
  const metadata = found.serverMetadata()
  kept.set(issuer, { metadata, readAt: now })
  return metadata
}

const configurationOf = async (app: App, provider: Provider): Promise<Configuration> => {
  const configuration = new Configuration(
    await metadataOf(app, provider),
    provider.clientId,
    {
      // The library reads the machine's clock; what it reads is corrected to the program's.
      [clockSkew]: Math.round((app.clock.now().epochMilliseconds - Temporal.Now.instant().epochMilliseconds) / 1000),
      [clockTolerance]: toleranceSeconds,
    },
    ClientSecretBasic(provider.clientSecret),
  )
  configuration.timeout = waitSeconds
  enableNonRepudiationChecks(configuration)
  if (isPlain(provider.issuer)) allowInsecureRequests(configuration)
  return configuration
}

const unreachable = refuse({ code: 'session.provider-unreachable' })
/** fetch() says TypeError for whatever kept it from an answer. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof ClientError && ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(error.code ?? ''))

/** Where the browser is to go. */
export const addressThere = async (app: App, provider: Provider, { state, nonce, verifier }: Secrets): Promise<Decision<string>> => {
  try {
    const configuration = await configurationOf(app, provider)
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUriOf(provider.origin),
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return accept(address.href)
  } catch {
    // Whatever discovery ran into, no browser can be sent there.
    return unreachable
  }
}

/** Who the provider says it was: the subject of a signed ID token for this client, this state and this nonce, in time by our clock. */
export const subjectOf = async (app: App, provider: Provider, secrets: Secrets, query: string): Promise<Decision<string>> => {
  const back = new URL(redirectUriOf(provider.origin))
  back.search = query
  try {
    const tokens = await authorizationCodeGrant(await configurationOf(app, provider), back, {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
      idTokenExpected: true,
    })
    const subject = tokens.claims()?.sub
    return subject === undefined ? refuse({ code: 'session.provider-refused' }) : accept(subject)
  } catch (error) {
    return isUnreachable(error) ? unreachable : refuse({ code: 'session.provider-refused' })
  }
}
