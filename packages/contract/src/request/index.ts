import { z } from 'zod'
import { civilDate, instant, route, uuid } from '../kernel/index.ts'
import { clockView, factsBody, fileView, kind, place, rateBody, reopenBody, subjectCode, withdrawBody, words } from '../work-order/index.ts'

/** What a citizen files. Phone is needed unless anonymous; respondent is who the complaint or report is about, by name of unit. */
export const requestBody = z.object({
  kind,
  subject: subjectCode.nullable().default(null),
  place,
  addressDetail: words(200).nullable().default(null),
  content: words(5000),
  name: z.string().trim().max(50).nullable().default(null),
  phone: z.string().trim().max(30).nullable().default(null),
  anonymous: z.boolean().default(false),
  confidential: z.boolean().default(false),
  aboutUnitId: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .nullable()
    .default(null)
    .describe('The unit complained of or reported'),
  told: z
    .array(z.object({ itemId: uuid, version: z.int().min(1).max(1_000_000) }))
    .max(4)
    .default([])
    .describe('Items that the asker was shown before, in the version that was shown'),
  files: z.array(uuid).max(9).default([]).describe('Uploads of this browser not yet bound to a request'),
})
export type RequestBody = z.infer<typeof requestBody>

export const filed = z.object({
  number: z.string(),
  queryCode: z.string().describe('Secret of the requester; shown once'),
  token: z.string().describe('Tracking token for this browser'),
  clocks: z.array(clockView),
})
export type Filed = z.infer<typeof filed>

/** The request as its citizen follows it: plain sentences, no internal words, no names of officials but who answered. */
export const requestView = z
  .object({
    number: z.string(),
    version: z.int(),
    kind: kind.nullable(),
    subjectName: z.string().nullable(),
    placeName: z.string(),
    content: z.string(),
    filedAt: instant,
    status: z.object({ code: z.string(), title: z.string(), next: z.string().describe('What happens next, by whom, by when and why') }),
    promise: clockView.nullable().describe('The requester’s clock of this round, with what became of it; null once it was dropped'),
    timeline: z.array(z.object({ at: instant, title: z.string(), text: z.string().nullable(), files: z.array(fileView) })),
    reply: z.object({ text: z.string(), unitName: z.string(), at: instant, files: z.array(fileView) }).nullable(),
    files: z.array(fileView),
    incident: z
      .object({ title: z.string(), notice: z.string().nullable(), over: z.boolean() })
      .nullable()
      .describe('12-4: what it is handled with, together with what others asked'),
    noted: z
      .object({ unitName: z.string(), reason: z.string(), explanation: z.string(), files: z.array(fileView) })
      .nullable()
      .describe('13-3b: closed with a note: why no more can be done, as the unit explained it'),
    terminated: z
      .object({ opinion: z.string().nullable(), turnTo: z.array(z.object({ name: z.string(), how: z.string() })) })
      .nullable()
      .describe('13-4: the opinion, and where one may turn'),
    may: z.object({ addFacts: z.boolean(), withdraw: z.boolean(), rate: z.boolean(), reopen: z.boolean() }),
    reopenUntil: civilDate.nullable().describe('The last day on which new facts reopen it; null where they do not'),
  })
  .meta({ id: 'Request' })
export type RequestView = z.infer<typeof requestView>

const tag = 'requests'
const requester = { kind: 'requester' } as const

/** The citizen's side. Unknown number and wrong code are the same 404. */
export const requestRoutes = {
  fileRequest: route({
    method: 'POST',
    path: '/requests',
    summary: '提交诉求 File a request',
    tag,
    access: { kind: 'public' },
    body: requestBody,
    response: filed,
    status: 201,
    command: true,
  }),
  track: route({
    method: 'POST',
    path: '/requests/track',
    summary: '查询 Exchange number and query code for a tracking token',
    tag,
    access: { kind: 'public' },
    body: z.object({ number: z.string().trim().max(20), queryCode: z.string().trim().max(20) }),
    response: z.object({ token: z.string(), request: requestView }),
  }),
  readRequest: route({
    method: 'GET',
    path: '/requests/mine',
    summary: '我的诉求 The tracked request',
    tag,
    access: requester,
    response: requestView,
  }),
  addRequestFacts: route({
    method: 'POST',
    path: '/requests/mine/facts',
    summary: '补充情况 Add facts',
    tag,
    access: requester,
    body: factsBody,
    response: requestView,
    command: true,
  }),
  withdrawRequest: route({
    method: 'POST',
    path: '/requests/mine/withdraw',
    summary: '撤回 Withdraw',
    tag,
    access: requester,
    body: withdrawBody,
    response: requestView,
    command: true,
  }),
  reopenRequest: route({
    method: 'POST',
    path: '/requests/mine/reopen',
    summary: '提出新情况 New facts after the end: handled anew',
    tag,
    access: requester,
    body: reopenBody,
    response: requestView,
    command: true,
  }),
  rateRequest: route({
    method: 'POST',
    path: '/requests/mine/rating',
    summary: '评价 Rate',
    tag,
    access: requester,
    body: rateBody,
    response: requestView,
    command: true,
  }),
} as const
