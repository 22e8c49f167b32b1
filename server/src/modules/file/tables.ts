/** Migrations 0008 and 0036. */
export type FileTables = {
  readonly file: {
    readonly authority_id: string
    readonly file_id: string
    readonly order_id: string | null
    readonly account_id: string | null
    readonly upload_token_hash: Buffer | null
    readonly name_sealed: Buffer
    readonly media_type: string
    readonly size: number
    readonly digest: Buffer
    readonly wrapped_key: Buffer | null
    readonly sealed_key: Buffer | null
    readonly created_at: Temporal.Instant
    readonly bound_at: Temporal.Instant | null
    readonly for_knowledge: boolean
  }
}
