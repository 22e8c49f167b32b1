import type { accountRoutes } from '@open12345/contract/account'
import type { RouteOutput } from '@open12345/contract/kernel'
import { decideGrant, type Principal } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { holdUnit, isUnitInForce } from '../organisation/index.ts'
import { findAccount, findAccountOfLogin, type Account } from './accounts.ts'
import { endGrant, grantsOf, insertGrant, lockAccounts } from './grants.ts'
import { viewOrRefusal } from './manage-account.ts'

type Routes = typeof accountRoutes
type View = RouteOutput<Routes['grantRole']>

const judgedPrincipal = async (tx: Tx, account: Account, { body, params, at }: Call<Routes['grantRole']>): Promise<Principal> => {
  const held = await grantsOf(tx, [account.accountId], at)
  return {
    isHolder: account.accountId === params.accountId,
    disabled: account.disabledAt !== null,
    grants: held
      .filter(({ role, unitId, deputyFor }) => role === body.role && unitId === body.unitId && deputyFor === null)
      .map(({ from, to }) => ({ from, to: to ?? undefined })),
  }
}

type Both = { readonly account: Account; readonly principal: Account | undefined }

/** Read when nobody else decides about either of them any more. */
const lockedAccounts = async (tx: Tx, accountId: string, deputyFor: string | undefined): Promise<Decision<Both>> => {
  const named = deputyFor === undefined ? undefined : await findAccountOfLogin(tx, deputyFor)
  await lockAccounts(tx, [accountId, ...(named === undefined ? [] : [named.accountId])])
  const account = await findAccount(tx, accountId)
  const principal = named === undefined ? undefined : await findAccount(tx, named.accountId)
  const isMissing = account === undefined || (deputyFor !== undefined && principal === undefined)
  return isMissing ? refuse({ code: 'account.not-found' }) : accept({ account, principal })
}

type Decided = { readonly from: Temporal.Instant; readonly to: Temporal.Instant | undefined; readonly deputyFor: string | undefined }

const decide = async (tx: Tx, call: Call<Routes['grantRole']>): Promise<Decision<Decided>> => {
  const { role, unitId, from, to, deputyFor } = call.body
  // Before the accounts, as a merger takes them: else the two might wait for each other.
  await holdUnit(tx, unitId)
  const both = await lockedAccounts(tx, call.params.accountId, deputyFor)
  if (!both.ok) return both
  const { account, principal } = both.value
  if (!(await isUnitInForce(tx, unitId, call.at))) return refuse({ code: 'account.unit-unknown' })
  const period = {
    from: from === undefined ? call.at : Temporal.Instant.from(from),
    to: to === undefined ? undefined : Temporal.Instant.from(to),
  }
  const held = await grantsOf(tx, [account.accountId], call.at)
  const decision = decideGrant({
    role,
    ...period,
    now: call.at,
    toSelf: account.accountId === call.actor.accountId,
    holder: { outsourced: account.outsourced, disabled: account.disabledAt !== null, roles: held.map((grant) => grant.role) },
    deputyFor: principal === undefined ? undefined : await judgedPrincipal(tx, principal, call),
  })
  return decision.ok ? accept({ ...period, deputyFor: principal?.accountId }) : decision
}

/** @clause 20-mechanism */
export const grantRole = (call: Call<Routes['grantRole']>, app: App): Promise<Decision<View>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { accountId } = call.params
    const { role, unitId } = call.body
    const granted = await once(tx, call, async () => {
      const decision = await decide(tx, call)
      if (!decision.ok) return decision
      const grantId = await insertGrant(tx, app, { accountId, role, unitId, ...decision.value, grantedBy: call.actor.accountId })
      await writeAudit(tx, app, {
        action: 'account.grant',
        subjectIds: [accountId, grantId],
        facts: [role, unitId, ...(decision.value.deputyFor === undefined ? [] : [`deputy-for-${decision.value.deputyFor}`])],
      })
      return accept({ grantId })
    })
    return granted.ok ? viewOrRefusal(tx, app, accountId) : granted
  })

export const revokeRole = (call: Call<Routes['revokeRole']>, app: App): Promise<Decision<View>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { accountId, grantId } = call.params
    if (accountId === call.actor.accountId) return refuse({ code: 'account.own-grant' })
    await lockAccounts(tx, [accountId])
    if (!(await endGrant(tx, call.at, { accountId, grantId, by: call.actor.accountId }))) return refuse({ code: 'account.grant-not-found' })
    await writeAudit(tx, app, { action: 'account.revoke', subjectIds: [accountId, grantId] })
    return viewOrRefusal(tx, app, accountId)
  })
