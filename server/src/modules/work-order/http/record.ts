import type { z } from 'zod'
import { workOrderRoutes as routes, type RecordedOrder, type recordBody } from '@open12345/contract/work-order'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { parsePhone } from '@open12345/domain/identity'
import type { Command } from '@open12345/domain/work-order'
import type { App } from '../../../app.ts'
import { once } from '../../../db/idempotency.ts'
import { newId } from '../../../db/ids.ts'
import { decideAs, type Tx } from '../../../db/transaction.ts'
import type { Call } from '../../../http/call.ts'
import { mount } from '../../../http/mount.ts'
import { contactForRecord, linkRequester, type ContactForRecord } from '../../contact/index.ts'
import { putRequester } from '../../identity/index.ts'
import { announce } from '../../live/index.ts'
import { queryCodeOf } from '../query-code.ts'
import { recordOrder } from '../write/record-order.ts'
import type { Words } from '../write/texts.ts'
import { doerOf, taken } from './call.ts'
import { acceptCommand } from './commands.ts'

type Body = z.output<typeof recordBody>

/** What becomes of the matter in the same step: accepted, declined (after a recorded clarification where 9-5 asks for one) or answered. */
const thenCommands = (body: Body, words: Words): readonly Command[] => {
  const { outcome } = body
  if (outcome === null) return []
  if (outcome.step === 'accept') return [{ name: 'accept', ...acceptCommand(outcome.with) }]
  if (outcome.step === 'answer') {
    const { kind, answer, knowledge, mode, consented } = outcome.with
    return [{ name: 'answer', kind, knowledge, mode, consented, answerText: words.put('answer', answer) }]
  }
  const { ground, lawfulChannel, explanation, also } = outcome.with
  const clarified: Command[] =
    outcome.clarified === null
      ? []
      : [{ name: 'clarify', outcome: outcome.clarified.outcome, noteText: words.putIf('centre-note', outcome.clarified.note) }]
  const decline: Command = {
    name: 'decline',
    ground,
    lawfulChannel,
    explanationText: words.put('explanation', explanation),
    also: also === null ? null : acceptCommand(also),
  }
  return [...clarified, decline]
}

const phoneOf = ({ requester }: Body, { callerPhone }: ContactForRecord): string | null =>
  requester.phone ?? (requester.anonymous ? null : callerPhone)

/** The caller as they want to be known: whoever stays anonymous leaves no name, and the number only if they gave it. */
const keepRequester = (tx: Tx, app: App, body: Body, contact: ContactForRecord, requesterId: string): Promise<string> => {
  const { requester } = body
  const phone = phoneOf(body, contact)
  const known = {
    ...(requester.name === null || requester.anonymous ? {} : { name: requester.name }),
    ...(phone === null ? {} : { phone }),
    ...(requester.homeAddress === null ? {} : { homeAddress: requester.homeAddress }),
    anonymous: requester.anonymous,
  }
  return putRequester(tx, app, known, requesterId)
}

const noRelations = { respondentUnitId: null, respondentAccountId: null, accusedUnitId: null, accusedAccountId: null }

const record = async (tx: Tx, app: App, call: Call<typeof routes.recordOrder>) => {
  const { body, at } = call
  const contact = await contactForRecord(tx, app, body.contactId, call.actor.accountId ?? '')
  if (contact === undefined) return refuse({ code: 'contact.not-found' })
  const requesterId = newId(at)
  const phone = phoneOf(body, contact)
  const { kind, subject, place } = body
  const recorded = recordOrder(tx, app, doerOf(call), {
    at,
    content: body.content,
    addressDetail: body.addressDetail,
    given: { name: body.requester.name, phone, home: body.requester.homeAddress },
    matter: {
      channel: contact.channel,
      contactId: body.contactId,
      requesterId,
      reachable: phone !== null,
      hasMobile: phone !== null && parsePhone(phone)?.kind === 'mobile',
      grade: kind === 'report' ? 'confidential' : 'open',
      relations: noRelations,
      kind,
      subject,
      place,
    },
    followedBy: (words) => thenCommands(body, words),
    files: [],
  })
  // None waits for another: they leave in one parcel.
  const [done] = await Promise.all([
    recorded,
    keepRequester(tx, app, body, contact, requesterId),
    linkRequester(tx, body.contactId, requesterId),
  ])
  return done
}

/**
 * 第十条: a seat records what it is being told; several matters in one call are several orders. 12-0: the caller is told a query code, so that
 * they can follow the matter and find the answer.
 */
export const recordEndpoint = mount(routes.recordOrder, async (call, app): Promise<Decision<RecordedOrder>> => {
  const done = await decideAs(app.database, call.actor, (tx) => once(tx, call, () => record(tx, app, call)))
  if (!done.ok) return done
  const { ids, repeated } = done.value
  if (!repeated) announce(app, { authorityId: call.actor.authorityId, ...ids })
  return accept({ ...taken(ids), number: ids.number, queryCode: queryCodeOf(app, ids.orderId) })
})
