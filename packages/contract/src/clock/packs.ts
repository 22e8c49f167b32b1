import { z } from 'zod'
import { words } from './explanation.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const limitRow = z
  .object({
    clock: z.string(),
    name: words,
    starts: words,
    kind: z.string().nullable(),
    urgency: z.string().nullable(),
    span: z.string(),
    words,
    clause: z.string(),
    article: z.string(),
    inheritedFrom: z.string().nullable(),
    silentDefaults: list(z.string()),
  })
  .meta({ id: 'LimitRow' })

const silentDefault = z
  .object({
    id: z.string(),
    clause: z.string(),
    assumption: words,
    reason: words,
    confirmedBy: z.object({ by: z.string(), document: z.string() }).nullable(),
  })
  .meta({ id: 'SilentDefault' })

const packView = z
  .object({
    id: z.string(),
    version: z.string(),
    level: z.enum(['prefecture', 'province', 'nation']),
    title: words,
    citation: z.string(),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable().describe('The last date on which it holds; null when no end is known'),
    datesAssumed: z.string().nullable().describe('The silent default that the dates rest on'),
    inherits: z.string().nullable(),
    limits: list(limitRow),
    silentDefaults: list(silentDefault),
  })
  .meta({ id: 'Pack' })

export const packList = z
  .object({
    packs: list(packView),
    adoptions: list(
      z.object({
        authority: z.string(),
        name: words,
        calendar: z.string(),
        pack: z.string(),
        from: z.string(),
        to: z.string().nullable(),
        document: z.string(),
      }),
    ),
    statutory: list(
      z.object({
        id: z.string(),
        subjects: list(z.string()),
        kinds: list(z.string()),
        span: z.string(),
        citation: z.string(),
        note: words,
        from: z.string(),
        to: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Packs' })
export type PackList = z.infer<typeof packList>
