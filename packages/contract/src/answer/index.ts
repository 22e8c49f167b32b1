import type { TellingOutcome } from '@open12345/domain/answer'
import { z } from 'zod'
import { civilDate, instant, page, pageQuery, route, uuid } from '../kernel/index.ts'
import { words } from '../work-order/index.ts'

const tellingOutcomes = ['told', 'not-reached', 'not-needed'] as const satisfies readonly TellingOutcome[]

/** An item as it is quoted: its own words, whose they are and since when. */
export const quotation = z
  .object({
    itemId: uuid,
    version: z.int(),
    title: z.string(),
    passage: z.string().describe('The part of the item that answers; its own words'),
    isWhole: z.boolean().describe('The passage is the whole item'),
    unitName: z.string(),
    source: z.string(),
    validFrom: civilDate,
    regionName: z.string().nullable().describe('The place that it is for; null: the whole prefecture'),
  })
  .meta({ id: 'Quotation' })
export type Quotation = z.infer<typeof quotation>

/** What the base says to a question; nothing in it is made up. */
export const answerView = z
  .object({
    verdict: z.enum(['answered', 'which', 'unknown']),
    quotations: z
      .array(quotation)
      .describe('answered: the one that answers; which: what may be meant; unknown: what came near and is no answer'),
    asked: z.string().describe('What the next question follows up; goes back as `after`'),
  })
  .meta({ id: 'Answer' })
export type AnswerView = z.infer<typeof answerView>

export const question = words(200)

/** Somebody who was told what has changed since. */
export const tellingView = z
  .object({
    itemId: uuid,
    orderId: uuid,
    number: z.string(),
    title: z.string(),
    toldVersion: z.int(),
    toldAt: instant,
    how: z.enum(['seat', 'page']).describe('A seat answered with it, or it was shown before they filed'),
    currentVersion: z.int().nullable().describe('Null: the item was withdrawn'),
    changedAt: instant,
    tries: z.int(),
  })
  .meta({ id: 'Telling' })
export type TellingView = z.infer<typeof tellingView>

export const toldItem = z.object({
  itemId: uuid,
  title: z.string(),
  version: z.int(),
  currentVersion: z.int().nullable(),
  toldAt: instant,
  how: z.enum(['seat', 'page']),
  outcome: z.enum(tellingOutcomes).nullable().describe('What became of telling them again'),
})
export type ToldItem = z.infer<typeof toldItem>

const tag = 'answers'
const telling = { kind: 'staff', action: 'order.tell-again' } as const
const ofTelling = z.object({ orderId: uuid, itemId: uuid, version: z.coerce.number().int().min(1).max(1_000_000) })

export const answerRoutes = {
  ask: route({
    method: 'GET',
    path: '/answers',
    summary: '智能应答 What the knowledge base answers to a question, with whose words these are; or that it does not know',
    tag,
    access: { kind: 'public' },
    query: z.object({
      text: question,
      after: question.optional().describe('What was asked before, where this follows it up'),
      region: z
        .string()
        .regex(/^\d{6}(\d{3})?$/)
        .optional()
        .describe('County or township of the asker'),
    }),
    response: answerView,
  }),
  listTellings: route({
    method: 'GET',
    path: '/tellings',
    summary: '更正告知 People who were told what has changed since, the newest order first',
    tag,
    access: telling,
    query: z.object(pageQuery),
    response: page(tellingView),
  }),
  tellAgain: route({
    method: 'POST',
    path: '/tellings/:orderId/:itemId/:version',
    summary: '登记更正告知 What became of telling them; an unanswered call leaves it open',
    tag,
    access: telling,
    params: ofTelling,
    body: z.object({ outcome: z.enum(tellingOutcomes) }),
    response: z.object({ items: z.array(toldItem) }),
    command: true,
  }),
  listTold: route({
    method: 'GET',
    path: '/orders/:orderId/told',
    summary: '告知过的内容 Which items the requester of this order was told, in which version',
    tag,
    access: { kind: 'staff', action: 'order.read' },
    params: z.object({ orderId: uuid }),
    response: z.object({ items: z.array(toldItem) }),
  }),
} as const
