/** Migration 0008. */
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
  }
}
