import type { BridgePurpose, BridgeState } from '@open12345/domain/telephony'
import { z } from 'zod'
import { instant, route, uuid } from '../kernel/index.ts'

const bridgePurposes = [
  'ask-facts',
  'arrange-visit',
  'tell-progress',
  'give-reply',
  'follow-up',
  'tell-again',
] as const satisfies readonly BridgePurpose[]
const bridgeStates = [
  'calling',
  'ringing',
  'talking',
  'ended',
  'refused',
  'no-answer',
  'cancelled',
  'unreachable',
  'unknown',
] as const satisfies readonly BridgeState[]

/** A call to a requester whose number nobody is shown. */
export const bridgeView = z
  .object({
    bridgeId: uuid,
    orderId: uuid,
    purpose: z.enum(bridgePurposes),
    state: z.enum(bridgeStates),
    by: z.string().describe('Name of whoever called'),
    isOwn: z.boolean(),
    isRunning: z.boolean(),
    at: instant,
    talkingAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Bridge' })
export type BridgeView = z.infer<typeof bridgeView>

const tag = 'bridges'
const access = { kind: 'staff', action: 'order.bridge' } as const
const ofOrder = z.object({ orderId: uuid })

export const bridgeRoutes = {
  listBridges: route({
    method: 'GET',
    path: '/orders/:orderId/bridges',
    summary: '接通记录 Calls to the requester of this order, the newest twenty',
    tag,
    access,
    params: ofOrder,
    response: z.object({
      items: z.array(bridgeView),
      whyNot: z.string().nullable().describe('Why the asker may not call now, in their language'),
    }),
  }),
  callRequester: route({
    method: 'POST',
    path: '/orders/:orderId/bridges',
    summary: '接通诉求人 Ring the asker’s own set, then the requester; no number is shown to anybody',
    tag,
    access,
    params: ofOrder,
    body: z.object({ purpose: z.enum(bridgePurposes) }),
    response: bridgeView,
    status: 201,
    command: true,
  }),
  endBridge: route({
    method: 'POST',
    path: '/bridges/:bridgeId/end',
    summary: '挂断 End an own call',
    tag,
    access,
    params: z.object({ bridgeId: uuid }),
    response: bridgeView,
    command: true,
  }),
} as const
