import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Signs what is told to others, apart from the master keys: who may read secrets and who may sign for the audit are two matters. */
export type SigningKey = {
  /** SM3 of the public key's DER. */
  readonly id: Buffer
  readonly publicPem: string
  readonly sign: (text: string) => Buffer
}

export const signingKeyFile = (keyFile: string): string => join(dirname(keyFile), 'audit-signing.pem')
export const publicKeyFile = (keyFile: string): string => join(dirname(keyFile), 'audit-signing.pub.pem')

/** Beside a copy of the key file, whatever that copy is called. */
export const signingKeyCopy = (keysCopy: string): string => `${keysCopy.replace(/\.json$/, '')}.audit-signing.pem`

const publicPemOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' })

const make = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'w', flush: true })
  try {
    // Not `rename`: another process may have made one meanwhile, and then that one is it.
    linkSync(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(unfinished)
  }
}

/**
 * The SM2 key beside the key file, made at the first need, with its public half in a file of its own.
 * Trap: a key as `generateKeyPairSync` gives it signs ECDSA over SM2's curve; read back from PEM the same key signs SM2.
 */
export const ensureSigningKey = (keyFile: string): SigningKey => {
  const path = signingKeyFile(keyFile)
  if (!existsSync(path)) make(path)
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
  const key = createPrivateKey(readFileSync(path))
  const publicPem = publicPemOf(key)
  const shown = publicKeyFile(keyFile)
  if (!existsSync(shown) || readFileSync(shown, 'utf8') !== publicPem) writeFileSync(shown, publicPem, { mode: 0o644 })
  const id = createHash('sm3')
    .update(createPublicKey(publicPem).export({ type: 'spki', format: 'der' }))
    .digest()
  return { id, publicPem, sign: (text) => sign('sm3', Buffer.from(text), key) }
}
