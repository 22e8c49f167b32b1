import { z } from 'zod'
import { instant, route, uuid } from '../kernel/index.ts'
import { channel, orderRow } from '../work-order/index.ts'

/** One interaction on one channel. `history`: earlier orders of this requester that the seat may see while the contact is open. */
export const contactView = z
  .object({
    contactId: uuid,
    channel,
    /** ringing: offered to this seat; talking: answered here; ended: the line is closed, the form may still be finished. */
    state: z.enum(['ringing', 'talking', 'ended']),
    callerMasked: z.string().nullable(),
    startedAt: instant,
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
    history: z.array(orderRow),
    draft: z.string().nullable().describe('The half-filled form as the browser last saved it, JSON'),
  })
  .meta({ id: 'Contact' })
export type ContactView = z.infer<typeof contactView>

const tag = 'contacts'
const params = z.object({ contactId: uuid })
const take = { kind: 'staff', action: 'contact.take' } as const

export const contactRoutes = {
  currentContacts: route({
    method: 'GET',
    path: '/contacts/current',
    summary: '本座席当前来件 Contacts of this seat that are not finished',
    tag,
    access: take,
    response: z.object({ items: z.array(contactView) }),
  }),
  answerContact: route({
    method: 'POST',
    path: '/contacts/:contactId/answer',
    summary: '接听 Answer',
    tag,
    access: take,
    params,
    response: contactView,
  }),
  hangUpContact: route({
    method: 'POST',
    path: '/contacts/:contactId/hang-up',
    summary: '挂断 Hang up',
    tag,
    access: take,
    params,
    response: contactView,
  }),
  finishContact: route({
    method: 'POST',
    path: '/contacts/:contactId/finish',
    summary: '结束登记 Done with this contact',
    tag,
    access: take,
    params,
    response: z.object({}),
  }),
  saveContactDraft: route({
    method: 'PUT',
    path: '/contacts/:contactId/draft',
    summary: '暂存 Keep the half-filled form',
    tag,
    access: take,
    params,
    body: z.object({ draft: z.string().max(20_000) }),
    response: z.object({}),
  }),
  /** Simulator of the telephony port: a call comes in and rings at the seat that has been free longest. */
  simulateCall: route({
    method: 'POST',
    path: '/telephony/simulated-calls',
    summary: '模拟来电 Let a simulated call ring',
    tag: 'telephony',
    access: { kind: 'staff', action: 'telephony.simulate' },
    body: z.object({ from: z.string().trim().max(30) }),
    response: z.object({ contactId: uuid }),
    status: 201,
  }),
} as const
