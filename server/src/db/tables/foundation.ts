import type { Generated, JSONColumnType } from 'kysely'

/** Migration 0001. */
export type FoundationTables = {
  readonly authority: { readonly authority_id: string; readonly name: string; readonly calendar: string; readonly time_zone: string }
  readonly installation: {
    readonly singleton: Generated<boolean>
    readonly wrapped_key: Buffer
    readonly look_up: Buffer
    readonly demonstration: Generated<'none' | 'loading' | 'loaded'>
  }
  readonly security_log: {
    readonly security_log_id: string
    readonly authority_id: string
    readonly at: Temporal.Instant
    readonly code: string
    readonly route: string
    readonly status: number
    readonly address_hash: Buffer
    readonly account_id: string | null
  }
  readonly idempotency: {
    readonly authority_id: string
    readonly actor_key: string
    readonly key: string
    readonly route: string
    readonly request_digest: Buffer
    readonly result: JSONColumnType<object> | null
    readonly at: Temporal.Instant
  }
}
