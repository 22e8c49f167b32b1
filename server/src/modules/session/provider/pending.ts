import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { z } from 'zod'
import type { App } from '../../../app.ts'
import type { Asking } from '../../../http/call.ts'
import type { Secrets } from './remote.ts'

const cookieName = 'open12345_elsewhere'
const context = 'sign-in-elsewhere'
const minutes = 10
const path = '/api/v1/session/elsewhere'

const schema = z.object({
  providerId: z.string(),
  purpose: z.enum(['sign-in', 'link']),
  accountId: z.string().nullable(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.string(),
})
export type Pending = z.infer<typeof schema>

/** What this browser began, sealed: nobody reads or changes it on the way, and nothing is kept here. */
export const keepPending = (call: Asking, app: App, begun: Pick<Pending, 'providerId' | 'purpose' | 'accountId'>): Secrets => {
  const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const pending: Pending = { ...begun, ...secrets, until: call.at.add({ minutes }).toString() }
  const { key, wrapped } = app.keyring.newDataKey()
  const sealed = app.keyring.seal(key, Buffer.from(JSON.stringify(pending)), context)
  const value = `${wrapped.toString('base64url')}.${sealed.toString('base64url')}`
  call.setCookie(cookieName, value, { maxAgeSeconds: minutes * 60, path })
  return secrets
}

const opened = ({ keyring }: App, value: string): unknown => {
  const [wrapped = '', sealed = ''] = value.split('.')
  try {
    const key = keyring.unwrap(Buffer.from(wrapped, 'base64url'))
    return JSON.parse(keyring.open(key, Buffer.from(sealed, 'base64url'), context).toString())
  } catch {
    // Not of our making.
    return undefined
  }
}

/** Good for one return. */
export const takePending = (call: Asking, app: App): Pending | undefined => {
  const value = call.cookie(cookieName)
  call.clearCookie(cookieName, { path })
  const read = schema.safeParse(value === undefined ? undefined : opened(app, value))
  if (!read.success) return undefined
  return Temporal.Instant.compare(call.at, Temporal.Instant.from(read.data.until)) < 0 ? read.data : undefined
}
