import { contactRoutes as routes, type ContactView } from '@open12345/contract/contact'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { contactRefusals, legId } from '@open12345/domain/telephony'
import type { App } from '../../app.ts'
import type { Actor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { mount, type Mounted } from '../../http/mount.ts'
import { announceContact } from '../live/index.ts'
import type { SimulatedSwitch } from '../telephony/index.ts'
import { arrive } from './arrive.ts'
import { keepDraft, moveContact, openContact, openContacts, viewOf, type ContactRow, type HistoryOf } from './seat.ts'

type ContactDeps = { readonly telephony: SimulatedSwitch; readonly historyOf: HistoryOf }

const refuseUnless = (state: ContactRow['state'], wanted: 'answer' | 'hang-up' | 'finish'): string | undefined => {
  if (wanted === 'answer') return state === 'ringing' ? undefined : 'contact.not-ringing'
  if (wanted === 'hang-up') return state === 'ended' ? 'contact.already-ended' : undefined
  return state === 'ended' ? undefined : 'contact.still-open'
}

/** One step of an own contact; answers the row as it was before. */
const step = (
  app: App,
  actor: Actor,
  contactId: string,
  wanted: 'answer' | 'hang-up' | 'finish',
  at: Temporal.Instant,
): Promise<Decision<ContactRow>> =>
  decideAs(app.database, actor, async (tx) => {
    const row = await openContact(tx, contactId)
    if (row === undefined) return refuse({ code: 'contact.not-found' })
    const code = refuseUnless(row.state, wanted)
    if (code !== undefined) return refuse({ code })
    const states = { answer: 'talking', 'hang-up': 'ended', finish: 'finished' } as const
    await moveContact(tx, contactId, { state: states[wanted], at })
    return accept(row)
  })

const shown = (app: App, { historyOf }: ContactDeps, actor: Actor, contactId: string): Promise<Decision<ContactView>> =>
  asActor(app.database, actor, async (tx: Tx) => {
    const row = await openContact(tx, contactId)
    return row === undefined ? refuse({ code: 'contact.not-found' }) : accept(await viewOf(tx, app, actor, row, historyOf))
  })

/** The line follows the record: what is not written down does not happen at the switch. */
const answer =
  (deps: ContactDeps) =>
  async ({ params, actor, at }: Call<typeof routes.answerContact>, app: App): Promise<Decision<ContactView>> => {
    const { contactId } = params
    const answered = await step(app, actor, contactId, 'answer', at)
    if (!answered.ok) return answered
    const { leg } = answered.value
    if (leg !== null) {
      await deps.telephony.answer(leg)
      const agent = await deps.telephony.dial({ call: contactId, role: 'agent', to: { seat: actor.accountId ?? '' }, timeoutMs: 20_000 })
      await deps.telephony.join(contactId, [leg, agent])
    }
    return shown(app, deps, actor, contactId)
  }

const hangUp =
  (deps: ContactDeps) =>
  async ({ params, actor, at }: Call<typeof routes.hangUpContact>, app: App): Promise<Decision<ContactView>> => {
    const { contactId } = params
    const ended = await step(app, actor, contactId, 'hang-up', at)
    if (!ended.ok) return ended
    if (ended.value.leg !== null) await deps.telephony.hangUp(ended.value.leg)
    await deps.telephony.closeRoom(contactId)
    return shown(app, deps, actor, contactId)
  }

const finish = async ({ params, actor, at }: Call<typeof routes.finishContact>, app: App): Promise<Decision<Record<never, never>>> => {
  const finished = await step(app, actor, params.contactId, 'finish', at)
  if (!finished.ok) return finished
  if (actor.accountId !== undefined) announceContact(app, actor.accountId)
  return accept({})
}

const saveDraft = ({ params, body, actor }: Call<typeof routes.saveContactDraft>, app: App): Promise<Decision<Record<never, never>>> =>
  decideAs(app.database, actor, async (tx) => {
    const row = await openContact(tx, params.contactId)
    if (row === undefined) return refuse({ code: 'contact.not-found' })
    await keepDraft(tx, app, row, body.draft)
    return accept({})
  })

const simulateCall =
  ({ telephony }: ContactDeps) =>
  async ({ body, actor, at }: Call<typeof routes.simulateCall>, app: App): Promise<Decision<{ contactId: string }>> => {
    // Where real people call, nobody may look a number up by pretending that it rang.
    if (app.config.production) return refuse({ code: 'access.not-entitled' })
    const contactId = newId(at)
    const preferredSeat = actor.scope === 'seat' ? (actor.accountId ?? null) : null
    const arrived = await arrive(app, { contactId, leg: legId(contactId, 'citizen', 1), from: body.from, at, preferredSeat })
    if (!arrived.ok) return arrived
    telephony.callIn(contactId, body.from)
    return accept({ contactId })
  }

export const contactModule = (deps: ContactDeps): Mounted => ({
  name: 'contact',
  refusals: contactRefusals,
  endpoints: [
    mount(routes.currentContacts, ({ actor }, app) =>
      asActor(app.database, actor, async (tx) => {
        const items: ContactView[] = []
        for (const row of await openContacts(tx)) items.push(await viewOf(tx, app, actor, row, deps.historyOf))
        return accept({ items })
      }),
    ),
    mount(routes.answerContact, answer(deps)),
    mount(routes.hangUpContact, hangUp(deps)),
    mount(routes.finishContact, finish),
    mount(routes.saveContactDraft, saveDraft),
    mount(routes.simulateCall, simulateCall(deps)),
  ],
})
