import type { KnowledgeType } from '@open12345/domain/vocabulary'

/** Migrations 0008 and 0033. */
export type KnowledgeTables = {
  readonly knowledge_item: {
    readonly authority_id: string
    readonly item_id: string
    readonly version: number
    readonly title: string
    readonly body: string
    readonly keywords: string[]
    readonly owner_unit_id: string
    readonly owner_name: string
    readonly source: string
    readonly valid_on_from: Temporal.PlainDate
    readonly valid_on_to: Temporal.PlainDate | null
    readonly status: 'draft' | 'published' | 'withdrawn'
    readonly published_at: Temporal.Instant | null
    readonly superseded_at: Temporal.Instant | null
    readonly type: KnowledgeType
    readonly variants: string[]
    readonly document_number: string | null
    readonly article: string | null
    readonly region: string | null
    readonly review_on: Temporal.PlainDate
    readonly written_by: string | null
    readonly withdrawn_at: Temporal.Instant | null
    readonly withdrawn_reason: string | null
  }
}
