import type { Consent, LineKind, LinkageState, Way } from '@open12345/domain/linkage'
import { z } from 'zod'
import { civilDate, instant, page, pageQuery, route, uuid } from '../kernel/index.ts'
import { words } from '../work-order/index.ts'

const lineKinds = ['emergency', 'utility'] as const satisfies readonly LineKind[]
export const linkageWays = ['transfer', 'three-way', 'told', 'received'] as const satisfies readonly Way[]
export const linkageStates = [
  'calling',
  'joined',
  'handed-over',
  'ended',
  'no-answer',
  'refused',
  'unreachable',
  'cancelled',
  'unknown',
  'noted',
] as const satisfies readonly LinkageState[]
const consents = ['given', 'emergency', 'none'] as const satisfies readonly Consent[]
/** What came of a test or a drill; reached is the end of one that somebody answered. */
export const testOutcomes = ['calling', 'reached', 'no-answer', 'refused', 'unreachable', 'unknown'] as const
export const lineAnswers = ['answers', 'rings', 'busy', 'no-answer', 'unreachable'] as const

const lineId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const number = z.string().regex(/^\d[\d-]{1,19}$/, { message: '号码只含数字和横线' })

export const linkageLine = z
  .object({
    lineId,
    name: z.string(),
    kind: z.enum(lineKinds),
    number: z.string().nullable().describe('Null: not known yet; it cannot be called'),
    unitName: z.string().nullable().describe('The unit whose line it is'),
    note: z.string().nullable(),
    closed: z.boolean(),
    tested: z
      .object({ on: civilDate, outcome: z.enum(testOutcomes) })
      .nullable()
      .describe('The newest test or drill'),
    testDue: z.boolean(),
  })
  .meta({ id: 'LinkageLine' })
export type LinkageLine = z.infer<typeof linkageLine>

/** One linkage with a line, whichever way it went. */
export const linkageView = z
  .object({
    linkageId: uuid,
    lineId,
    lineName: z.string(),
    lineNumber: z.string().nullable(),
    direction: z.enum(['out', 'in']),
    way: z.enum(linkageWays),
    state: z.enum(linkageStates),
    consent: z.enum(['given', 'emergency']).nullable().describe('emergency: not asked, because life was in danger'),
    told: z.string().nullable(),
    reference: z.string().nullable().describe('The line’s own number for the matter'),
    contactId: uuid.nullable(),
    orderId: uuid.nullable(),
    orderNumber: z.string().nullable(),
    by: z.string().describe('Name of whoever recorded it'),
    at: instant,
    joinedAt: instant.nullable(),
    endedAt: instant.nullable(),
    feedback: z.string().nullable(),
    feedbackAt: instant.nullable(),
    nextLineId: lineId.nullable().describe('The line to call instead of one that was not reached'),
    allowed: z.array(z.enum(['hand-over', 'end', 'feedback'])),
  })
  .meta({ id: 'Linkage' })
export type LinkageView = z.infer<typeof linkageView>

export const linkageChange = z
  .object({
    at: instant,
    by: z.string(),
    numberBefore: z.string().nullable(),
    numberAfter: z.string().nullable(),
    noteBefore: z.string().nullable(),
    noteAfter: z.string().nullable(),
  })
  .meta({ id: 'LinkageLineChange' })

