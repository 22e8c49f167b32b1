/** Migrations 0002 and 0023. */
export type SessionTables = {
  readonly session: {
    readonly authority_id: string
    readonly session_id: string
    readonly token_hash: Buffer
    readonly account_id: string
    readonly address: string
    readonly created_at: Temporal.Instant
    readonly seen_at: Temporal.Instant
    readonly expires_at: Temporal.Instant
    readonly ended_at: Temporal.Instant | null
    readonly provider_id: string | null
  }
  readonly sign_in_failure: {
    readonly authority_id: string
    readonly login_hash: Buffer
    readonly failures: number
    readonly failed_at: Temporal.Instant
  }
  readonly identity_provider: {
    readonly authority_id: string
    readonly provider_id: string
    readonly name: string
    readonly issuer: string
    readonly client_id: string
    readonly wrapped_key: Buffer
    readonly secret_sealed: Buffer
    readonly origin: string
    readonly unit_id: string
    readonly enabled: boolean
    readonly created_at: Temporal.Instant
  }
  readonly sign_in_link: {
    readonly authority_id: string
    readonly link_id: string
    readonly provider_id: string
    readonly subject: string
    readonly account_id: string
    readonly linked_at: Temporal.Instant
    readonly last_used_at: Temporal.Instant | null
  }
}
