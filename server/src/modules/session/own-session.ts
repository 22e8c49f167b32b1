import type { RouteOutput } from '@open12345/contract/kernel'
import type { SessionView, sessionRoutes } from '@open12345/contract/session'
import { isStrongPassword } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor } from '../../db/transaction.ts'
import type { Signed } from '../../http/access.ts'
import type { Asking, Call } from '../../http/call.ts'
import { credentialOfAccount, hashPassword, matchesPassword, setPassword, type Credential } from '../accounts/index.ts'
import { writeAudit } from '../audit/index.ts'
import { beginSession, endAllSessions, endSession, endSessionOfToken, isByPassword, openSessions } from './sessions.ts'
import { countAttempt, forgetFailures } from './failures.ts'
import { absoluteHours, sessionCookie, tokenHash } from './token.ts'
import { sessionViewOf } from './view.ts'

type Routes = typeof sessionRoutes
const notSignedIn = refuse({ code: 'access.not-signed-in' })

// These routes are public to the border, so that a person without any role in force can still look, change a password and leave.
const signedIn = (call: Asking): Signed | undefined => call.session

const personOf = async (app: App, signed: Signed): Promise<Credential> => {
  const person = await asActor(app.database, signed.actor, (tx) => credentialOfAccount(tx, signed.accountId))
  if (person === undefined) throw new Error('a session without a credential')
  return person
}

export const readSession = async (call: Call<Routes['readSession']>, app: App): Promise<Decision<SessionView>> => {
  const signed = signedIn(call)
  if (signed === undefined) return notSignedIn
  const person = await personOf(app, signed)
  return accept(
    await asActor(app.database, signed.actor, async (tx) =>
      sessionViewOf(tx, app, person, { byPassword: await isByPassword(tx, app, call.cookie(sessionCookie) ?? '') }),
    ),
  )
}

/** Always succeeds: who is signed out already wanted just that. */
export const signOut = async (call: Call<Routes['signOut']>, app: App): Promise<Decision<null>> => {
  const token = call.cookie(sessionCookie)
  const actor = call.session?.actor ?? call.actor
  if (token !== undefined)
    await asActor(app.database, actor, async (tx) => {
      if ((await endSessionOfToken(tx, app, token)) !== undefined) await writeAudit(tx, app, { action: 'session.end' })
    })
  call.clearCookie(sessionCookie)
  return accept(null)
}

const judgeChange = async (
  { current, next }: { readonly current: string; readonly next: string },
  person: Credential,
): Promise<Decision<string>> => {
  if (!(await matchesPassword(current, person.passwordHash))) return refuse({ code: 'session.wrong-password' })
  if (next === current) return refuse({ code: 'account.password-same' })
  if (!isStrongPassword(next, person.login)) return refuse({ code: 'account.password-weak' })
  return accept(await hashPassword(next))
}

/** Ends every session of the account and begins a new one here. Wrong guesses of the present password count as failed sign-ins. */
export const changePassword = async (call: Call<Routes['changePassword']>, app: App): Promise<Decision<SessionView>> => {
  const signed = signedIn(call)
  if (signed === undefined) return notSignedIn
  const person = await personOf(app, signed)
  const attempt = await asActor(app.database, signed.actor, (tx) => countAttempt(tx, app, person.login))
  if (attempt.locked) return refuse({ code: 'session.locked', facts: { minutes: attempt.minutes } })
  const hash = await judgeChange(call.body, person)
  if (!hash.ok) return hash
  const { token, view } = await asActor(app.database, signed.actor, async (tx) => {
    await forgetFailures(tx, app, person.login)
    await setPassword(tx, app, person.accountId, hash.value)
    await endAllSessions(tx, person.accountId, call.at)
    await writeAudit(tx, app, { action: 'session.change-password' })
    return {
      token: await beginSession(tx, app, person.accountId, call.ip),
      view: await sessionViewOf(tx, app, { ...person, mustChange: false }),
    }
  })
  call.setCookie(sessionCookie, token, { maxAgeSeconds: absoluteHours * 3600 })
  return accept(view)
}

export const listSessions = async (
  call: Call<Routes['listSessions']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['listSessions']>>> => {
  const signed = signedIn(call)
  if (signed === undefined) return notSignedIn
  const here = tokenHash(app, call.cookie(sessionCookie) ?? '')
  const sessions = await asActor(app.database, signed.actor, (tx) => openSessions(tx, signed.accountId, call.at))
  return accept({
    items: sessions.map(({ sessionId, address, createdAt, seenAt, tokenHash: hash }) => ({
      sessionId,
      address,
      createdAt: createdAt.toString(),
      seenAt: seenAt.toString(),
      current: hash.equals(here),
    })),
  })
}

export const endOwnSession = async (call: Call<Routes['endSession']>, app: App): Promise<Decision<null>> => {
  const signed = signedIn(call)
  if (signed === undefined) return notSignedIn
  return asActor(app.database, signed.actor, async (tx) => {
    if (!(await endSession(tx, signed.accountId, call.params.sessionId, call.at))) return refuse({ code: 'session.not-found' })
    await writeAudit(tx, app, { action: 'session.end', subjectIds: [call.params.sessionId] })
    return accept(null)
  })
}
