import type { Principle } from '@open12345/domain/vocabulary'
import type { UnitKind } from './units.ts'

/** Migrations 0002, 0009, 0028 and 0041. */
export type OrganisationTables = {
  readonly unit: {
    readonly authority_id: string
    readonly unit_id: string
    readonly parent_id: string | null
    readonly supervised_by: string | null
    readonly name: string
    readonly short_name: string | null
    readonly name_en: string | null
    readonly kind: UnitKind
    readonly place_code: string | null
    readonly valid_on_from: Temporal.PlainDate
    readonly valid_on_to: Temporal.PlainDate | null
    readonly merged_into: string | null
    readonly decided_at: Temporal.Instant | null
  }
  readonly prefecture: {
    readonly authority_id: string
    readonly profile: object
    readonly calendar: object
    readonly loaded_at: Temporal.Instant
  }
  readonly policy_pack: { readonly authority_id: string; readonly pack_id: string; readonly pack: object }
  readonly responsibility: {
    readonly authority_id: string
    readonly subject: string
    readonly place_code: string
    readonly unit_id: string
    readonly principle: Principle
    readonly basis: string
    readonly valid_on_from: Temporal.PlainDate
    readonly valid_on_to: Temporal.PlainDate | null
    readonly brought_by: string | null
    readonly ended_by: string | null
  }
  readonly place: {
    readonly authority_id: string
    readonly code: string
    readonly parent_code: string | null
    readonly name: string
    readonly level: 'prefecture' | 'county' | 'township'
    readonly replaced_by: string | null
    readonly valid_on_from: Temporal.PlainDate
    readonly valid_on_to: Temporal.PlainDate | null
  }
  readonly unit_contact: {
    readonly authority_id: string
    readonly unit_id: string
    readonly duty: 'notice' | 'emergency'
    readonly rank: number
    readonly name: string
    readonly wrapped_key: Buffer
    readonly phone_sealed: Buffer
    readonly phone_mask: string
  }
}
