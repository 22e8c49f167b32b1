import type { StaffRole } from '@open12345/domain/authority'

/** Migration 0002. */
export type AccountTables = {
  readonly account: {
    readonly authority_id: string
    readonly account_id: string
    readonly login: string
    readonly name: string
    readonly outsourced: boolean
    readonly mobile_key: Buffer | null
    readonly mobile_sealed: Buffer | null
    readonly mobile_mask: string | null
    readonly created_at: Temporal.Instant
    readonly disabled_at: Temporal.Instant | null
  }
  readonly credential: {
    readonly authority_id: string
    readonly account_id: string
    readonly password_hash: string
    readonly must_change: boolean
    readonly changed_at: Temporal.Instant
  }
  readonly invitation: {
    readonly authority_id: string
    readonly token_hash: Buffer
    readonly account_id: string | null
    readonly created_at: Temporal.Instant
    readonly expires_at: Temporal.Instant
    readonly used_at: Temporal.Instant | null
  }
  readonly role_grant: {
    readonly authority_id: string
    readonly grant_id: string
    readonly account_id: string
    readonly role: StaffRole
    readonly unit_id: string
    readonly valid_from: Temporal.Instant
    readonly valid_to: Temporal.Instant | null
    readonly granted_by: string | null
    readonly revoked_by: string | null
    /** Migration 0023. */
    readonly deputy_for: string | null
  }
  /** Migration 0022. */
  readonly second_factor_choice: { readonly authority_id: string; readonly roles: readonly string[] }
  readonly second_factor: {
    readonly authority_id: string
    readonly account_id: string
    readonly wrapped_key: Buffer
    readonly secret_sealed: Buffer
    readonly begun_at: Temporal.Instant
    readonly confirmed_at: Temporal.Instant | null
    readonly last_step: number | null
    readonly demonstration: boolean
  }
  /** Migration 0023. */
  readonly machine_key: {
    readonly authority_id: string
    readonly key_id: string
    readonly name: string
    readonly unit_id: string
    readonly scopes: readonly string[]
    readonly secret_hash: Buffer
    readonly former_hash: Buffer | null
    readonly former_until: Temporal.Instant | null
    readonly created_by: string
    readonly created_at: Temporal.Instant
    readonly rotated_at: Temporal.Instant | null
    readonly expires_at: Temporal.Instant
    readonly revoked_at: Temporal.Instant | null
    readonly last_used_at: Temporal.Instant | null
  }
  /** Migration 0024. */
  readonly security_officer: {
    readonly authority_id: string
    readonly unit_id: string
    readonly account_id: string
    readonly named_by: string
    readonly named_at: Temporal.Instant
    readonly ended_at: Temporal.Instant | null
  }
  readonly access_review: {
    readonly authority_id: string
    readonly unit_id: string
    readonly quarter: string
    readonly account_id: string
    readonly sentence: string
    readonly signed_at: Temporal.Instant
  }
  readonly access_review_verdict: {
    readonly authority_id: string
    readonly unit_id: string
    readonly quarter: string
    readonly grant_id: string
    readonly verdict: 'keep' | 'revoke'
  }
}
