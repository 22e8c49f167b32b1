import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Asking } from '../../http/call.ts'

/** Whose an unbound file is: a person's who is signed in, or a browser's that holds the upload cookie. */
export type Uploader = { readonly kind: 'account'; readonly accountId: string } | { readonly kind: 'browser'; readonly tokenHash: Buffer }

export const uploadCookie = 'open12345_upload'
const secondsADay = 86_400

export const browserUploader = ({ keyring }: App, token: string): Uploader => ({
  kind: 'browser',
  // The purpose is a session's: a secret that a browser keeps. The prefix keeps the two apart.
  tokenHash: keyring.keyedHash('session', `upload/${token}`),
})

type Cookies = Pick<Asking, 'cookie' | 'setCookie'>
const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text)

/** The browser's own uploader, undefined when it has uploaded nothing. */
export const knownBrowser = (call: Pick<Cookies, 'cookie'>, app: App): Uploader | undefined => {
  const token = call.cookie(uploadCookie)
  return isToken(token) ? browserUploader(app, token) : undefined
}

/** The same, with a new cookie for a browser that has none. */
export const browserOf = (call: Cookies, app: App): Uploader => {
  const before = knownBrowser(call, app)
  if (before !== undefined) return before
  const token = randomBytes(32).toString('base64url')
  call.setCookie(uploadCookie, token, { maxAgeSeconds: secondsADay })
  return browserUploader(app, token)
}

/** Lets row-level security see what this uploader has not bound yet. */
export const asUploader = async (tx: Tx, uploader: Uploader): Promise<void> => {
  const token = uploader.kind === 'browser' ? uploader.tokenHash.toString('hex') : ''
  await sql`select set_config('app.upload_token', ${token}, true)`.execute(tx)
}
