import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Keyring } from './keyring.ts'
import { keyBytes, open, seal } from './sm4-gcm.ts'

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `must be ${bytes} bytes in base64`)

/** What the key file holds: master keys by version (the newest wraps, older ones still open) and one secret for look-ups. */
export const keySet = z.object({
  current: z.string().regex(/^[a-z0-9]{1,16}$/),
  masters: z.record(z.string(), base64(keyBytes)),
  lookup: base64(32),
})
export type KeySet = z.infer<typeof keySet>

export const newKeySet = (): KeySet => ({
  current: 'k1',
  masters: { k1: randomBytes(keyBytes).toString('base64') },
  lookup: randomBytes(32).toString('base64'),
})

/** With these bytes begins what is wrapped under that master key. */
export const wrappedBy = (version: string): Buffer => Buffer.concat([Buffer.from([Buffer.byteLength(version)]), Buffer.from(version)])

/** The set with a new master key, which wraps from now on; the older ones still open. */
export const withNewMaster = (set: KeySet): KeySet => {
  const numbers = Object.keys(set.masters).map((version) => Number(/\d+$/.exec(version)?.[0] ?? 0))
  const next = `k${Math.max(0, ...numbers) + 1}`
  return { ...set, current: next, masters: { ...set.masters, [next]: randomBytes(keyBytes).toString('base64') } }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sm3', key).update(text).digest()

/** The keyring of OpenSSL's own SM4 and SM3 over a set of keys in memory. A wrapped key names its master: length ‖ version ‖ sealed. */
export const keyringOf = (set: KeySet): Keyring => {
  const masters = new Map(Object.entries(set.masters).map(([version, key]) => [version, Buffer.from(key, 'base64')]))
  const lookup = Buffer.from(set.lookup, 'base64')
  const purposes = new Map<string, Buffer>()

  const masterOf = (version: string): Buffer => {
    const master = masters.get(version)
    if (master === undefined) throw new Error(`the key file has no master key ${version}`)
    return master
  }
  const purposeKey = (purpose: string): Buffer => {
    const known = purposes.get(purpose) ?? hmac(lookup, purpose)
    purposes.set(purpose, known)
    return known
  }
  const wrap = (key: Buffer): Buffer => Buffer.concat([wrappedBy(set.current), seal(masterOf(set.current), key, `data-key ${set.current}`)])
  const unwrap = (wrapped: Buffer): Buffer => {
    const end = 1 + (wrapped[0] ?? 0)
    const version = wrapped.subarray(1, end).toString()
    return open(masterOf(version), wrapped.subarray(end), `data-key ${version}`)
  }
  return {
    newDataKey: () => {
      const key = randomBytes(keyBytes)
      return { key, wrapped: wrap(key) }
    },
    unwrap,
    rewrap: (wrapped) => wrap(unwrap(wrapped)),
    seal,
    open,
    keyedHash: (purpose, text) => hmac(purposeKey(purpose), text),
  }
}
