import type { Route, RouteInput } from '@open12345/contract/kernel'
import type { Actor } from '../db/actor.ts'
import type { Signed } from './access.ts'

export type Language = 'zh' | 'en'

export type CookieOptions = {
  /** Without it the cookie goes with the browser window. */
  readonly maxAgeSeconds?: number
  readonly path?: string
}

export type Upload = { readonly field: string; readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/** Everything of a request that is not its declared input. */
export type Asking = {
  readonly actor: Actor
  /** The signed-in person; on public routes too, when there is one. */
  readonly session: Signed | undefined
  /** The instant of the request, by the clock port: one for the whole command. */
  readonly at: Temporal.Instant
  readonly language: Language
  readonly ip: string
  readonly requestId: string
  /** Method and path pattern, e.g. `POST /work-orders/:orderId/sign`. */
  readonly route: string
  readonly idempotencyKey: string | undefined
  /** Digest of the declared input: tells whether a repeated key means the same command. */
  readonly digest: Buffer
  readonly ifMatch: number | undefined
  readonly files: readonly Upload[]
  readonly cookie: (name: string) => string | undefined
  readonly setCookie: (name: string, value: string, options?: CookieOptions) => void
  readonly clearCookie: (name: string, options?: Pick<CookieOptions, 'path'>) => void
}

export type Call<E = Route> = RouteInput<E> & Asking
