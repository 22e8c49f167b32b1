import type { AccountView } from '@open12345/contract/account'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { findAccount, type Account } from './accounts.ts'
import { grantsOf, type Grant } from './grants.ts'
import { enrolledOf } from './second-factor.ts'

const stateOf = ({ disabledAt, hasPassword }: Account): AccountView['state'] =>
  disabledAt !== null ? 'disabled' : hasPassword ? 'active' : 'invited'

const viewOf = (account: Account, grants: readonly Grant[], secondFactor: boolean): AccountView => ({
  accountId: account.accountId,
  login: account.login,
  name: account.name,
  outsourced: account.outsourced,
  mobile: account.mobileMask,
  state: stateOf(account),
  secondFactor,
  createdAt: account.createdAt.toString(),
  grants: grants.map(({ from, to, ...grant }) => ({ ...grant, from: from.toString(), to: to?.toString() ?? null })),
})

export const present = async (tx: Tx, app: App, accounts: readonly Account[]): Promise<AccountView[]> => {
  const ids = accounts.map(({ accountId }) => accountId)
  const grants = Map.groupBy(await grantsOf(tx, ids, app.clock.now()), ({ accountId }) => accountId)
  const enrolled = await enrolledOf(tx, ids)
  return accounts.map((account) => viewOf(account, grants.get(account.accountId) ?? [], enrolled.has(account.accountId)))
}

export const presentOne = async (tx: Tx, app: App, accountId: string): Promise<AccountView | undefined> => {
  const account = await findAccount(tx, accountId)
  return account && (await present(tx, app, [account]))[0]
}
