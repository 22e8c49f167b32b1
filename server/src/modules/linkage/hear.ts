import { afterEnd, type LinkageState } from '@open12345/domain/linkage'
import { parseLeg, type EndReason, type LegId, type TelephonyEvent, type TelephonyPort } from '@open12345/domain/telephony'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { announceContact } from '../live/index.ts'
import { hearInTurn } from '../telephony/index.ts'
import { moveTo } from './store.ts'

type Held = { readonly linkage_id: string; readonly contact_id: string; readonly account_id: string; readonly state: LinkageState }
const isId = (call: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(call)

const heldCall = async (tx: Tx, linkageId: string): Promise<Held | undefined> => {
  const { rows } = await sql<Held>`select linkage_id, contact_id, account_id, state from linkage
    where authority_id = app.authority() and linkage_id = ${linkageId} and contact_id is not null for update`.execute(tx)
  return rows[0]
}

/** What came of a test call that has not been told yet; answers who made it. */
export const endTest = async (tx: Tx, drillId: string, state: LinkageState | 'reached'): Promise<string | undefined> => {
  const outcome = ['reached', 'no-answer', 'refused', 'unreachable'].includes(state) ? state : 'unknown'
  const { rows } = await sql<{ account_id: string }>`update linkage_drill set outcome = ${outcome}
    where authority_id = app.authority() and drill_id = ${drillId} and outcome = 'calling' returning account_id`.execute(tx)
  return rows[0]?.account_id
}

/** Whose desk shows it, and the call in which the citizen is alone now: the agent left long ago. */
type Told = { readonly accountId: string; readonly leftAlone?: string | undefined }
const toTester = (accountId: string | undefined): Told | undefined => (accountId === undefined ? undefined : { accountId })

/** The line picked up: of a call that still waits for it, it is let in. Answers the record, or nothing where nobody waits any more. */
export const lineAnswered = async (tx: Tx, linkageId: string, at: Temporal.Instant): Promise<Held | undefined> => {
  const held = await heldCall(tx, linkageId)
  if (held?.state !== 'calling') return undefined
  await moveTo(tx, linkageId, 'joined', at)
  return held
}

/** The line's leg is gone: a call that nobody had answered has failed, for the switch's reason. */
export const lineEnded = async (tx: Tx, call: string, reason: EndReason, at: Temporal.Instant): Promise<Told | undefined> => {
  const held = await heldCall(tx, call)
  if (held === undefined) return toTester(await endTest(tx, call, afterEnd('calling', reason)))
  const state = afterEnd(held.state, reason)
  if (state !== held.state) await moveTo(tx, call, state, at)
  if (state === 'handed-over')
    await sql`update linkage set ended_at = coalesce(ended_at, ${at})
      where authority_id = app.authority() and linkage_id = ${call}`.execute(tx)
  return { accountId: held.account_id, leftAlone: state === 'handed-over' ? held.contact_id : undefined }
}

const answered = async (app: App, telephony: TelephonyPort, leg: LegId, call: string, at: Temporal.Instant): Promise<void> => {
  const [waiting, tester] = await asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const held = await lineAnswered(tx, call, at)
    return [held, held === undefined ? await endTest(tx, call, 'reached') : undefined] as const
  })
  await (waiting === undefined ? telephony.hangUp(leg) : telephony.join(waiting.contact_id, [leg]))
  const accountId = waiting?.account_id ?? tester
  if (accountId !== undefined) announceContact(app, accountId)
}

const lineLeft = async (app: App, telephony: TelephonyPort, call: string, reason: EndReason, at: Temporal.Instant): Promise<void> => {
  const told = await asActor(app.database, systemActor(app.config.authorityId), (tx) => lineEnded(tx, call, reason, at))
  if (told === undefined) return
  if (told.leftAlone !== undefined) await telephony.closeRoom(told.leftAlone)
  announceContact(app, told.accountId)
}

/** The citizen is gone, by themselves or because the agent hung up: no line is kept for nobody. */
const callerLeft = async (app: App, telephony: TelephonyPort, contactId: string, at: Temporal.Instant): Promise<void> => {
  const ended = await asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const { rows } = await sql<Held>`select linkage_id, contact_id, account_id, state from linkage
      where authority_id = app.authority() and contact_id = ${contactId}
        and (state in ('calling', 'joined') or (state = 'handed-over' and ended_at is null)) for update`.execute(tx)
    for (const { linkage_id: linkageId, state } of rows)
      if (state === 'handed-over') await lineEnded(tx, linkageId, 'normal', at)
      else await moveTo(tx, linkageId, state === 'calling' ? 'cancelled' : 'ended', at)
    return rows
  })
  const { legs } = await telephony.snapshot()
  for (const { linkage_id: linkageId, account_id: accountId } of ended) {
    for (const { call, leg } of legs) if (call === linkageId) await telephony.hangUp(leg)
    announceContact(app, accountId)
  }
}

const handlerOf = (app: App, telephony: TelephonyPort, event: TelephonyEvent): (() => Promise<void>) | undefined => {
  const party = parseLeg(event.leg)
  if (party === undefined || !isId(party.call)) return undefined
  const { call, role } = party
  if (event.type === 'answered' && role === 'external') return () => answered(app, telephony, event.leg, call, event.at)
  if (event.type === 'ended' && role === 'external') return () => lineLeft(app, telephony, call, event.reason, event.at)
  if (event.type === 'ended' && role === 'citizen') return () => callerLeft(app, telephony, call, event.at)
  return undefined
}

/** Writes down what came of each line that was called, one event after the other. The answer stops listening. */
export const hearLinkage = (app: App, telephony: TelephonyPort): (() => void) =>
  hearInTurn(app, telephony, (event) => handlerOf(app, telephony, event), 'an event of a linkage was not written down')
