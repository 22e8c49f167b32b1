import { z } from 'zod'
import { civilDate, instant, route, uuid } from '../kernel/index.ts'
import { orderRow, unitId, words } from '../work-order/index.ts'

const warningOwner = z.enum(['centre', 'office', 'unit'])

/** 19a: why somebody was warned, who answers for it, until when, and what became of it. */
export const topicWarning = z
  .object({
    reasons: z.array(z.enum(['surge', 'special'])),
    raisedAt: instant,
    dueAt: instant,
    dueOn: civilDate,
    owner: warningOwner,
    ownerUnitName: z.string().nullable(),
    state: z.enum(['open', 'confirmed', 'dismissed']),
    incidentId: uuid.nullable(),
    reason: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'TopicWarning' })

/** What several tell of one thing, as its reader may see it: of each order that they do not see, nothing is counted. */
export const topicView = z
  .object({
    topicId: uuid,
    shared: z.array(z.string()).describe('What the samples have in common, word by word: why they stand together'),
    placeName: z.string().nullable().describe('Null where it is told of several counties'),
    firstAt: instant,
    lastAt: instant,
    messages: z.int(),
    people: z.int().describe('Whoever called from one number is counted once'),
    lately: z.int().describe('Within the days that a warning looks at'),
    days: z.array(z.int()).describe('How many on each of the last fourteen days, today last'),
    samples: z.array(orderRow).describe('The newest'),
    warning: topicWarning.nullable().describe('The newest'),
  })
  .meta({ id: 'Topic' })
export type TopicView = z.infer<typeof topicView>

const tag = 'topics'
const reading = { kind: 'staff', action: 'topic.read' } as const
const deciding = { kind: 'staff', action: 'topic.decide' } as const
const params = z.object({ topicId: uuid })

/** 热点 @clause 19a */
export const topicRoutes = {
  listTopics: route({
    method: 'GET',
    path: '/topics',
    summary: '热点 Topics, the hottest first; or those with an open warning, what is due first',
    tag,
    access: reading,
    query: z.object({ list: z.enum(['hot', 'warned', 'decided']).default('hot') }),
    response: z.object({ items: z.array(topicView), latelyDays: z.int() }),
  }),
  passTopic: route({
    method: 'POST',
    path: '/topics/:topicId/pass',
    summary: '转交预警 Pass its warning on to the office, a unit or back to the centre',
    tag,
    access: deciding,
    params,
    body: z.object({ owner: warningOwner, unitId: unitId.nullable().default(null) }),
    response: topicView,
    command: true,
  }),
  confirmTopic: route({
    method: 'POST',
    path: '/topics/:topicId/confirm',
    summary: '预警属实，按事件处理 Confirm its warning: it is handled as this incident',
    tag,
    access: deciding,
    params,
    body: z.object({ incidentId: uuid }),
    response: topicView,
    command: true,
  }),
  dismissTopic: route({
    method: 'POST',
    path: '/topics/:topicId/dismiss',
    summary: '解除预警 Dismiss its warning, with a reason',
    tag,
    access: deciding,
    params,
    body: z.object({ reason: words(500).describe('Of what happened, never of whom') }),
    response: topicView,
    command: true,
  }),
} as const
