import { bridgeRoutes as routes, type BridgeView } from '@open12345/contract/bridge'
import type { RouteOutput } from '@open12345/contract/kernel'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { bridgeLasts, bridgeRefusals, callRequester, type TelephonyPort } from '@open12345/domain/telephony'
import { isActive, isIdentityHidden, isTheirs } from '@open12345/domain/work-order'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking, Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { isTellingOwed } from '../answer/index.ts'
import { writeAudit } from '../audit/index.ts'
import { loadOrder } from '../work-order/index.ts'
import { callOf, hangUpAll, ringForMs, sideLeft } from './hear.ts'
import { bridgeViewOf, findRow, heldRow, insertBridge, isRunning, moveTo, rowsOfOrder } from './store.ts'

type Named = { readonly bridgeId: string }

const mayCall = async (tx: Tx, app: App, { actor, at }: Asking, orderId: string): Promise<Decision<true>> => {
  const loaded = await loadOrder(tx, orderId)
  if (loaded === undefined) return refuse({ code: 'work-order.not-found' })
  const { order } = loaded
  return callRequester({
    isClosed: order.status === 'closed',
    isTellingOwed: order.status === 'closed' && (await isTellingOwed(tx, app, orderId, at)),
    hasLeft: order.requesterLeft,
    hasNumber: order.requesterId !== null && order.reachable,
    isReport: isIdentityHidden(order),
    side: actor.scope === 'unit' ? 'unit' : 'centre',
    isTheirs: order.assignments.some((one) => isActive(one) && isTheirs(one, actor.unitIds)),
    isBusy: await isRunning(tx, orderId),
  })
}

const list = (asked: Call<typeof routes.listBridges>, app: App) => {
  const {
    actor,
    params: { orderId },
    language,
  } = asked
  return asActor(app.database, actor, async (tx): Promise<Decision<RouteOutput<typeof routes.listBridges>>> => {
    const may = await mayCall(tx, app, asked, orderId)
    if (!may.ok && may.refusal.code === 'work-order.not-found') return may
    const rows = await rowsOfOrder(tx, orderId)
    const whyNot = may.ok ? null : bridgeRefusals[may.refusal.code as keyof typeof bridgeRefusals][language]
    return accept({ items: rows.map((row) => bridgeViewOf(actor, row)), whyNot })
  })
}

/** One step, once for its key. The record is written first; only then, and not again for a repeated key, does the switch act. */
const taken = async (
  app: App,
  asked: Asking,
  work: (tx: Tx) => Promise<Decision<Named>>,
  afterwards: (bridgeId: string) => Promise<void>,
): Promise<Decision<BridgeView>> => {
  const done = await decideAs(app.database, asked.actor, (tx) => once(tx, asked, () => work(tx)))
  if (!done.ok) return done
  const { ids, repeated } = done.value
  if (!repeated) await afterwards(ids.bridgeId)
  return asActor(app.database, asked.actor, async (tx) => {
    const row = await findRow(tx, ids.bridgeId)
    return row === undefined ? refuse({ code: 'bridge.unknown', clause: '20c' }) : accept(bridgeViewOf(asked.actor, row))
  })
}

const call =
  (telephony: TelephonyPort) =>
  (asked: Call<typeof routes.callRequester>, app: App): Promise<Decision<BridgeView>> => {
    const { actor, at, body, params } = asked
    const accountId = actor.accountId ?? ''
    const work = async (tx: Tx): Promise<Decision<Named>> => {
      const may = await mayCall(tx, app, asked, params.orderId)
      if (!may.ok) return may
      const bridgeId = await insertBridge(tx, { orderId: params.orderId, accountId, purpose: body.purpose, at })
      await writeAudit(tx, app, { action: 'order.bridge', orderId: params.orderId, subjectIds: [bridgeId], purpose: body.purpose })
      return accept({ bridgeId })
    }
    return taken(app, asked, work, async (bridgeId) => {
      try {
        await telephony.dial({ call: callOf(bridgeId), role: 'agent', to: { seat: accountId }, timeoutMs: ringForMs })
      } catch {
        app.log.error({ bridgeId }, 'the switch could not ring a caller')
        await sideLeft(app, telephony, bridgeId, { side: 'agent', reason: 'failed', at: app.clock.now() })
      }
    })
  }

const end =
  (telephony: TelephonyPort) =>
  (asked: Call<typeof routes.endBridge>, app: App): Promise<Decision<BridgeView>> => {
    const { bridgeId } = asked.params
    const work = async (tx: Tx): Promise<Decision<Named>> => {
      const row = await heldRow(tx, bridgeId)
      if (row === undefined || row.account_id !== asked.actor.accountId) return refuse({ code: 'bridge.unknown', clause: '20c' })
      if (!bridgeLasts(row.state)) return refuse({ code: 'bridge.over', clause: '20c' })
      await moveTo(tx, bridgeId, row.state === 'talking' ? 'ended' : 'cancelled', asked.at)
      return accept({ bridgeId })
    }
    return taken(app, asked, work, () => hangUpAll(telephony, bridgeId))
  }

export const bridgeEndpoints = (telephony: TelephonyPort): readonly Endpoint[] => [
  mount(routes.listBridges, list),
  mount(routes.callRequester, call(telephony)),
  mount(routes.endBridge, end(telephony)),
]
