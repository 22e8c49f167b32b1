import type { SessionView, sessionRoutes } from '@open12345/contract/session'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { asActor, decideAs } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { credentialOfLogin, factorState, matchesPassword, useCode, type Credential } from '../accounts/index.ts'
import { writeAudit } from '../audit/index.ts'
import { countAttempt, forgetFailures } from './failures.ts'
import { beginSession } from './sessions.ts'
import { absoluteHours, sessionCookie } from './token.ts'
import { sessionViewOf } from './view.ts'

type SignIn = Call<(typeof sessionRoutes)['signIn']>
type Begun = { readonly token: string; readonly view: SessionView }

const begin = (call: SignIn, app: App, login: string, person: Credential): Promise<Decision<Begun>> =>
  decideAs(app.database, { ...call.actor, accountId: person.accountId }, async (tx) => {
    if ((await factorState(tx, person.accountId)) === 'enrolled') {
      const { code } = call.body
      if (code === undefined) return refuse({ code: 'session.code-needed' })
      if (!(await useCode(tx, app, person.accountId, code))) return refuse({ code: 'session.code-wrong' })
    }
    await forgetFailures(tx, app, login)
    const view = await sessionViewOf(tx, app, person)
    if (view.roles.length === 0 && !view.mustChangePassword && !view.mustEnrolSecondFactor) return refuse({ code: 'session.no-role' })
    const token = await beginSession(tx, app, person.accountId, call.ip)
    await writeAudit(tx, app, { action: 'session.begin' })
    return accept({ token, view })
  })

/**
 * The same answer after the same work for an unknown login, a wrong password and a disabled account. Three short transactions, because
 * deriving the key takes longer than a connection should be held.
 */
export const signIn = async (call: SignIn, app: App): Promise<Decision<SessionView>> => {
  const login = call.body.login.toLowerCase()
  const { attempt, person } = await asActor(app.database, call.actor, async (tx) => ({
    attempt: await countAttempt(tx, app, login),
    person: await credentialOfLogin(tx, login),
  }))
  if (attempt.locked) return refuse({ code: 'session.locked', facts: { minutes: attempt.minutes } })
  const matches = await matchesPassword(call.body.password, person?.passwordHash)
  if (!matches || person === undefined || person.disabled) return refuse({ code: 'session.wrong-credentials' })

  const begun = await begin(call, app, login, person)
  if (!begun.ok) return begun
  call.setCookie(sessionCookie, begun.value.token, { maxAgeSeconds: absoluteHours * 3600 })
  return accept(begun.value.view)
}
