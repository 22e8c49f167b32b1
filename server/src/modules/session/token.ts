import { randomBytes } from 'node:crypto'
import type { App } from '../../app.ts'

export const sessionCookie = 'open12345_session'
export const idleMinutes = 30
export const absoluteHours = 12

export const newToken = (): string => randomBytes(32).toString('base64url')

/** Only this is stored. */
export const tokenHash = ({ keyring }: App, token: string): Buffer => keyring.keyedHash('session', `token/${token}`)
