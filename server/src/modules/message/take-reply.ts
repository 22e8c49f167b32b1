import { readReply, settleReply, type Question, type Settlement } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import { requesterActor, systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { announceMessage } from '../live/index.ts'
import type { MessageDeps } from './deps.ts'
import { openCopy } from './copy.ts'
import { enqueue } from './enqueue.ts'
import {
  askedOf,
  keepReply,
  leftReplies,
  ratedBy,
  ratingKeyOf,
  settleRow,
  wasAskedBack,
  type Arrival,
  type Asked,
  type Kept,
  type ReplyOutcome,
} from './reply-store.ts'

type Read = {
  readonly kept: Kept
  readonly asked: readonly Asked[]
  readonly questions: readonly Question[]
  readonly settlement: Settlement
  /** The order that this very reply has rated before it was killed: rated, it looks as if the reply came too late. */
  readonly rated: string | undefined
}

const asSystem = <T>(app: App, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(app.database, systemActor(app.config.authorityId), work)

const read = (app: App, deps: MessageDeps, arrival: Arrival): Promise<Read> =>
  asSystem(app, async (tx) => {
    const kept = await keepReply(tx, app, arrival)
    const asked = await askedOf(tx, arrival.fromHash, app.clock.now())
    const facts = await deps.orderFacts(
      tx,
      app,
      asked.map(({ orderId }) => orderId),
    )
    const questions = asked.flatMap(({ orderId, shortCode }) => {
      const order = facts.get(orderId)
      return order === undefined ? [] : [{ orderId, number: order.number, shortCode, open: order.awaitsRating }]
    })
    const open = asked.filter(({ orderId }) => questions.some((question) => question.orderId === orderId && question.open))
    const settlement = settleReply(readReply(arrival.text), questions, await wasAskedBack(tx, open))
    const rated = await ratedBy(
      tx,
      arrival.key,
      asked.map(({ orderId }) => orderId),
    )
    return { kept, asked, questions, settlement, rated }
  })

type Settled = {
  readonly outcome: ReplyOutcome
  readonly orderIds: readonly string[]
  readonly answer: 'reply-unclear' | 'reply-late' | null
}

/** The rating goes in by the order's own command; refused, it came too late. */
const rate = async (app: App, deps: MessageDeps, key: string, settlement: Extract<Settlement, { kind: 'rate' }>): Promise<Settled> => {
  const { orderId, service, result } = settlement
  const command = { name: 'rate', channel: 'sms', service, result, wordsText: null } as const
  const actor = requesterActor(app.config.authorityId, orderId)
  const done = await deps.runCommand(app, actor, orderId, command, { idempotencyKey: ratingKeyOf(key) })
  return done.ok ? { outcome: 'rated', orderIds: [orderId], answer: null } : { outcome: 'late', orderIds: [orderId], answer: 'reply-late' }
}

const settle = async (app: App, deps: MessageDeps, key: string, { questions, settlement, rated }: Read): Promise<Settled> => {
  if (rated !== undefined) return { outcome: 'rated', orderIds: [rated], answer: null }
  switch (settlement.kind) {
    case 'rate':
      return rate(app, deps, key, settlement)
    case 'ask-back':
      return { outcome: 'asked-back', orderIds: [settlement.orderId], answer: 'reply-unclear' }
    case 'late':
      return { outcome: 'late', orderIds: [settlement.orderId], answer: 'reply-late' }
    case 'manual':
      return { outcome: 'manual', orderIds: questions.filter(({ open }) => open).map(({ orderId }) => orderId), answer: null }
    case 'stranger':
      return { outcome: 'stranger', orderIds: [], answer: null }
  }
}

/**
 * Takes a reply, once: rates the order that it means, asks back once where that is not clear, thanks politely where it came too late.
 * Killed half-way it is settled when the gateway hands it in again, or by `settleLeftReplies`; the rating carries the reply's key.
 * @clause 13-1
 * @clause 13-2
 */
export const takeReply = async (app: App, deps: MessageDeps, arrival: Arrival): Promise<ReplyOutcome> => {
  const found = await read(app, deps, arrival)
  if (found.kept.outcome !== null) return found.kept.outcome
  const { outcome, orderIds, answer } = await settle(app, deps, arrival.key, found)
  await asSystem(app, async (tx) => {
    const about = found.asked.find(({ orderId }) => orderId === orderIds[0])
    if (answer !== null && about !== undefined)
      await enqueue(tx, app, {
        orderId: about.orderId,
        version: about.version,
        at: app.clock.now(),
        messages: [{ template: answer, to: 'requester' }],
      })
    await settleRow(tx, found.kept.replyId, outcome, orderIds)
  })
  for (const orderId of orderIds) announceMessage(app, { orderId, unitId: null, template: outcome })
  return outcome
}

const graceMinutes = 2
const backHours = 30 * 24

/** Settles what was kept by somebody who was then killed; not every gateway hands a reply in twice. */
export const settleLeftReplies = async (app: App, deps: MessageDeps): Promise<void> => {
  const now = app.clock.now()
  const window = { since: now.subtract({ hours: backHours }), before: now.subtract({ minutes: graceMinutes }) }
  for (const { replyId, key, fromHash, copyKey, copySealed } of await asSystem(app, (tx) => leftReplies(tx, window))) {
    const copy = openCopy(app, 'sms_reply', replyId, copyKey, copySealed)
    if (copy !== undefined) await takeReply(app, deps, { key, fromHash, fromMasked: copy.to, text: copy.text })
  }
}
