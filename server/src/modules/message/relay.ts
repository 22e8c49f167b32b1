import { maskPhone, parsePhone } from '@open12345/domain/identity'
import { defaultQuietHours, inQuietHours, messageText, secondsToNextAttempt, type MessageTemplate } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { phoneForSending } from '../identity/index.ts'
import { announceMessage } from '../live/index.ts'
import { unitContacts } from '../organisation/index.ts'
import { sealCopy } from './copy.ts'
import type { MessageDeps, OrderFacts } from './deps.ts'
import { numberTold, type Recipient } from './enqueue.ts'
import { numberHash } from './numbers.ts'
import {
  claimDue,
  keepCopy,
  markTold,
  recordOutcome,
  settleLapsed,
  untoldFollowUps,
  wakeWaiting,
  type Claimed,
  type Outcome,
} from './outbox.ts'
import type { Sms, SmsResult } from './port.ts'

const leaseSeconds = 120
const atOnce = 10
/** A follow-up that could not be sent for a day is asked by a person. */
const followUpPatienceHours = 24
const asksForRating: readonly MessageTemplate[] = ['follow-up', 'follow-up-reminder']

type Prepared = { readonly sms: Sms } | { readonly failure: string; readonly state: 'manual' | 'rejected' } | 'lost'

const asSystem = <T>(app: App, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(app.database, systemActor(app.config.authorityId), work)

/** The unit's first contact for notices, or its second as the deputy (the first where there is one only). */
const unitPhone = async (tx: Tx, app: App, unitId: string, recipient: Recipient): Promise<string | undefined> => {
  const contacts = await unitContacts(tx, app, { unitId, duty: 'notice' })
  return (contacts[recipient === 'unit-deputy' ? 1 : 0] ?? contacts[0])?.phone
}

const numberOf = async (tx: Tx, app: App, row: Claimed, { requesterId }: OrderFacts): Promise<string | undefined> => {
  if (row.unitId !== null) return unitPhone(tx, app, row.unitId, row.recipient)
  if (requesterId === null) return undefined
  const purpose = asksForRating.includes(row.template) ? 'follow-up' : 'notice'
  return phoneForSending(tx, app, { requesterId, orderId: row.orderId, purpose })
}

const prepare = async (tx: Tx, app: App, deps: MessageDeps, row: Claimed): Promise<Prepared> => {
  const facts = (await deps.orderFacts(tx, app, [row.orderId])).get(row.orderId)
  if (facts === undefined) return { failure: 'no-order', state: 'rejected' }
  if (asksForRating.includes(row.template) && !facts.awaitsRating) return { failure: 'no-longer-asked', state: 'rejected' }
  const given = await numberOf(tx, app, row, facts)
  const phone = given === undefined ? undefined : parsePhone(given)
  if (phone?.kind !== 'mobile') return { failure: given === undefined ? 'no-number' : 'no-mobile', state: 'manual' }
  const text = messageText(row.template, { sender: deps.sender, number: numberTold(facts, row.recipient), shortCode: row.shortCode })
  const { key, sealed } = sealCopy(app, 'outbox', row.messageId, { to: maskPhone(phone), text })
  const isOurs = await keepCopy(tx, row, { toHash: numberHash(app, phone.digits), copyKey: key, copySealed: sealed })
  return isOurs ? { sms: { key: row.key, to: phone.digits, text } } : 'lost'
}

const later = (row: Claimed, at: Temporal.Instant, failure: string): Outcome => {
  const isTooLate = row.template === 'follow-up' && Temporal.Instant.compare(at, row.createdAt.add({ hours: followUpPatienceHours })) > 0
  if (isTooLate) return { state: 'manual', failure }
  return { state: 'waiting', failure, nextAttemptAt: at.add({ seconds: secondsToNextAttempt(row.attempts) }) }
}

const outcomeOf = (row: Claimed, result: SmsResult, deduplicates: boolean, at: Temporal.Instant): Outcome => {
  switch (result.kind) {
    case 'sent':
      return { state: 'sent', at, providerId: result.providerId }
    case 'rejected':
      return result.again ? later(row, at, result.reason) : { state: 'rejected', failure: result.reason }
    case 'unknown':
      return deduplicates ? later(row, at, 'unknown') : { state: 'unknown', failure: 'unknown' }
  }
}

/** True: the gateway was there. The number is looked up and the outcome written in transactions of their own; nothing is sent inside one. */
const sendOne = async (app: App, deps: MessageDeps, row: Claimed): Promise<boolean> => {
  const prepared = await asSystem(app, (tx) => prepare(tx, app, deps, row))
  if (prepared === 'lost') return true
  if (!('sms' in prepared)) {
    await asSystem(app, (tx) => recordOutcome(tx, row, prepared))
    return true
  }
  const result = await deps.port.send(prepared.sms)
  const outcome = outcomeOf(row, result, deps.port.deduplicates, app.clock.now())
  await asSystem(app, (tx) => recordOutcome(tx, row, outcome))
  announceMessage(app, { orderId: row.orderId, unitId: outcome.state === 'sent' ? row.unitId : null, template: row.template })
  if (outcome.state !== 'sent')
    app.log.warn({ messageId: row.messageId, state: outcome.state, failure: outcome.failure }, 'a message was not sent')
  return outcome.state !== 'waiting'
}

const claim = (app: App, deps: MessageDeps, most: number): Promise<readonly Claimed[]> =>
  asSystem(app, (tx) => {
    const now = app.clock.now()
    const isQuiet = inQuietHours(deps.quietHours ?? defaultQuietHours, now)
    return claimDue(tx, { now, leaseUntil: now.add({ seconds: leaseSeconds }), isQuiet, most })
  })

/** One first, to see whether the gateway is there; then the others. */
const sendDue = async (app: App, deps: MessageDeps): Promise<number> => {
  let sent = 0
  for (let most = 1; ; most = atOnce) {
    const rows = await claim(app, deps, most)
    if (rows.length === 0) return sent
    const there = await Promise.all(rows.map((row) => sendOne(app, deps, row)))
    sent += rows.length
    if (there.includes(false)) return sent
    if (rows.some(({ attempts }) => attempts > 1)) await asSystem(app, (tx) => wakeWaiting(tx, app.clock.now()))
  }
}

// Refusals that say that the order has moved on by itself; any other may pass, and is tried again.
const settled = ['follow-up.none-open', 'work-order.closed', 'work-order.wrong-status', 'work-order.not-found']

/** Tells orders what became of their follow-up, until they know. @clause 13-1 */
const tellOrders = async (app: App, deps: MessageDeps): Promise<void> => {
  const actor = systemActor(app.config.authorityId)
  for (const { messageId, orderId, sent } of await asSystem(app, untoldFollowUps)) {
    const command = { name: 'follow-up-sent', sent } as const
    const told = await deps.runCommand(app, actor, orderId, command, { idempotencyKey: `outbox:${messageId}` })
    if (told.ok || settled.includes(told.refusal.code)) await asSystem(app, (tx) => markTold(tx, messageId, app.clock.now()))
    else app.log.warn({ orderId, code: told.refusal.code }, 'an order could not be told of its follow-up')
  }
}

/**
 * Sends what is due; answers how many messages it took up. Safe to run in several processes and to be killed at any moment.
 * @clause 13-1
 */
export const relayMessages = async (app: App, deps: MessageDeps): Promise<number> => {
  await asSystem(app, (tx) => settleLapsed(tx, app.clock.now(), deps.port.deduplicates))
  const taken = await sendDue(app, deps)
  await tellOrders(app, deps)
  return taken
}
