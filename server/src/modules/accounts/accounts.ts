import { maskPhone, type Phone } from '@open12345/domain/identity'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

export type Account = {
  readonly accountId: string
  readonly login: string
  readonly name: string
  readonly outsourced: boolean
  readonly mobileMask: string | null
  readonly createdAt: Temporal.Instant
  readonly disabledAt: Temporal.Instant | null
  readonly hasPassword: boolean
}

const accounts = (tx: Tx) =>
  tx
    .selectFrom('account as a')
    .leftJoin('credential as c', (join) => join.onRef('c.authority_id', '=', 'a.authority_id').onRef('c.account_id', '=', 'a.account_id'))
    .select((eb) => [
      'a.account_id as accountId',
      'a.login',
      'a.name',
      'a.outsourced',
      'a.mobile_mask as mobileMask',
      'a.created_at as createdAt',
      'a.disabled_at as disabledAt',
      eb('c.account_id', 'is not', null).$castTo<boolean>().as('hasPassword'),
    ])

export const findAccount = (tx: Tx, accountId: string): Promise<Account | undefined> =>
  accounts(tx).where('a.account_id', '=', accountId).executeTakeFirst()

export const findAccountOfLogin = (tx: Tx, login: string): Promise<Account | undefined> =>
  accounts(tx).where('a.login', '=', login).executeTakeFirst()

export const accountsAfter = (tx: Tx, login: string | undefined, limit: number): Promise<Account[]> => {
  const all = accounts(tx).orderBy('a.login').limit(limit)
  return (login === undefined ? all : all.where('a.login', '>', login)).execute()
}

/** Names for lists and timelines; who is not known is missing. */
export const namesOf = async (tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (accountIds.length === 0) return new Map()
  const rows = await tx.selectFrom('account').select(['account_id', 'name']).where('account_id', 'in', accountIds).execute()
  return new Map(rows.map(({ account_id: id, name }) => [id, name]))
}

/** Whoever works for the unit now and whose name stands in these words. */
export const namedInUnit = async (tx: Tx, unitId: string, text: string, at: Temporal.Instant): Promise<readonly string[]> => {
  const { rows } = await sql<{ account_id: string }>`
    select distinct a.account_id
    from account a join role_grant g on g.authority_id = a.authority_id and g.account_id = a.account_id
    where a.authority_id = app.authority() and g.unit_id = ${unitId} and app.grant_in_force(g, ${at}::timestamptz) and a.disabled_at is null
      and length(a.name) > 1 and position(a.name in ${text}) > 0`.execute(tx)
  return rows.map(({ account_id: id }) => id)
}

export const isEmptySystem = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('account').select('account_id').limit(1).executeTakeFirst()) === undefined

export type NewAccount = {
  readonly login: string
  readonly name: string
  readonly outsourced?: boolean
  readonly mobile?: Phone | undefined
}

const mobileContext = (accountId: string): string => `account/mobile/${accountId}`

const sealMobile = ({ keyring }: App, accountId: string, mobile: Phone | undefined) => {
  if (mobile === undefined) return { mobile_key: null, mobile_sealed: null, mobile_mask: null }
  const { key, wrapped } = keyring.newDataKey()
  const sealed = keyring.seal(key, Buffer.from(mobile.digits), mobileContext(accountId))
  return { mobile_key: wrapped, mobile_sealed: sealed, mobile_mask: maskPhone(mobile) }
}

/** `undefined`: the login is taken. */
export const insertAccount = async (
  tx: Tx,
  app: App,
  { login, name, outsourced = false, mobile }: NewAccount,
): Promise<string | undefined> => {
  const now = app.clock.now()
  const accountId = newId(now)
  const row = await tx
    .insertInto('account')
    .values({
      authority_id: app.config.authorityId,
      account_id: accountId,
      login,
      name,
      outsourced,
      created_at: now,
      ...sealMobile(app, accountId, mobile),
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'login']).doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}

/** What is not given stays; `mobile: null` takes the number away. */
export const updateAccount = async (
  tx: Tx,
  app: App,
  accountId: string,
  { name, mobile }: { readonly name: string | undefined; readonly mobile: Phone | null | undefined },
): Promise<void> => {
  const fields = {
    ...(name === undefined ? {} : { name }),
    ...(mobile === undefined ? {} : sealMobile(app, accountId, mobile ?? undefined)),
  }
  if (Object.keys(fields).length > 0) await tx.updateTable('account').set(fields).where('account_id', '=', accountId).execute()
}

/** False when there is none, or it is disabled already. */
export const disable = async (tx: Tx, accountId: string, at: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ disabled_at: at })
    .where('account_id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
