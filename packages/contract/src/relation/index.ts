import { z } from 'zod'
import { route, uuid } from '../kernel/index.ts'
import { kind, place, unitId } from '../work-order/index.ts'

const stretch = z.object({ start: z.int(), end: z.int() })

/** 20c: a unit that the words name, and as what; a person takes it or does not. `start` and `end` count as `slice` does. */
export const relationSuggestion = z
  .object({
    unitId,
    unitName: z.string(),
    as: z.enum(['respondent', 'accused']),
    named: stretch.describe('Where the words name it'),
    because: stretch.nullable().describe('What made it think so; null where the kind of the matter did'),
    person: stretch.nullable().describe('A post, and what may be a name, beside it: a hint only'),
    accountId: uuid.nullable().describe('Exactly one account of that unit has the name that stands there'),
  })
  .meta({ id: 'RelationSuggestion' })
export type RelationSuggestion = z.infer<typeof relationSuggestion>

export const relationRoutes = {
  suggestRelations: route({
    method: 'POST',
    path: '/relations/suggested',
    summary: '文中提到的单位 Units that the words of a matter complain of or accuse; nothing of it is kept',
    tag: 'work-orders',
    access: { kind: 'staff', action: 'order.accept' },
    body: z.object({
      text: z.string().max(5000),
      kind: kind.nullable().default(null),
      place: place.nullable().default(null),
      addressDetail: z.string().max(200).nullable().default(null),
      homeAddress: z.string().max(200).nullable().default(null),
    }),
    response: z.object({
      items: z.array(relationSuggestion),
      ownHome: z.boolean().describe('The words, or the exact place, tell where the requester lives'),
    }),
  }),
} as const
