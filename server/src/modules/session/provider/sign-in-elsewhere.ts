import type { LinkView, sessionRoutes } from '@open12345/contract/session'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { asActor, decideAs, type Tx } from '../../../db/transaction.ts'
import type { Call } from '../../../http/call.ts'
import { credentialOfAccount, factorState, grantsOf, type Credential } from '../../accounts/index.ts'
import { writeAudit } from '../../audit/index.ts'
import { subtreeOf } from '../../organisation/index.ts'
import { beginSession, isByPassword } from '../sessions.ts'
import { absoluteHours, sessionCookie } from '../token.ts'
import { sessionViewOf } from '../view.ts'
import { accountOfSubject, insertLink, linksOf } from './links.ts'
import { keepPending, takePending, type Pending } from './pending.ts'
import { findProvider, type Provider } from './providers.ts'
import { addressThere, subjectOf } from './remote.ts'

type Routes = typeof sessionRoutes
type Back = Call<Routes['finishElsewhere']>
const notSignedIn = refuse({ code: 'access.not-signed-in' })
const unknown = refuse({ code: 'session.provider-unknown' })

const enabledProvider = async (tx: Tx, app: App, providerId: string): Promise<Decision<Provider>> => {
  const provider = await findProvider(tx, app, providerId)
  return provider?.enabled === true ? accept(provider) : unknown
}

/** Linking is for who has shown the password in this session: a borrowed identity cannot bring a second one along. */
const mayLink = async (tx: Tx, app: App, call: Pick<Back, 'session' | 'cookie'>): Promise<Decision<string>> => {
  if (call.session === undefined) return notSignedIn
  if (!(await isByPassword(tx, app, call.cookie(sessionCookie) ?? ''))) return refuse({ code: 'session.password-needed' })
  return accept(call.session.accountId)
}

/** Roles that ask for a second factor are not reached this way, and a factor that somebody chose is not gone round. @clause 20-mechanism */
const judgePerson = async (tx: Tx, app: App, person: Credential, provider: Provider): Promise<Decision<null>> => {
  const view = await sessionViewOf(tx, app, person, { byPassword: false })
  const enrolled = (await factorState(tx, person.accountId)) === 'enrolled'
  if (enrolled || view.mustEnrolSecondFactor) return refuse({ code: 'session.provider-needs-code' })
  if (view.roles.length === 0 && !view.mustChangePassword) return refuse({ code: 'session.no-role' })
  const below = await subtreeOf(tx, [provider.unitId])
  const held = (await grantsOf(tx, [person.accountId], app.clock.now())).filter(({ inForce }) => inForce)
  return held.some(({ unitId }) => below.includes(unitId)) ? accept(null) : refuse({ code: 'session.provider-other-unit' })
}

export const beginElsewhere = async (call: Call<Routes['beginElsewhere']>, app: App): Promise<Decision<{ to: string }>> => {
  const { providerId, purpose } = call.body
  const actor = call.session?.actor ?? call.actor
  const begun = await decideAs(app.database, actor, async (tx) => {
    const provider = await enabledProvider(tx, app, providerId)
    if (!provider.ok) return provider
    const linking = purpose === 'link' ? await mayLink(tx, app, call) : accept(null)
    return linking.ok ? accept({ provider: provider.value, accountId: linking.value }) : linking
  })
  if (!begun.ok) return begun
  const secrets = keepPending(call, app, { providerId, purpose, accountId: begun.value.accountId })
  const address = await addressThere(app, begun.value.provider, secrets)
  return address.ok ? accept({ to: address.value }) : address
}

type Identified = { readonly provider: Provider; readonly subject: string }

const link = (call: Back, app: App, accountId: string, { provider, subject }: Identified): Promise<Decision<null>> =>
  decideAs(app.database, call.session?.actor ?? call.actor, async (tx) => {
    const mine = await mayLink(tx, app, call)
    if (!mine.ok) return mine
    if (mine.value !== accountId) return refuse({ code: 'session.provider-expired' })
    const person = await credentialOfAccount(tx, accountId)
    const judged = person === undefined ? notSignedIn : await judgePerson(tx, app, person, provider)
    if (!judged.ok) return judged
    if (!(await insertLink(tx, app, accountId, { providerId: provider.providerId, subject }))) return refuse({ code: 'session.link-taken' })
    await writeAudit(tx, app, { action: 'session.link', subjectIds: [provider.providerId] })
    return accept(null)
  })

const signInAs = async (call: Back, app: App, { provider, subject }: Identified): Promise<Decision<string>> => {
  const { providerId } = provider
  const accountId = await asActor(app.database, call.actor, (tx) => accountOfSubject(tx, app, { providerId, subject }))
  if (accountId === undefined) return refuse({ code: 'session.subject-unknown' })
  return decideAs(app.database, { ...call.actor, accountId }, async (tx) => {
    const person = await credentialOfAccount(tx, accountId)
    if (person === undefined || person.disabled) return refuse({ code: 'account.disabled' })
    const judged = await judgePerson(tx, app, person, provider)
    if (!judged.ok) return judged
    const token = await beginSession(tx, app, accountId, call.ip, providerId)
    await writeAudit(tx, app, { action: 'session.begin', subjectIds: [providerId], facts: ['elsewhere'] })
    return accept(token)
  })
}

const identified = async (call: Back, app: App, pending: Pending): Promise<Decision<Identified>> => {
  const provider = await asActor(app.database, call.actor, (tx) => enabledProvider(tx, app, pending.providerId))
  if (!provider.ok) return provider
  const subject = await subjectOf(app, provider.value, pending, call.body.query)
  return subject.ok ? accept({ provider: provider.value, subject: subject.value }) : subject
}

/** No account is made by itself: an identity that nobody has linked is refused. */
export const finishElsewhere = async (call: Back, app: App): Promise<Decision<{ purpose: 'sign-in' | 'link' }>> => {
  const pending = takePending(call, app)
  if (pending === undefined) return refuse({ code: 'session.provider-expired' })
  const who = await identified(call, app, pending)
  if (!who.ok) return who
  const { purpose, accountId } = pending
  if (purpose === 'link') {
    const linked = await link(call, app, accountId ?? '', who.value)
    return linked.ok ? accept({ purpose }) : linked
  }
  const begun = await signInAs(call, app, who.value)
  if (!begun.ok) return begun
  call.setCookie(sessionCookie, begun.value, { maxAgeSeconds: absoluteHours * 3600 })
  return accept({ purpose })
}

export const listOwnLinks = async ({ session }: Call<Routes['listOwnLinks']>, app: App): Promise<Decision<{ items: LinkView[] }>> =>
  session === undefined
    ? notSignedIn
    : accept({ items: await asActor(app.database, session.actor, (tx) => linksOf(tx, session.accountId)) })
