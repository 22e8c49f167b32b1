import { parseInstant, parseSpan, type Span } from '../calendar/index.ts'
import { accept, refuse, type Decision } from '../kernel/index.ts'
import { kinds, urgencies, type Kind, type Urgency } from '../vocabulary/index.ts'
import { isClockName, type ClockName } from './clock-name.ts'
import { explain, type Question } from './explain.ts'
import { explainSpan } from './explain-span.ts'
import type { Explanation, SpanExplanation } from './explanation.ts'
import type { World } from './rules.ts'

/** A question as it comes from outside, all in text. With `span` a bare span is counted; else a clock, `handle` unless named. */
export type Asked = {
  readonly received: string
  readonly clock?: string | undefined
  readonly kind?: string | undefined
  readonly authority?: string | undefined
  readonly pack?: string | undefined
  readonly calendar?: string | undefined
  readonly source?: string | undefined
  readonly subject?: string | undefined
  readonly urgency?: string | undefined
  /** The source's own limit, such as 5wd. */
  readonly sourceLimit?: string | undefined
  readonly upstreamDueOn?: string | undefined
  readonly leadReceived?: string | undefined
  readonly span?: string | undefined
}

const DEFAULT_AUTHORITY = 'liangshan'

const oneOf = <T extends string>(known: readonly T[], text: string | undefined, code: string): Decision<T | null> => {
  if (text === undefined) return accept(null)
  const found = known.find((one) => one === text)
  return found === undefined ? refuse({ code, facts: { text: text.slice(0, 40), known: known.join(', ') } }) : accept(found)
}

const clockOf = (text: string): Decision<ClockName> =>
  isClockName(text) ? accept(text) : refuse({ code: 'clock.unknown', facts: { clock: text.slice(0, 40) } })

type Vocabulary = { readonly clock: ClockName; readonly kind: Kind | null; readonly urgency: Urgency | null }

const vocabularyOf = (asked: Asked): Decision<Vocabulary> => {
  const clock = clockOf(asked.clock ?? 'handle')
  if (!clock.ok) return clock
  const kind = oneOf(kinds, asked.kind, 'clock.unknown-kind')
  if (!kind.ok) return kind
  const urgency = oneOf(urgencies, asked.urgency, 'clock.unknown-urgency')
  return urgency.ok ? accept({ clock: clock.value, kind: kind.value, urgency: urgency.value }) : urgency
}

const optional = <T>(text: string | undefined, parse: (text: string) => Decision<T>): Decision<T | null> =>
  text === undefined ? accept(null) : parse(text)

type Times = { readonly startAt: Temporal.Instant; readonly leadStartAt: Temporal.Instant | null; readonly sourceLimit: Span | null }

const timesOf = (asked: Asked): Decision<Times> => {
  const startAt = parseInstant(asked.received)
  if (!startAt.ok) return startAt
  const leadStartAt = optional(asked.leadReceived, parseInstant)
  if (!leadStartAt.ok) return leadStartAt
  const sourceLimit = optional(asked.sourceLimit, parseSpan)
  return sourceLimit.ok ? accept({ startAt: startAt.value, leadStartAt: leadStartAt.value, sourceLimit: sourceLimit.value }) : sourceLimit
}

const questionOf = (asked: Asked): Decision<Question> => {
  const vocabulary = vocabularyOf(asked)
  if (!vocabulary.ok) return vocabulary
  const times = timesOf(asked)
  if (!times.ok) return times
  const { authority = DEFAULT_AUTHORITY, pack, calendar, source = null, subject = null, upstreamDueOn = null } = asked
  return accept({ ...vocabulary.value, ...times.value, authority, pack, calendar, source, subject, upstreamDueOn })
}

const bareSpan = (text: string, asked: Asked, world: World): Decision<SpanExplanation> => {
  if (asked.clock !== undefined) return refuse({ code: 'clock.span-and-clock' })
  const span = parseSpan(text)
  if (!span.ok) return span
  const receivedAt = parseInstant(asked.received)
  if (!receivedAt.ok) return receivedAt
  const calendarId = asked.calendar ?? world.authorities.find(({ id }) => id === (asked.authority ?? DEFAULT_AUTHORITY))?.calendar
  const calendar = world.calendars.find(({ id }) => id === calendarId)
  return calendar ? accept(explainSpan(span.value, receivedAt.value, calendar)) : refuse({ code: 'calendar.unknown' })
}

/** Answers a question in text. Refuses unreadable input by name, and whatever `explain` refuses. */
export const answer = (asked: Asked, world: World): Decision<Explanation | SpanExplanation> => {
  if (asked.span !== undefined) return bareSpan(asked.span, asked, world)
  const question = questionOf(asked)
  return question.ok ? explain(question.value, world) : question
}
