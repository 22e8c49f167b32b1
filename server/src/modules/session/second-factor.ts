import type { RouteOutput } from '@open12345/contract/kernel'
import type { SessionView, sessionRoutes } from '@open12345/contract/session'
import { administrators, staffRoles } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import {
  beginFactor,
  credentialOfAccount,
  demonstrationCode,
  dropFactor,
  factorRoles,
  factorState,
  keepFactorRoles,
  useCode,
} from '../accounts/index.ts'
import { writeAudit } from '../audit/index.ts'
import { countAttempt, forgetFailures } from './failures.ts'
import { beginSession, endAllSessions, isByPassword } from './sessions.ts'
import { absoluteHours, sessionCookie } from './token.ts'
import { sessionViewOf } from './view.ts'

type Routes = typeof sessionRoutes
type Roles = RouteOutput<Routes['readSecondFactorRoles']>
const notSignedIn = refuse({ code: 'access.not-signed-in' })

/** What stands on the sign-in page of a demonstration, and nowhere else. */
export const readDemonstrationCode = async ({ query, actor }: Call<Routes['readDemonstrationCode']>, app: App) =>
  app.config.demonstration
    ? accept({ code: await asActor(app.database, actor, (tx) => demonstrationCode(tx, app, query.login.toLowerCase())) })
    : refuse({ code: 'access.not-entitled' })

/** Who came by an identity provider shows the password first: the factor is the password's second. @clause 20-mechanism */
export const beginSecondFactor = async ({ session, cookie }: Call<Routes['beginSecondFactor']>, app: App) => {
  if (session === undefined) return notSignedIn
  return decideAs(app.database, session.actor, async (tx) => {
    if (!(await isByPassword(tx, app, cookie(sessionCookie) ?? ''))) return refuse({ code: 'session.password-needed' })
    const person = await credentialOfAccount(tx, session.accountId)
    const begun = person === undefined ? undefined : await beginFactor(tx, app, person)
    return begun === undefined ? refuse({ code: 'session.factor-present' }) : accept(begun)
  })
}

/** Wrong codes count as failed sign-ins. A session that began without the factor is at an end with it. @clause 20-mechanism */
export const confirmSecondFactor = async (call: Call<Routes['confirmSecondFactor']>, app: App): Promise<Decision<SessionView>> => {
  const { session: signed, body, at } = call
  if (signed === undefined) return notSignedIn
  const person = await asActor(app.database, signed.actor, (tx) => credentialOfAccount(tx, signed.accountId))
  if (person === undefined) return notSignedIn
  const attempt = await asActor(app.database, signed.actor, (tx) => countAttempt(tx, app, person.login))
  if (attempt.locked) return refuse({ code: 'session.locked', facts: { minutes: attempt.minutes } })
  const begun = await decideAs(app.database, signed.actor, async (tx) => {
    if (!(await isByPassword(tx, app, call.cookie(sessionCookie) ?? ''))) return refuse({ code: 'session.password-needed' })
    const state = await factorState(tx, person.accountId)
    if (state !== 'begun') return refuse({ code: state === 'none' ? 'session.factor-not-begun' : 'session.factor-present' })
    if (!(await useCode(tx, app, person.accountId, body.code))) return refuse({ code: 'session.code-wrong' })
    await forgetFailures(tx, app, person.login)
    await endAllSessions(tx, person.accountId, at)
    await writeAudit(tx, app, { action: 'session.enrol-factor' })
    return accept({ token: await beginSession(tx, app, person.accountId, call.ip), view: await sessionViewOf(tx, app, person) })
  })
  if (!begun.ok) return begun
  call.setCookie(sessionCookie, begun.value.token, { maxAgeSeconds: absoluteHours * 3600 })
  return accept(begun.value.view)
}

/** For a lost phone: the person enrols anew at the next sign-in, and holds no role that asks for it until then. @clause 20-mechanism */
export const resetSecondFactor = ({ params, actor, at }: Call<Routes['resetSecondFactor']>, app: App): Promise<Decision<null>> =>
  decideAs(app.database, actor, async (tx) => {
    const { accountId } = params
    if (accountId === actor.accountId) return refuse({ code: 'account.own-grant' })
    if (!(await dropFactor(tx, accountId))) return refuse({ code: 'account.factor-none' })
    await endAllSessions(tx, accountId, at)
    await writeAudit(tx, app, { action: 'account.reset-factor', subjectIds: [accountId] })
    return accept(null)
  })

export const readSecondFactorRoles = ({ actor }: Call<Routes['readSecondFactorRoles']>, app: App): Promise<Decision<Roles>> =>
  asActor(app.database, actor, async (tx) => accept({ roles: [...(await factorRoles(tx, app))] }))

/** @clause 20-mechanism */
export const setSecondFactorRoles = ({ body, actor }: Call<Routes['setSecondFactorRoles']>, app: App): Promise<Decision<Roles>> =>
  decideAs(app.database, actor, async (tx) => {
    const roles = staffRoles.filter((role) => body.roles.includes(role))
    if (administrators.some((role) => !roles.includes(role))) return refuse({ code: 'account.factor-required' })
    await keepFactorRoles(tx, app, roles)
    await writeAudit(tx, app, { action: 'account.factor-roles', facts: roles })
    return accept({ roles: [...roles] })
  })
