import { z } from 'zod'
import { civilDate, instant, pageQuery, uuid } from '../kernel/index.ts'

export const whatIfQuery = z.object({ ...pageQuery, pack: z.string().min(1).max(60).describe('The pack that is tried') })

/** Clocks that would end on another day. A page looks at so many and no more: it may hold few, or none, and still have a next one. */
export const whatIfPage = z
  .object({
    items: z.array(
      z.object({
        orderId: uuid,
        number: z.string(),
        kind: z.string().nullable(),
        subject: z.string().nullable(),
        clockId: z.string(),
        clock: z.enum(['handle', 'requester']),
        startAt: instant,
        pack: z.string().describe('By which it runs'),
        dueOn: civilDate,
        wouldBeDueOn: civilDate,
        clause: z.string().describe('Of the pack that is tried'),
      }),
    ),
    lookedAt: z.int().describe('Open clocks that this page has looked at'),
    notInForce: z.int().describe('Of these, how many began on a day on which the pack does not hold'),
    next: z.string().nullable(),
  })
  .meta({ id: 'WhatIf' })
export type WhatIf = z.infer<typeof whatIfPage>
