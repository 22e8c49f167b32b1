import { timingSafeEqual } from 'node:crypto'
import type { App } from '../../app.ts'

const days = 30
const idBytes = 16
const timeBytes = 6

const bodyOf = (orderId: string, expiresAt: number): Buffer => {
  const body = Buffer.alloc(idBytes + timeBytes)
  Buffer.from(orderId.replaceAll('-', ''), 'hex').copy(body)
  body.writeUIntBE(expiresAt, idBytes, timeBytes)
  return body
}
const sealOf = ({ keyring }: Pick<App, 'keyring'>, body: Buffer): Buffer => keyring.keyedHash('session', `tracking/${body.toString('hex')}`)

/** Opens one request for thirty days in the browser that has it. */
export const trackingToken = (app: App, orderId: string): string => {
  const body = bodyOf(orderId, app.clock.now().add({ hours: 24 * days }).epochMilliseconds)
  return Buffer.concat([body, sealOf(app, body)]).toString('base64url')
}

const hexId = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The order that a token opens now; undefined for one that was made up, changed, or has expired. */
export const orderOfToken = (app: App, token: string): string | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + timeBytes + 32) return undefined
  const body = bytes.subarray(0, idBytes + timeBytes)
  if (!timingSafeEqual(bytes.subarray(idBytes + timeBytes), sealOf(app, body))) return undefined
  return body.readUIntBE(idBytes, timeBytes) > app.clock.now().epochMilliseconds ? hexId(body.subarray(0, idBytes)) : undefined
}
