/** What a model tells from a message. */
export const told = ['kind', 'subject', 'unit'] as const
export type Told = (typeof told)[number]

/** `candidate`: was never used. `retired`: was, until another, or the rules alone, took its place. */
export type ModelState = 'candidate' | 'in-use' | 'retired'

/** Migration 0035. */
export type LearningTables = {
  readonly learned_model: {
    readonly authority_id: string
    readonly tells: Told
    readonly version: number
    readonly trained_at: Temporal.Instant
    readonly source: 'orders' | 'file'
    readonly first_on: Temporal.PlainDate | null
    readonly last_on: Temporal.PlainDate | null
    readonly examples: number
    readonly held_out: number
    readonly figure: number
    readonly accuracy: number
    readonly rules_figure: number
    readonly rules_accuracy: number
    readonly digest: string
    readonly bytes: Buffer
    readonly state: ModelState
  }
}
