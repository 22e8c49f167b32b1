import { bridgeAfterEnd, parseLeg, type EndReason, type TelephonyEvent, type TelephonyPort } from '@open12345/domain/telephony'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { phoneForSending } from '../identity/index.ts'
import { announceContact } from '../live/index.ts'
import { hearInTurn } from '../telephony/index.ts'
import { loadOrder } from '../work-order/index.ts'
import { heldRow, moveTo, type Row } from './store.ts'

/** How long either side may ring. */
export const ringForMs = 45_000

/** The name of the call at the switch: apart from the calls of the seats, so that each of their events is not looked for here. */
const prefix = 'bridge-'
export const callOf = (bridgeId: string): string => `${prefix}${bridgeId}`

const asSystem = <T>(app: App, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(app.database, systemActor(app.config.authorityId), work)

/** No line of this call stays open. */
export const hangUpAll = async (telephony: TelephonyPort, bridgeId: string): Promise<void> => {
  const { legs } = await telephony.snapshot()
  for (const { call, leg } of legs) if (call === callOf(bridgeId)) await telephony.hangUp(leg)
  await telephony.closeRoom(bridgeId)
}

/** One side is gone, or never came: what that makes of the call is written down, and nobody is left on a line alone. */
export const sideLeft = async (
  app: App,
  telephony: TelephonyPort,
  bridgeId: string,
  { side, reason, at }: { readonly side: 'agent' | 'citizen'; readonly reason: EndReason; readonly at: Temporal.Instant },
): Promise<void> => {
  const row = await asSystem(app, async (tx) => {
    const held = await heldRow(tx, bridgeId)
    const state = held && bridgeAfterEnd(held.state, side, reason)
    if (held === undefined || state === held.state || state === undefined) return undefined
    await moveTo(tx, bridgeId, state, at)
    return held
  })
  if (row === undefined) return
  await hangUpAll(telephony, bridgeId)
  announceContact(app, row.account_id)
}

/** The requester's number, for the switch only; that it was taken is on record. */
const numberOf = async (tx: Tx, app: App, { order_id: orderId }: Row): Promise<string | undefined> => {
  const requesterId = (await loadOrder(tx, orderId))?.order.requesterId
  return requesterId ? phoneForSending(tx, app, { requesterId, orderId, purpose: 'bridge-call' }) : undefined
}

/** The caller picked up: only now does the requester's phone ring. */
const callerReady = async (app: App, telephony: TelephonyPort, bridgeId: string, at: Temporal.Instant): Promise<void> => {
  const called = await asSystem(app, async (tx) => {
    const held = await heldRow(tx, bridgeId)
    if (held?.state !== 'calling') return undefined
    const number = await numberOf(tx, app, held)
    await moveTo(tx, bridgeId, number === undefined ? 'unreachable' : 'ringing', at)
    return { number, accountId: held.account_id }
  })
  if (called === undefined) return
  announceContact(app, called.accountId)
  if (called.number === undefined) return hangUpAll(telephony, bridgeId)
  try {
    await telephony.dial({ call: callOf(bridgeId), role: 'citizen', to: { number: called.number }, timeoutMs: ringForMs })
  } catch {
    app.log.error({ bridgeId }, 'the switch could not dial a requester')
    await sideLeft(app, telephony, bridgeId, { side: 'citizen', reason: 'failed', at: app.clock.now() })
  }
}

const requesterReady = async (app: App, telephony: TelephonyPort, bridgeId: string, at: Temporal.Instant): Promise<void> => {
  const row = await asSystem(app, async (tx) => {
    const held = await heldRow(tx, bridgeId)
    if (held?.state !== 'ringing') return undefined
    await moveTo(tx, bridgeId, 'talking', at)
    return held
  })
  if (row === undefined) return
  const { legs } = await telephony.snapshot()
  await telephony.join(
    bridgeId,
    legs.filter(({ call, up }) => call === callOf(bridgeId) && up).map(({ leg }) => leg),
  )
  announceContact(app, row.account_id)
}

const handlerOf = (app: App, telephony: TelephonyPort, event: TelephonyEvent): (() => Promise<void>) | undefined => {
  const party = parseLeg(event.leg)
  if (party === undefined || !party.call.startsWith(prefix) || (party.role !== 'agent' && party.role !== 'citizen')) return undefined
  const { role: side } = party
  const bridgeId = party.call.slice(prefix.length)
  const { at } = event
  if (event.type === 'answered') return () => (side === 'agent' ? callerReady : requesterReady)(app, telephony, bridgeId, at)
  if (event.type === 'ended') return () => sideLeft(app, telephony, bridgeId, { side, reason: event.reason, at })
  return undefined
}

/** Takes each call on from one side to the other, one event after the other. The answer stops listening. */
export const hearBridges = (app: App, telephony: TelephonyPort): (() => void) =>
  hearInTurn(app, telephony, (event) => handlerOf(app, telephony, event), 'an event of a call to a requester was not written down')
