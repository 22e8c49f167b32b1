/** Migration 0006. */
export type CalendarTables = {
  readonly calendar_notice: {
    readonly authority_id: string
    readonly entry_no: number
    readonly number: string
    readonly year: number
    readonly settles: string[]
    readonly supersedes: string | null
    readonly entered_by: string
    readonly entered_at: Temporal.Instant
  }
  readonly calendar_notice_day: {
    readonly authority_id: string
    readonly entry_no: number
    readonly on_date: Temporal.PlainDate
    readonly kind: 'off' | 'worked'
    readonly name: string
  }
}
