import type { $ZodType, input, output } from 'zod/v4/core'

/**
 * One declaration per endpoint: the server's validation and response guard, the OpenAPI document and the typed client are derived from it.
 * The bound is zod's small core type, so that two hundred of these stay cheap to type-check.
 */
/** All that a key of an outside system can be good for; each is the right to the routes that name it, and none of them leads to a person or a matter. */
export const machineScopes = ['board-figures'] as const
export type MachineScope = (typeof machineScopes)[number]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Access =
  | { readonly kind: 'public' } // anybody; rate-limited
  | { readonly kind: 'requester' } // number and query code were exchanged for a tracking token
  | { readonly kind: 'staff'; readonly action: string } // a signed-in person whose roles hold this action in the authority matrix
  | { readonly kind: 'machine'; readonly scope: MachineScope } // an outside system by a key that names this scope

export type Route<P = unknown, Q = unknown, B = unknown, R = unknown> = {
  readonly method: Method
  /** Below /api/v1, with :named parameters. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly response: R
  /** The success status; 200 unless told. */
  readonly status?: 200 | 201 | 204
  /** An answer that is the same for everybody: caches keep it so long, and pages of other sites may read it. Of whoever is signed in nothing is cached. */
  readonly cachedForSeconds?: number
  /** A command: takes an Idempotency-Key header and, where the noun has versions, If-Match. */
  readonly command?: boolean
}

export const route = <
  R extends $ZodType,
  P extends $ZodType | undefined = undefined,
  Q extends $ZodType | undefined = undefined,
  B extends $ZodType | undefined = undefined,
>(
  declared: Omit<Route, 'params' | 'query' | 'body' | 'response'> & {
    readonly params?: P
    readonly query?: Q
    readonly body?: B
    readonly response: R
  },
): Route<P, Q, B, R> => declared as never

type Out<T> = T extends $ZodType ? output<T> : undefined
type In<T> = T extends $ZodType ? input<T> : undefined
type Optional<K extends string, T> = T extends $ZodType ? { readonly [k in K]: input<T> } : { readonly [k in K]?: undefined }

export type RouteInput<E> =
  E extends Route<infer P, infer Q, infer B, infer _R> ? { readonly params: Out<P>; readonly query: Out<Q>; readonly body: Out<B> } : never
export type RouteOutput<E> = E extends Route<infer _P, infer _Q, infer _B, infer R> ? In<R> : never
export type RouteCall<E> =
  E extends Route<infer P, infer Q, infer B, infer R>
    ? (ask: Optional<'params', P> & Optional<'query', Q> & Optional<'body', B> & CallOptions) => Promise<Out<R>>
    : never
export type CallOptions = { readonly idempotencyKey?: string; readonly ifMatch?: number; readonly signal?: AbortSignal }
