import { z } from 'zod'
import { instant, page, pageQuery, route, uuid } from '../kernel/index.ts'
import { orderRow, place, subjectCode, words } from '../work-order/index.ts'

const publicWords = 'Everybody may read it: nothing of anybody’s own request'

/** An incident that many ask about, as its reader may know it. */
export const incidentView = z
  .object({
    incidentId: uuid,
    title: z.string(),
    subject: subjectCode,
    place,
    placeName: z.string(),
    state: z.enum(['open', 'over']),
    notice: z.string().nullable(),
    readyAnswer: z.string().nullable().describe('What the next caller is told at once; null for a unit'),
    openedAt: instant,
    overAt: instant.nullable(),
    finalAnswer: z.string().nullable(),
    joined: z.int().nullable().describe('How many requests are handled with it; null for a unit'),
    mainOrderId: uuid.nullable().describe('For the centre'),
  })
  .meta({ id: 'Incident' })
export type IncidentView = z.infer<typeof incidentView>

export const incidentNotice = z
  .object({ incidentId: uuid, title: z.string(), placeName: z.string(), notice: z.string(), openedAt: instant })
  .meta({ id: 'IncidentNotice' })
export type IncidentNotice = z.infer<typeof incidentNotice>

const tag = 'incidents'
const params = z.object({ incidentId: uuid })
const dispatching = { kind: 'staff', action: 'order.dispatch' } as const
const reading = { kind: 'staff', action: 'order.read' } as const
const published = {
  notice: words(2000).nullable().default(null).describe(publicWords),
  readyAnswer: words(2000).nullable().default(null).describe('For the seats to tell, word by word'),
}

/** Clause 12-4: several requests about one incident make one unit task. */
export const incidentRoutes = {
  openIncident: route({
    method: 'POST',
    path: '/incidents',
    summary: '开立事件 Open an incident from an order that a unit handles',
    tag,
    access: dispatching,
    body: z.object({ mainOrderId: uuid, title: words(100).describe(publicWords), ...published }),
    response: incidentView,
    status: 201,
    command: true,
  }),
  listIncidents: route({
    method: 'GET',
    path: '/incidents',
    summary: '事件 Incidents, newest first',
    tag,
    access: reading,
    query: z.object({ ...pageQuery, state: z.enum(['open', 'over']).default('open') }),
    response: page(incidentView),
  }),
  listIncidentNotices: route({
    method: 'GET',
    path: '/incidents/notices',
    summary: '事件公告 Public notices of open incidents, newest first, twenty at most',
    tag,
    access: { kind: 'public' },
    response: z.object({ items: z.array(incidentNotice) }),
  }),
  readIncident: route({
    method: 'GET',
    path: '/incidents/:incidentId',
    summary: '事件和并入的工单 An incident; for the centre with the orders that joined it, newest first',
    tag,
    access: reading,
    params,
    query: z.object(pageQuery),
    response: incidentView.extend({ orders: page(orderRow) }),
  }),
  publishNotice: route({
    method: 'POST',
    path: '/incidents/:incidentId/notice',
    summary: '发布公告和统一答复口径 Publish the notice and the ready answer; null takes them back',
    tag,
    access: dispatching,
    params,
    body: z.object(published),
    response: incidentView,
    command: true,
  }),
  endIncident: route({
    method: 'POST',
    path: '/incidents/:incidentId/end',
    summary: '事件结束并统一答复 End it, and answer everybody who asked',
    tag,
    access: dispatching,
    params,
    body: z.object({ answer: words(4000) }),
    response: incidentView,
    command: true,
  }),
} as const