export const drillView = z
  .object({
    drillId: uuid,
    kind: z.enum(['test-call', 'drill']),
    lines: z.array(z.object({ lineId, name: z.string() })),
    heldOn: civilDate,
    outcome: z.enum(testOutcomes),
    participants: z.string().nullable(),
    finding: z.string().nullable(),
    improvement: z.string().nullable(),
    dueOn: civilDate.nullable(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'LinkageDrill' })
export type DrillView = z.infer<typeof drillView>

const tag = 'linkage'
const reading = { kind: 'staff', action: 'linkage.read' } as const
const calling = { kind: 'staff', action: 'linkage.call' } as const
const recording = { kind: 'staff', action: 'linkage.record' } as const
const drilling = { kind: 'staff', action: 'linkage.drill' } as const
const ofLine = z.object({ lineId })
const ofLinkage = z.object({ linkageId: uuid })
const ofContact = z.object({ contactId: uuid })
const orderNumber = z.string().regex(/^\d{12}$/)

/** Clause 14: linkage with the emergency lines and the utilities. */
export const linkageRoutes = {
  listLinkageLines: route({
    method: 'GET',
    path: '/linkage/lines',
    summary: '联动名录 The directory of lines, emergency lines first',
    tag,
    access: reading,
    response: z.object({ items: z.array(linkageLine), testEveryDays: z.int() }),
  }),
  correctLinkageLine: route({
    method: 'POST',
    path: '/linkage/lines/:lineId/correct',
    summary: '更正号码或备注 Correct number or note; what stood there is kept',
    tag,
    access: { kind: 'staff', action: 'linkage.edit' },
    params: ofLine,
    body: z.object({ number: number.nullable(), note: words(200).nullable() }),
    response: linkageLine,
    command: true,
  }),
  listLineChanges: route({
    method: 'GET',
    path: '/linkage/lines/:lineId/changes',
    summary: '号码和备注的更正记录 Corrections of a line, newest first',
    tag,
    access: reading,
    params: ofLine,
    response: z.object({ items: z.array(linkageChange) }),
  }),
  testLinkageLine: route({
    method: 'POST',
    path: '/linkage/lines/:lineId/test',
    summary: '试线 Call a line to see whether it answers; it is hung up at once',
    tag,
    access: drilling,
    params: ofLine,
    response: drillView,
    status: 201,
    command: true,
  }),
  listLinkages: route({
    method: 'GET',
    path: '/linkages',
    summary: '联动记录 Linkage records, newest first',
    tag,
    access: reading,
    query: z.object({
      ...pageQuery,
      direction: z.enum(['out', 'in']).optional(),
      lineId: lineId.optional(),
      orderNumber: orderNumber.optional(),
      wanting: z.enum(['feedback']).optional().describe('Reached, and nothing was fed back'),
    }),
    response: page(linkageView),
  }),
  listCallLinkages: route({
    method: 'GET',
    path: '/contacts/:contactId/linkages',
    summary: '本次通话的联动 Linkages of an own call, newest first',
    tag,
    access: calling,
    params: ofContact,
    response: z.object({ items: z.array(linkageView) }),
  }),
  callLine: route({
    method: 'POST',
    path: '/contacts/:contactId/linkages',
    summary: '转接或三方通话 Call a line into an own call; answered before the line is',
    tag,
    access: calling,
    params: ofContact,
    body: z.object({
      lineId,
      way: z.enum(['transfer', 'three-way']),
      consent: z.enum(consents),
      told: words(500).nullable().default(null),
    }),
    response: linkageView,
    status: 201,
    command: true,
  }),
  handOverCall: route({
    method: 'POST',
    path: '/linkages/:linkageId/hand-over',
    summary: '转交并退出 Leave the call; citizen and line stay joined',
    tag,
    access: calling,
    params: ofLinkage,
    response: linkageView,
    command: true,
  }),
  endLinkage: route({
    method: 'POST',
    path: '/linkages/:linkageId/end',
    summary: '取消呼叫或请对方退出 Stop calling, or let the line leave; the citizen stays',
    tag,
    access: calling,
    params: ofLinkage,
    response: linkageView,
    command: true,
  }),
  recordTold: route({
    method: 'POST',
    path: '/linkages/told',
    summary: '记录已告知 Record that a line was told by phone or radio',
    tag,
    access: recording,
    body: z.object({ lineId, orderNumber: orderNumber.nullable().default(null), told: words(500) }),
    response: linkageView,
    status: 201,
    command: true,
  }),
  recordReceived: route({
    method: 'POST',
    path: '/linkages/received',
    summary: '记录对方移交 Record what a line handed to us, with what it became here',
    tag,
    access: recording,
    body: z.object({
      lineId,
      reference: words(60).nullable().default(null),
      told: words(500),
      contactId: uuid.nullable().default(null),
      orderNumber: orderNumber.nullable().default(null),
    }),
    response: linkageView,
    status: 201,
    command: true,
  }),
  recordLinkageFeedback: route({
    method: 'POST',
    path: '/linkages/:linkageId/feedback',
    summary: '反馈 What became of it: from the line, or to the line; once',
    tag,
    access: recording,
    params: ofLinkage,
    body: z.object({ feedback: words(500) }),
    response: linkageView,
    command: true,
  }),
  listDrills: route({
    method: 'GET',
    path: '/linkage/drills',
    summary: '试线和演练 Tests and drills, newest first',
    tag,
    access: reading,
    query: z.object(pageQuery),
    response: page(drillView),
  }),
  recordDrill: route({
    method: 'POST',
    path: '/linkage/drills',
    summary: '记录演练或试线 Record a drill, or a test by hand, that was held',
    tag,
    access: drilling,
    body: z.object({
      kind: z.enum(['test-call', 'drill']),
      lineIds: z.array(lineId).min(1).max(20),
      heldOn: civilDate,
      outcome: z.enum(['reached', 'no-answer', 'refused', 'unreachable']).default('reached'),
      participants: words(500).nullable().default(null),
      finding: words(1000),
      improvement: words(1000).nullable().default(null),
      dueOn: civilDate.nullable().default(null),
    }),
    response: drillView,
    status: 201,
    command: true,
  }),
  /** Simulator of the telephony port: how an outside number behaves from now on. */
  simulateLine: route({
    method: 'POST',
    path: '/telephony/simulated-lines',
    summary: '模拟对方 Let an outside number answer, ring on, be busy or not be reached',
    tag: 'telephony',
    access: { kind: 'staff', action: 'telephony.simulate' },
    body: z.object({ number, answer: z.enum(lineAnswers) }),
    response: z.object({}),
  }),
} as const
