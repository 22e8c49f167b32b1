import type { UnitKind } from './units.ts'

/** Migration 0002. */
export type OrganisationTables = {
  readonly unit: {
    readonly authority_id: string
    readonly unit_id: string
    readonly parent_id: string | null
    readonly supervised_by: string | null
    readonly name: string
    readonly kind: UnitKind
    readonly place_code: string | null
    readonly valid_on_from: Temporal.PlainDate
    readonly valid_on_to: Temporal.PlainDate | null
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
