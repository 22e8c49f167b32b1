/** Migration 0002. */
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
  }
  readonly sign_in_failure: {
    readonly authority_id: string
    readonly login_hash: Buffer
    readonly failures: number
    readonly failed_at: Temporal.Instant
  }
}
