import { createCipheriv, createDecipheriv, randomBytes, type CipherGCMTypes } from 'node:crypto'

// OpenSSL has SM4 in GCM mode; only Node's types do not list it.
const cipher = 'sm4-gcm' as CipherGCMTypes
const nonceBytes = 12
const tagBytes = 16
export const keyBytes = 16

/** nonce ‖ cipher text ‖ tag */
export const seal = (key: Buffer, plain: Buffer, context: string): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()])
}

export const open = (key: Buffer, sealed: Buffer, context: string): Buffer => {
  if (sealed.length < nonceBytes + tagBytes) throw new Error('sealed bytes are too short')
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()])
}
