import { z } from 'zod'
import { instant, page, pageQuery, route, uuid } from '../kernel/index.ts'

/** A message that left or waits. The number is masked; the text is what was sent. */
export const messageView = z
  .object({
    messageId: uuid,
    template: z.string(),
    to: z.string(),
    text: z.string(),
    createdAt: instant,
    state: z.enum(['waiting', 'sent', 'delivered', 'rejected', 'unknown']),
    attempts: z.int(),
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Message' })
export type MessageView = z.infer<typeof messageView>

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
  /** A reply that the gateway hands in; the simulator uses the same door. */
  receiveSms: route({
    method: 'POST',
    path: '/sms/replies',
    summary: '短信上行 A reply from the gateway, signed',
    tag,
    access: { kind: 'public' },
    body: z.object({ messageId: z.string().max(100), from: z.string().max(30), text: z.string().max(500), at: instant }),
    response: z.object({ taken: z.boolean() }),
  }),
  receiveReceipt: route({
    method: 'POST',
    path: '/sms/receipts',
    summary: '短信回执 A delivery receipt, signed',
    tag,
    access: { kind: 'public' },
    body: z.object({ key: z.string().max(100), state: z.enum(['delivered', 'rejected']), at: instant }),
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
} as const
