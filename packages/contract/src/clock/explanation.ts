import { z } from 'zod'

export const words = z.object({ zh: z.string(), en: z.string() })
const date = z.string().describe('A civil date in Asia/Shanghai')
const instantText = z.string().describe('Written in Asia/Shanghai, with +08:00')
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const arithmetic = {
  receivedAt: instantText,
  dueOn: date.describe('The last date with an instant in time'),
  dueAt: instantText.describe('The first instant that is late'),
  calendar: z.string(),
  provisional: z.boolean().describe('A notice not yet entered could change the answer'),
  provisionalReasons: list(
    words.extend({
      code: z.enum(['year-not-covered', 'local-notice-missing']),
      year: z.int(),
      date,
      feast: z.string().optional(),
    }),
  ),
  days: list(date).describe('The dates counted, in order'),
  skipped: list(
    words.extend({ date, why: z.enum(['weekend', 'holiday', 'local-holiday', 'after-office-hours']), source: z.string().optional() }),
  ),
  madeUp: list(words.extend({ date, source: z.string() })).describe('Days counted because a notice has them worked'),
  sentences: z.object({ zh: list(z.string()), en: list(z.string()) }).describe('The arithmetic in plain sentences'),
}

const weighedLimit = z.object({
  basis: z.enum(['pack', 'statutory', 'source']),
  span: z.string().nullable(),
  dueOn: date,
  dueAt: instantText,
  clause: z.string(),
  article: z.string(),
  governs: z.boolean(),
  reason: words,
})

export const explanation = z
  .object({
    ...arithmetic,
    clock: z.string(),
    kind: z.string().nullable(),
    source: z.string().nullable(),
    subject: z.string().nullable(),
    urgency: z.string().nullable(),
    authority: z.string(),
    span: z.string().nullable(),
    clause: z.string(),
    article: z.string(),
    pack: z.string(),
    packVersion: z.string(),
    inheritedFrom: z.string().nullable(),
    candidates: list(weighedLimit),
    silentDefaults: list(z.object({ id: z.string(), assumption: words, confirmed: z.boolean() })),
  })
  .meta({ id: 'Explanation' })
export type ExplanationView = z.infer<typeof explanation>

/** A span counted on a calendar alone. */
export const spanExplanation = z
  .object({ ...arithmetic, span: z.string(), clause: z.null(), pack: z.null() })
  .meta({ id: 'SpanExplanation' })
