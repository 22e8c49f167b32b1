import { parseSpan } from '@open12345/domain/calendar'
import { isClauseId, type ClauseId } from '@open12345/domain/clauses'
import { clockNames } from '@open12345/domain/policy'
import { kinds, knowledgeTypes } from '@open12345/domain/vocabulary'
import { z } from 'zod'
import { words } from './fault.ts'
import { isoDate } from './tables.ts'

const inBoth = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const span = z.string().transform((text, context) => {
  const read = parseSpan(text)
  if (read.ok) return read.value
  context.addIssue({
    code: 'custom',
    message: words('时限应写作 5wd、3wh、4nh、15nm 或 3nd。', 'Write a span as 5wd, 3wh, 4nh, 15nm or 3nd.'),
  })
  return z.NEVER
})
const workingDaySpan = span.refine(({ unit }) => unit === 'working-day', words('应以工作日计（wd）。', 'It must be in working days (wd).'))

const clause = z.custom<ClauseId>(
  (text) => typeof text === 'string' && isClauseId(text),
  words('没有这个条款编号。', 'There is no clause of this id.'),
)
const citation = { clause, article: z.string().min(1), silent: z.string().optional() }
const cited = <T extends z.ZodType>(value: T) => z.strictObject({ value, ...citation })
const clock = z.enum(clockNames)
const kind = z.enum(kinds)

const clockRule = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('fixed'), value: span, ...citation }),
  z.strictObject({ basis: z.literal('by-kind'), kinds: z.partialRecord(kind, cited(span)) }),
  z.strictObject({ basis: z.literal('same-as'), clock, ...citation }),
  z.strictObject({ basis: z.literal('half-of'), clock, ...citation }),
  z.strictObject({ basis: z.literal('ahead-of'), clock, value: z.int().min(0).max(30), ...citation }),
  z.strictObject({
    basis: z.literal('by-urgency'),
    value: span,
    ...citation,
    others: z.strictObject({
      special: z.strictObject({ clock, ...citation }),
      emergency: z.strictObject({ clock, ...citation }),
    }),
  }),
  z.strictObject({ basis: z.literal('from-old-due'), value: workingDaySpan, ...citation }),
])

const count = (least: number, most: number) => cited(z.int().min(least).max(most))
const settings = z.strictObject({
  closeOfOffice: cited(z.boolean()),
  answerShare: cited(z.number().min(0).max(1)),
  answerWithinSeconds: count(1, 600),
  extensionInPrincipleNoneFor: cited(z.array(kind)),
  extensionsPerOrder: count(0, 9),
  otherHandlerFromRedo: count(1, 9),
  remindersBeforeNoAnswer: count(0, 9),
  noAnswerCheckedKinds: cited(z.array(kind)),
  noAnswerSamplePercent: count(0, 100),
  manualTries: cited(z.int().min(1).max(10)),
  manualTriesApart: cited(span),
  confidentialKinds: cited(z.array(kind)),
  knowledgeReviewMonths: cited(z.record(z.enum(knowledgeTypes), z.int().min(1).max(60))),
  knowledgeReviewWarnDays: count(0, 180),
  topicWarning: cited(
    z.strictObject({
      days: z.int().min(1).max(30),
      pastDays: z.int().min(1).max(90),
      messages: z.int().min(2).max(1000),
      people: z.int().min(2).max(1000),
      times: z.number().min(1).max(100),
      special: z.int().min(1).max(100),
    }),
  ),
  toldAgainDays: count(0, 366),
})

/** A pack as a file writes it: the spans as text, and only what differs where it inherits. */
export const packShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/),
  version: z.string().min(1),
  level: z.enum(['prefecture', 'province', 'nation']),
  title: inBoth,
  citation: z.string().min(1),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  datesAssumed: z.string().optional(),
  inherits: z.string().nullable(),
  clocks: z.partialRecord(clock, clockRule),
  warnings: cited(z.partialRecord(clock, z.array(span))).optional(),
  settings: settings.partial(),
  countingRestsOn: z
    .partialRecord(z.enum(['working-day', 'working-hour', 'natural-day', 'natural-hour', 'natural-minute']), z.string())
    .optional(),
  silentDefaults: z.array(
    z.strictObject({
      id: z.string().min(1),
      clause,
      assumption: inBoth,
      reason: inBoth,
      confirmedBy: z.strictObject({ by: z.string().min(1), document: z.string().min(1) }).nullable(),
    }),
  ),
})
export type PackFile = z.infer<typeof packShape>
export const settingNames = Object.keys(settings.shape) as readonly (keyof typeof settings.shape)[]
