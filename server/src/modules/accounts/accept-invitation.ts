import type { accountRoutes } from '@open12345/contract/account'
import type { RouteOutput } from '@open12345/contract/kernel'
import { isStrongPassword } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { findAccount, insertAccount, isEmptySystem } from './accounts.ts'
import { setPassword } from './credentials.ts'
import { insertGrant } from './grants.ts'
import { redeem } from './invitations.ts'
import { hashPassword } from './password.ts'
import { ensureCentre } from '../organisation/index.ts'

type Routes = typeof accountRoutes
type Login = RouteOutput<Routes['acceptInvitation']>

const invalid = refuse({ code: 'account.invitation-invalid' })

const invitedAccount = async (tx: Tx, app: App, token: string) => {
  const redeemed = await redeem(tx, app, token)
  const account = redeemed === undefined || redeemed.accountId === null ? undefined : await findAccount(tx, redeemed.accountId)
  return account?.disabledAt === null ? account : undefined
}

/** A weak password leaves the link unused: the whole command is rolled back. */
export const acceptInvitation = async (call: Call<Routes['acceptInvitation']>, app: App): Promise<Decision<Login>> => {
  const { token, password } = call.body
  const hash = await hashPassword(password)
  return decideAs(app.database, call.actor, async (tx) => {
    const account = await invitedAccount(tx, app, token)
    if (account === undefined) return invalid
    if (!isStrongPassword(password, account.login)) return refuse({ code: 'account.password-weak' })
    await setPassword(tx, app, account.accountId, hash)
    await writeAudit(tx, app, { action: 'account.accept', subjectIds: [account.accountId] })
    return accept({ login: account.login })
  })
}

/**
 * The bearer of an empty system's link becomes its security administrator and nothing else: the other two administrators are other persons,
 * whom this one names.
 * @clause 20-mechanism
 */
export const setUpFirst = async (call: Call<Routes['setUpFirst']>, app: App): Promise<Decision<Login>> => {
  const { token, login, name, password } = call.body
  if (!isStrongPassword(password, login)) return refuse({ code: 'account.password-weak' })
  const hash = await hashPassword(password)
  return decideAs(app.database, call.actor, async (tx) => {
    const redeemed = await redeem(tx, app, token)
    if (redeemed?.accountId !== null || !(await isEmptySystem(tx))) return invalid
    const accountId = await insertAccount(tx, app, { login, name })
    if (accountId === undefined) return refuse({ code: 'account.login-taken' })
    await setPassword(tx, app, accountId, hash)
    await insertGrant(tx, app, { accountId, role: 'security-admin', unitId: await ensureCentre(tx, app), from: call.at })
    await writeAudit(tx, app, { action: 'account.first', subjectIds: [accountId] })
    return accept({ login })
  })
}
