/**
 * How a signed day is verified, with the public key only.
 *
 * The statement is these lines, each ended by `\n`: `open12345 audit day`, authority, day, number of the last seal, head (hex), records sealed
 * since the day before, SM3 of the signature of the day before (hex; zeros for the first), signed at (microseconds since 1970).
 * The signature is SM2 with SM3 in DER, with an empty identity, as `openssl dgst -sm3 -verify audit-signing.pub.pem -signature FILE` checks it.
 */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'

export const sm3 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** By the SM3 of their DER, in hexadecimal. */
export type PublicKeys = ReadonlyMap<string, KeyObject>

export const readPublicKeys = (files: readonly string[]): PublicKeys =>
  new Map(
    files.map((file) => {
      const key = createPublicKey(readFileSync(file))
      return [sm3(key.export({ type: 'spki', format: 'der' })).toString('hex'), key]
    }),
  )

export type SignedDay = {
  readonly authorityId: string
  /** Civil date in Asia/Shanghai. */
  readonly day: string
  readonly lastBatch: string
  readonly head: string
  readonly records: string
  readonly previous: string
  /** Microseconds since 1970. */
  readonly signedAt: string
  readonly keyId: string
  readonly signature: Buffer
}

const statementOf = ({ authorityId, day, lastBatch, head, records, previous, signedAt }: SignedDay): string =>
  ['open12345 audit day', authorityId, day, lastBatch, head, records, previous, signedAt, ''].join('\n')

/** What is wrong with the signature of a day; undefined when it holds. */
export const faultOfSignature = (keys: PublicKeys, signed: SignedDay): string | undefined => {
  const key = keys.get(signed.keyId)
  if (key === undefined) return `day ${signed.day} is signed with a key that was not given (${signed.keyId})`
  return verify('sm3', Buffer.from(statementOf(signed)), key, signed.signature)
    ? undefined
    : `the signature of day ${signed.day} does not hold`
}

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
