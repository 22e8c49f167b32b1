import { randomUUID } from 'node:crypto'
import { messageRoutes as routes } from '@open12345/contract/message'
import { maskPhone, parsePhone } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { messageRefusals } from '@open12345/domain/message'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { decideMessage, seenMessage } from './decide.ts'
import type { MessageDeps } from './deps.ts'
import { numberHash } from './numbers.ts'
import { takeReceiptRow } from './outbox.ts'
import { listMessages, listReplies } from './read.ts'
import { relayMessages } from './relay.ts'
import { verify } from './signature.ts'
import { settleLeftReplies, takeReply } from './take-reply.ts'

type Taken = Decision<{ taken: boolean }>

const receive =
  (deps: MessageDeps) =>
  async ({ body, at }: Call<typeof routes.receiveSms>, app: App): Promise<Taken> => {
    const { timestamp, nonce, signature, ...fields } = body
    const verified = verify(deps.inbound, fields, { timestamp, nonce, signature }, at)
    if (!verified.ok) return verified
    const phone = parsePhone(body.from)
    if (phone === undefined) return accept({ taken: false })
    const arrival = { key: body.messageId, fromHash: numberHash(app, phone.digits), fromMasked: maskPhone(phone), text: body.text }
    return accept({ taken: (await takeReply(app, deps, arrival)) !== 'stranger' })
  }

const receipt =
  (deps: MessageDeps) =>
  async ({ body, at }: Call<typeof routes.receiveReceipt>, app: App): Promise<Taken> => {
    const { timestamp, nonce, signature, ...fields } = body
    const verified = verify(deps.inbound, fields, { timestamp, nonce, signature }, at)
    if (!verified.ok) return verified
    const taken = await asActor(app.database, systemActor(app.config.authorityId), (tx) => takeReceiptRow(tx, body.key, body.state, at))
    return accept({ taken })
  }

/** The same door as a reply from outside; only the number is known by its hash already. */
const simulate =
  (deps: MessageDeps) =>
  async ({ params, body, actor }: Call<typeof routes.simulateReply>, app: App): Promise<Taken> => {
    const seen = await seenMessage(app, actor, params.messageId)
    if (seen === undefined) return refuse({ code: 'message.not-found' })
    if (deps.port.name !== 'simulator' || seen.toHash === null || seen.recipient !== 'requester')
      return refuse({ code: 'message.not-simulated' })
    const arrival = { key: `simulated:${randomUUID()}`, fromHash: seen.toHash, fromMasked: '模拟手机', text: body.text }
    return accept({ taken: (await takeReply(app, deps, arrival)) !== 'stranger' })
  }

export const messageModule = (deps: MessageDeps): Mounted => ({
  name: 'message',
  refusals: messageRefusals,
  endpoints: [
    mount(routes.listMessages, async ({ actor, query, language }, app) =>
      accept(await listMessages(app, { deps, language }, actor, query)),
    ),
    mount(routes.listReplies, async ({ actor, query, language }, app) => accept(await listReplies(app, { deps, language }, actor, query))),
    mount(routes.receiveSms, receive(deps)),
    mount(routes.receiveReceipt, receipt(deps)),
    mount(routes.simulateReply, simulate(deps)),
    mount(routes.decideMessage, ({ actor, params, body }, app) => decideMessage(app, actor, params.messageId, body.decision)),
  ],
  jobs: [
    { name: 'message-relay', everyMs: 2_000, work: async (app) => void (await relayMessages(app, deps)) },
    { name: 'left-replies', everyMs: 60_000, work: (app) => settleLeftReplies(app, deps) },
  ],
})
