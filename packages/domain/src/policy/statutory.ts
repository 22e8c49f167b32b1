import type { Span, Words } from '../calendar/index.ts'
import type { Kind } from '../vocabulary/index.ts'

/** A limit that another law sets for matters of certain subjects. */
export type StatutoryLimit = {
  readonly id: string
  /** Codes of the subject catalogue. */
  readonly subjects: readonly string[]
  readonly kinds: readonly Kind[]
  readonly span: Span
  /** Law and article, such as 《城镇燃气管理条例》第二十九条. */
  readonly citation: string
  readonly note: Words
  readonly from: string
  readonly to: string | null
}

/** The limit that other law sets for this subject and kind on a date (ISO dates compare as text). */
export const statutoryLimitOf = (
  limits: readonly StatutoryLimit[],
  subject: string | null | undefined,
  kind: Kind | null | undefined,
  on: string,
): StatutoryLimit | undefined =>
  subject && kind
    ? limits.find(
        (limit) =>
          limit.subjects.includes(subject) && limit.kinds.includes(kind) && limit.from <= on && (limit.to === null || on <= limit.to),
      )
    : undefined
