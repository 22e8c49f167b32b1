import { modelRoutes as routes } from '@open12345/contract/model'
import { maskSpans, spansIn } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { knownBy, marksOf } from '../../keys/marks.ts'
import { writeAudit } from '../audit/index.ts'
import { contactForRecord } from '../contact/index.ts'
import { quotedItem } from '../knowledge/index.ts'
import { bareMatter } from '../work-order/index.ts'
import type { ModelPort } from './port.ts'
import { auditFacts, promptOf, type Purpose } from './prompt.ts'
import { insertDraft } from './store.ts'

type Asked = Decision<{ modelDraftId: string }>
type ContactCall = Call<typeof routes.draftForContact>
type OrderCall = Call<typeof routes.draftForOrder>
type Matter = {
  readonly purpose: Purpose
  readonly words: string
  readonly about: { readonly contactId: string } | { readonly orderId: string; readonly assignmentId: string | null }
}

const toldInContact = async (tx: Tx, app: App, { actor, params, body }: ContactCall): Promise<Decision<Matter>> => {
  const contact = await contactForRecord(tx, app, params.contactId, actor.accountId ?? '')
  if (contact === undefined) return refuse({ code: 'contact.not-found' })
  if (body.kind === 'report' || body.confidential) return refuse({ code: 'model.confidential', clause: '20c' })
  const { name, phone, homeAddress: home } = body.known
  const { key } = app.keyring.newDataKey()
  const known = knownBy(key, marksOf(key, { name, phone: phone ?? contact.callerPhone, home }))
  const words = maskSpans(body.matter, spansIn(body.matter, known), 'whole')
  return accept({ purpose: 'answer', words, about: { contactId: params.contactId } })
}

const toldInOrder = async (tx: Tx, app: App, call: OrderCall): Promise<Decision<Matter>> => {
  const { actor, session, at, language, params, body } = call
  const doer = { actor, outsourced: session?.outsourced ?? false }
  const matter = await bareMatter(tx, app, params.orderId, { doer, language, at })
  if (!matter.ok) return matter
  const { words, steps, assignmentId } = matter.value
  if (words === null) return refuse({ code: 'model.confidential', clause: '20c' })
  const purpose = actor.scope === 'unit' ? 'reply' : 'answer'
  if (!steps.includes(purpose === 'reply' ? 'draft' : 'answer')) return refuse({ code: 'model.not-your-step', clause: '7-2' })
  if (purpose === 'answer' && body.quoted.length === 0) return refuse({ code: 'model.nothing-quoted', clause: '11-1' })
  return accept({ purpose, words, about: { orderId: params.orderId, assignmentId: purpose === 'reply' ? assignmentId : null } })
}

/** Puts what is to be asked on record. The model itself is asked when the person begins to read. */
const keep = async (tx: Tx, app: App, model: ModelPort, call: ContactCall | OrderCall, matter: Matter): Promise<Asked> => {
  const { actor, at, body } = call
  const today = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const items = []
  for (const { itemId, version } of body.quoted) {
    const item = await quotedItem(tx, itemId, version, today)
    if (!item.ok) return item
    items.push(item.value)
  }
  const { purpose, words, about } = matter
  const modelDraftId = await insertDraft(tx, app, {
    accountId: actor.accountId ?? '',
    purpose,
    about,
    at,
    model: model.name,
    quoted: items.map(({ itemId, version, title }) => ({ itemId, version, title })),
    prompt: promptOf(purpose, words, items),
  })
  const ofOrder = 'orderId' in about ? { orderId: about.orderId } : {}
  await writeAudit(tx, app, { action: 'model.ask', ...ofOrder, subjectIds: [modelDraftId], facts: [auditFacts[purpose]] })
  return accept({ modelDraftId })
}

const ask =
  <C extends ContactCall | OrderCall>(model: ModelPort | undefined, told: (tx: Tx, app: App, call: C) => Promise<Decision<Matter>>) =>
  async (call: C, app: App): Promise<Asked> => {
    if (model === undefined) return refuse({ code: 'model.off' })
    const done = await decideAs(app.database, call.actor, (tx) =>
      once(tx, call, async () => {
        const matter = await told(tx, app, call)
        return matter.ok ? keep(tx, app, model, call, matter.value) : matter
      }),
    )
    return done.ok ? accept(done.value.ids) : done
  }

export const askInContact = (model: ModelPort | undefined) => ask(model, toldInContact)
export const askOfOrder = (model: ModelPort | undefined) => ask(model, toldInOrder)
