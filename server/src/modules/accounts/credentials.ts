import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'

export type Credential = {
  readonly accountId: string
  readonly login: string
  readonly name: string
  readonly outsourced: boolean
  readonly disabled: boolean
  readonly passwordHash: string
  readonly mustChange: boolean
}

const credentials = (tx: Tx) =>
  tx
    .selectFrom('account as a')
    .innerJoin('credential as c', (join) => join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.account_id', '=', 'a.account_id'))
    .select(['a.account_id', 'a.login', 'a.name', 'a.outsourced', 'a.disabled_at', 'c.password_hash', 'c.must_change'])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof credentials>['executeTakeFirst']>>>

const credentialOf = (row: Row | undefined): Credential | undefined =>
  row && {
    accountId: row.account_id,
    login: row.login,
    name: row.name,
    outsourced: row.outsourced,
    disabled: row.disabled_at !== null,
    passwordHash: row.password_hash,
    mustChange: row.must_change,
  }

export const credentialOfLogin = async (tx: Tx, login: string): Promise<Credential | undefined> =>
  credentialOf(await credentials(tx).where('a.login', '=', login).executeTakeFirst())

export const credentialOfAccount = async (tx: Tx, accountId: string): Promise<Credential | undefined> =>
  credentialOf(await credentials(tx).where('a.account_id', '=', accountId).executeTakeFirst())

/** Sessions begun under an older password are at an end with it. */
export const setPassword = async (
  tx: Tx,
  app: App,
  accountId: string,
  passwordHash: string,
  { mustChange = false }: { readonly mustChange?: boolean } = {},
): Promise<void> => {
  const fields = { password_hash: passwordHash, must_change: mustChange, changed_at: app.clock.now() }
  await tx
    .insertInto('credential')
    .values({ authority_id: app.config.authorityId, account_id: accountId, ...fields })
    .onConflict((conflict) => conflict.columns(['authority_id', 'account_id']).doUpdateSet(fields))
    .execute()
}
