import { z } from 'zod'
import { instant, page, pageQuery, route, uuid } from '../kernel/index.ts'
import { kind, words } from '../work-order/index.ts'

const quoted = z.object({ itemId: uuid, version: z.int().min(1) })
const failure = z.enum(['unreachable', 'refused', 'too-long'])
/** asked: on record and not begun; streaming: its words are coming; stopped: cut off by the person, or by a program that stopped. */
const state = z.enum(['asked', 'streaming', 'finished', 'failed', 'stopped'])

export const modelDraftRow = z
  .object({
    modelDraftId: uuid,
    by: z.string(),
    at: instant,
    purpose: z.enum(['answer', 'reply']).describe('A direct answer of a seat, or the reply of a unit'),
    orderId: uuid.nullable(),
    model: z.string(),
    state,
    failure: failure.nullable(),
    became: z.enum(['used', 'discarded']).nullable(),
    wrong: z.boolean(),
  })
  .meta({ id: 'ModelDraftRow' })
export type ModelDraftRow = z.infer<typeof modelDraftRow>

export const modelDraftDetail = modelDraftRow
  .extend({
    prompt: z.string().describe('Everything that left the house'),
    answer: z.string(),
    quoted: z.array(quoted.extend({ title: z.string() })),
    sent: z.enum(['not-sent', 'unchanged', 'changed']).nullable().describe('What was sent after all, of a draft that was used'),
    wrongReason: z.string().nullable(),
    wrongBy: z.string().nullable(),
  })
  .meta({ id: 'ModelDraft' })
export type ModelDraftDetail = z.infer<typeof modelDraftDetail>

const tag = 'model'
const drafting = { kind: 'staff', action: 'model.draft' } as const
const reviewing = { kind: 'staff', action: 'model.review' } as const
const reading = { kind: 'staff', action: 'order.read' } as const
const ofOrder = z.object({ orderId: uuid })
const ofDraft = z.object({ modelDraftId: uuid })
const asked = z.object({ modelDraftId: uuid })

/** A model drafts for a person, where one is set up. The words come by `GET /model-drafts/{id}/words`, a stream of events. */
export const modelRoutes = {
  readModel: route({
    method: 'GET',
    path: '/model',
    summary: '语言模型 Whether a model is set up, and whether one was ever used',
    tag,
    access: reading,
    response: z.object({ on: z.boolean(), wasUsed: z.boolean() }),
  }),
  draftForContact: route({
    method: 'POST',
    path: '/contacts/:contactId/model-drafts',
    summary: '座席请模型拟稿 A draft of a direct answer, while somebody tells their matter',
    tag,
    access: drafting,
    params: z.object({ contactId: uuid }),
    body: z.object({
      matter: words(5000),
      kind: kind.nullable().default(null),
      confidential: z.boolean().default(false).describe('It is to be kept from the unit, or somebody stands accused'),
      known: z
        .object({
          name: z.string().trim().max(50).nullable().default(null),
          phone: z.string().trim().max(30).nullable().default(null),
          homeAddress: z.string().trim().max(200).nullable().default(null),
        })
        .describe('Taken out of the words, and not kept'),
      quoted: z.array(quoted).min(1).max(5),
    }),
    response: asked,
    status: 201,
    command: true,
  }),
  draftForOrder: route({
    method: 'POST',
    path: '/orders/:orderId/model-drafts',
    summary: '请模型拟稿 A draft of the answer or of the unit’s reply to an open order',
    tag,
    access: drafting,
    params: ofOrder,
    body: z.object({ quoted: z.array(quoted).max(5).default([]) }),
    response: asked,
    status: 201,
    command: true,
  }),
  listUsedDrafts: route({
    method: 'GET',
    path: '/orders/:orderId/model-drafts',
    summary: '答复参考的模型拟稿 Which parts’ replies were written from a draft of a model',
    tag,
    access: reading,
    params: ofOrder,
    response: z.object({ items: z.array(z.object({ assignmentId: z.string(), by: z.string(), at: instant })) }),
  }),
  settleModelDraft: route({
    method: 'POST',
    path: '/model-drafts/:modelDraftId/became',
    summary: '采用或不用 What became of one’s own draft',
    tag,
    access: drafting,
    params: ofDraft,
    body: z.object({ became: z.enum(['used', 'discarded']) }),
    response: z.object({}),
    command: true,
  }),
  listModelDrafts: route({
    method: 'GET',
    path: '/model-drafts',
    summary: '模型拟稿记录 Drafts of the model, newest first',
    tag,
    access: reviewing,
    query: z.object(pageQuery),
    response: page(modelDraftRow),
  }),
  readModelDraft: route({
    method: 'GET',
    path: '/model-drafts/:modelDraftId',
    summary: '一份模型拟稿 A draft with what was asked; opening it is on record',
    tag,
    access: reviewing,
    params: ofDraft,
    response: modelDraftDetail,
  }),
  markModelDraft: route({
    method: 'POST',
    path: '/model-drafts/:modelDraftId/wrong',
    summary: '标为有误 Say that a draft is wrong, and why',
    tag,
    access: reviewing,
    params: ofDraft,
    body: z.object({ reason: words(500) }),
    response: modelDraftRow,
    command: true,
  }),
} as const
