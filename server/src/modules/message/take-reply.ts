import { readReply, settleReply, type Question, type Settlement } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import { requesterActor, systemActor } from '../../db/actor.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { announceMessage } from '../live/index.ts'
import type { MessageDeps } from './deps.ts'
import { enqueue } from './enqueue.ts'
import { askedOf, keepReply, settleRow, wasAskedBack, type Arrival, type Asked, type Kept, type ReplyOutcome } from './reply-store.ts'

type Read = {
  readonly kept: Kept
  readonly asked: readonly Asked[]
  readonly questions: readonly Question[]
  readonly settlement: Settlement
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
    return { kept, asked, questions, settlement }
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
  const done = await deps.runCommand(app, actor, orderId, command, { idempotencyKey: `sms-reply:${key}` })
  return done.ok ? { outcome: 'rated', orderIds: [orderId], answer: null } : { outcome: 'late', orderIds: [orderId], answer: 'reply-late' }
}

const settle = async (app: App, deps: MessageDeps, key: string, { questions, settlement }: Read): Promise<Settled> => {
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
 * Killed half-way it is settled when the gateway hands it in again; the rating carries the reply's key.
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
