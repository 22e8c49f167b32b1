import { linkageRoutes as routes, type LinkageView } from '@open12345/contract/linkage'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { callIn, end, handOver } from '@open12345/domain/linkage'
import type { TelephonyPort } from '@open12345/domain/telephony'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { moveContact, openContact } from '../contact/index.ts'
import { findLine } from './lines.ts'
import { factsOf, hasRunning, heldRow, insertLinkage, moveTo, type Row } from './store.ts'
import { dialLine, hangUpOf } from './switch.ts'
import { taken } from './taken.ts'

/** A line called into an own call; every consent, and every one that was not asked, is an audit record. @clause 14 @clause 11-1 */
const begin = async (tx: Tx, app: App, { actor, at, body, params: { contactId } }: Call<typeof routes.callLine>) => {
  const contact = await openContact(tx, contactId)
  const line = await findLine(tx, body.lineId)
  const call = contact && { isTalking: contact.state === 'talking' && contact.leg !== null, hasRunning: await hasRunning(tx, contactId) }
  const decided = callIn({ line, consent: body.consent, call })
  if (!decided.ok) return decided
  const { lineId, number, consent } = decided.value
  const { way, told } = body
  const accountId = actor.accountId ?? null
  const linkageId = await insertLinkage(tx, app, { lineId, way, consent, contactId, orderId: null, accountId, at, told, reference: null })
  await writeAudit(tx, app, { action: 'linkage.call', subjectIds: [linkageId, lineId], facts: [way, consent] })
  return accept({ linkageId, number })
}

const callLine =
  (telephony: TelephonyPort) =>
  async (asked: Call<typeof routes.callLine>, app: App): Promise<Decision<LinkageView>> => {
    let number = ''
    const work = async (tx: Tx): Promise<Decision<{ readonly linkageId: string }>> => {
      const begun = await begin(tx, app, asked)
      if (!begun.ok) return begun
      number = begun.value.number
      return accept({ linkageId: begun.value.linkageId })
    }
    return taken(app, asked, work, (linkageId) => dialLine(app, telephony, linkageId, number))
  }

const own = async (tx: Tx, actor: Actor, linkageId: string): Promise<Row | undefined> => {
  const row = await heldRow(tx, linkageId)
  return row?.account_id === actor.accountId ? row : undefined
}

/** Citizen and line stay joined; the seat goes on with its form. @clause 11-1 */
const leave =
  (telephony: TelephonyPort) =>
  async (asked: Call<typeof routes.handOverCall>, app: App): Promise<Decision<LinkageView>> => {
    let contactId = ''
    const work = async (tx: Tx): Promise<Decision<{ readonly linkageId: string }>> => {
      const { linkageId } = asked.params
      const row = await own(tx, asked.actor, linkageId)
      const decided = handOver(factsOf(row))
      if (!decided.ok) return decided
      contactId = row?.contact_id ?? ''
      const contact = await openContact(tx, contactId)
      if (contact?.state !== 'talking') return refuse({ code: 'linkage.not-talking', clause: '14' })
      await moveTo(tx, linkageId, decided.value, asked.at)
      await moveContact(tx, contactId, { state: 'ended', at: asked.at })
      return accept({ linkageId })
    }
    return taken(app, asked, work, () => hangUpOf(telephony, contactId, 'agent'))
  }

const endIt =
  (telephony: TelephonyPort) =>
  async (asked: Call<typeof routes.endLinkage>, app: App): Promise<Decision<LinkageView>> => {
    const work = async (tx: Tx): Promise<Decision<{ readonly linkageId: string }>> => {
      const { linkageId } = asked.params
      const decided = end(factsOf(await own(tx, asked.actor, linkageId)))
      if (!decided.ok) return decided
      await moveTo(tx, linkageId, decided.value, asked.at)
      return accept({ linkageId })
    }
    return taken(app, asked, work, (linkageId) => hangUpOf(telephony, linkageId, 'external'))
  }

/** 转接、三方通话. @clause 14 */
export const callEndpoints = (telephony: TelephonyPort): readonly Endpoint[] => [
  mount(routes.callLine, callLine(telephony)),
  mount(routes.handOverCall, leave(telephony)),
  mount(routes.endLinkage, endIt(telephony)),
]
