import { createHmac, timingSafeEqual } from 'node:crypto'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'

export type SigningKey = { readonly secret: string; readonly algorithm: 'sm3' | 'sha256' }
type Fields = Readonly<Record<string, string>>
export type Signed = { readonly timestamp: string; readonly nonce: string; readonly signature: string }

const toleranceSeconds = 300

/** One line `name=value` for each field in the order of names, values as JSON text: the same on both sides whatever spaces a JSON writer puts in. */
const canonical = (fields: Fields): string =>
  Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join('\n')

const macOf = ({ secret, algorithm }: SigningKey, fields: Fields): Buffer =>
  createHmac(algorithm, secret).update(canonical(fields)).digest()

/** Signs fields together with the time (seconds since 1970) and a nonce. */
export const sign = (key: SigningKey, fields: Fields, at: Temporal.Instant, nonce: string): Signed => {
  const timestamp = String(Math.floor(at.epochMilliseconds / 1000))
  return { timestamp, nonce, signature: macOf(key, { ...fields, timestamp, nonce }).toString('hex') }
}

/** Without a key nothing from outside is believed. The signature is looked at first, so that a stranger learns nothing of our time. */
export const verify = (
  key: SigningKey | undefined,
  fields: Fields,
  { timestamp, nonce, signature }: Signed,
  at: Temporal.Instant,
): Decision<true> => {
  const given = Buffer.from(signature, 'hex')
  const expected = key === undefined ? Buffer.alloc(0) : macOf(key, { ...fields, timestamp, nonce })
  if (expected.length === 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return refuse({ code: 'sms.signature-wrong' })
  const apart = Math.abs(Number(timestamp) - at.epochMilliseconds / 1000)
  return apart <= toleranceSeconds ? accept(true) : refuse({ code: 'sms.too-old' })
}
