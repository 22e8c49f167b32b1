import type { accountRoutes } from '@open12345/contract/account'
import type { RouteOutput } from '@open12345/contract/kernel'
import { parsePhone, type Phone } from '@open12345/domain/identity'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { disable, findAccount, insertAccount, updateAccount } from './accounts.ts'
import { endDeputies } from './grants.ts'
import { invite } from './invitations.ts'
import { presentOne } from './present.ts'

type Routes = typeof accountRoutes
type Invited = RouteOutput<Routes['createAccount']>
type View = RouteOutput<Routes['readAccount']>

export const viewOrRefusal = async (tx: Tx, app: App, accountId: string): Promise<Decision<View>> => {
  const view = await presentOne(tx, app, accountId)
  return view === undefined ? refuse({ code: 'account.not-found' }) : accept(view)
}

const inviteTo = async (tx: Tx, app: App, accountId: string): Promise<Invited> => {
  const { token, expiresAt } = await invite(tx, app, accountId)
  await writeAudit(tx, app, { action: 'account.invite', subjectIds: [accountId] })
  return { accountId, link: `/console/invitation?token=${token}`, expiresAt: expiresAt.toString() }
}

const readMobile = (text: string | undefined): Decision<Phone | undefined> => {
  if (text === undefined || text === '') return accept(undefined)
  const phone = parsePhone(text)
  return phone?.kind === 'mobile' ? accept(phone) : refuse({ code: 'account.contact-invalid' })
}

/** The person sets the password; whoever creates the account never knows it. A repeated command gives a new link, since the first is not kept. */
export const createAccount = (call: Call<Routes['createAccount']>, app: App): Promise<Decision<Invited>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const mobile = readMobile(call.body.mobile)
    if (!mobile.ok) return mobile
    const { login, name, outsourced } = call.body
    const made = await once(tx, call, async () => {
      const accountId = await insertAccount(tx, app, { login, name, outsourced, mobile: mobile.value })
      if (accountId === undefined) return refuse({ code: 'account.login-taken' })
      await writeAudit(tx, app, { action: 'account.create', subjectIds: [accountId], facts: outsourced ? ['outsourced'] : [] })
      return accept({ accountId })
    })
    return made.ok ? accept(await inviteTo(tx, app, made.value.ids.accountId)) : made
  })

export const correctAccount = (call: Call<Routes['updateAccount']>, app: App): Promise<Decision<View>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { accountId } = call.params
    const mobile = readMobile(call.body.mobile)
    if (!mobile.ok) return mobile
    await updateAccount(tx, app, accountId, {
      name: call.body.name,
      mobile: call.body.mobile === undefined ? undefined : (mobile.value ?? null),
    })
    await writeAudit(tx, app, { action: 'account.correct', subjectIds: [accountId] })
    return viewOrRefusal(tx, app, accountId)
  })

export const inviteAgain = (call: Call<Routes['inviteAgain']>, app: App): Promise<Decision<Invited>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const account = await findAccount(tx, call.params.accountId)
    if (account === undefined) return refuse({ code: 'account.not-found' })
    if (account.disabledAt !== null) return refuse({ code: 'account.disabled' })
    return accept(await inviteTo(tx, app, account.accountId))
  })

/** The account's sessions end with it, at their next request. */
export const disableAccount = (call: Call<Routes['disableAccount']>, app: App): Promise<Decision<View>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { accountId } = call.params
    if (accountId === call.actor.accountId) return refuse({ code: 'account.own-grant' })
    if (await disable(tx, accountId, call.at)) {
      await endDeputies(tx, call.at, { principalId: accountId, by: call.actor.accountId })
      await writeAudit(tx, app, { action: 'account.disable', subjectIds: [accountId] })
    }
    return viewOrRefusal(tx, app, accountId)
  })
