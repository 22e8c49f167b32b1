import { z } from 'zod'
import { instant, page, pageQuery, route, uuid } from '../kernel/index.ts'

/** A message that left or waits. The number is masked; the text is what was sent. */
export const messageView = z
  .object({
    messageId: uuid,
    orderId: uuid,
    template: z.string(),
    recipient: z.enum(['requester', 'unit', 'unit-deputy']),
    to: z.string().describe('The masked number; who it is for while it waits'),
    text: z.string(),
    createdAt: instant,
    /** unknown: perhaps sent, a person decides. manual: cannot be sent, somebody reaches them otherwise. */
    state: z.enum(['waiting', 'sent', 'delivered', 'rejected', 'unknown', 'manual']),
    failure: z.string().nullable().describe('Why the last attempt failed, a code'),
    attempts: z.int(),
    notBefore: instant.describe('Quiet hours are waited for'),
    sentAt: instant.nullable(),
    simulated: z.boolean().describe('It can be answered here'),
  })
  .meta({ id: 'Message' })
export type MessageView = z.infer<typeof messageView>

/** What came back. `manual`: could not be read a second time, a person asks. */
export const replyView = z
  .object({
    replyId: uuid,
    from: z.string(),
    text: z.string(),
    receivedAt: instant,
    outcome: z.enum(['rated', 'asked-back', 'manual', 'late']),
    orderIds: z.array(uuid),
  })
  .meta({ id: 'SmsReply' })
export type ReplyView = z.infer<typeof replyView>

/** HMAC over all other fields, one line `name=JSON text` each in the order of names; the time in seconds since 1970. */
const signed = {
  timestamp: z.string().regex(/^\d{10}$/),
  nonce: z.string().min(8).max(64),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
}

const tag = 'messages'
const read = { kind: 'staff', action: 'message.read' } as const
export const messageRoutes = {
  listMessages: route({
    method: 'GET',
    path: '/messages',
    summary: '短信记录 Messages, newest first',
    tag,
    access: read,
    query: z.object(pageQuery),
    response: page(messageView),
  }),
  listReplies: route({
    method: 'GET',
    path: '/messages/replies',
    summary: '短信回复 Replies, newest first',
    tag,
    access: read,
    query: z.object(pageQuery),
    response: page(replyView),
  }),
  /** A reply that the gateway hands in; the simulator uses the same door. */
  receiveSms: route({
    method: 'POST',
    path: '/sms/replies',
    summary: '短信上行 A reply from the gateway, signed',
    tag,
    access: { kind: 'public' },
    body: z.object({ messageId: z.string().min(1).max(100), from: z.string().max(30), text: z.string().max(500), at: instant, ...signed }),
    response: z.object({ taken: z.boolean() }),
  }),
  receiveReceipt: route({
    method: 'POST',
    path: '/sms/receipts',
    summary: '短信回执 A delivery receipt, signed',
    tag,
    access: { kind: 'public' },
    body: z.object({ key: z.string().max(200), state: z.enum(['delivered', 'rejected']), at: instant, ...signed }),
    response: z.object({ taken: z.boolean() }),
  }),
  simulateReply: route({
    method: 'POST',
    path: '/messages/:messageId/simulated-reply',
    summary: '模拟短信回复 Answer a simulated message',
    tag,
    access: read,
    params: z.object({ messageId: uuid }),
    body: z.object({ text: z.string().trim().min(1).max(70) }),
    response: z.object({ taken: z.boolean() }),
  }),
  /** Of unknown outcome: send it again, or leave it and reach the person otherwise. */
  decideMessage: route({
    method: 'POST',
    path: '/messages/:messageId/decision',
    summary: '短信结果不明时的人工决定 Decide on a message of unknown outcome',
    tag,
    access: read,
    params: z.object({ messageId: uuid }),
    body: z.object({ decision: z.enum(['send-again', 'leave']) }),
    response: z.object({}),
  }),
} as const
