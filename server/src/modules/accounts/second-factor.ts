import { Secret, TOTP } from 'otpauth'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'

const context = (accountId: string): string => `second_factor/secret/${accountId}`
const period = 30

// What every authenticator knows: SHA-1, six digits, thirty seconds. A phone whose clock is off by half a minute is believed.
const generator = (app: App, secret: Secret, login = ''): TOTP =>
  new TOTP({ issuer: `12345 ${app.config.authorityId}`, label: login, secret, algorithm: 'SHA1', digits: 6, period })

const sealed = (app: App, accountId: string, secret: Secret) => {
  const { key, wrapped } = app.keyring.newDataKey()
  return { wrapped_key: wrapped, secret_sealed: app.keyring.seal(key, Buffer.from(secret.bytes), context(accountId)) }
}

type Kept = { readonly wrapped_key: Buffer; readonly secret_sealed: Buffer }
const opened = ({ keyring }: App, accountId: string, { wrapped_key: key, secret_sealed: bytes }: Kept): Secret =>
  Secret.fromHex(keyring.open(keyring.unwrap(key), bytes, context(accountId)).toString('hex'))

const find = (tx: Tx, accountId: string) =>
  tx.selectFrom('second_factor').selectAll().where('account_id', '=', accountId).executeTakeFirst()

/** A new key, not in force yet; one begun before is at an end. Answers undefined where one is in force. */
export const beginFactor = async (
  tx: Tx,
  app: App,
  { accountId, login }: { readonly accountId: string; readonly login: string },
): Promise<{ readonly secret: string; readonly uri: string } | undefined> => {
  const secret = new Secret({ size: 20 })
  const fields = { ...sealed(app, accountId, secret), begun_at: app.clock.now() }
  const row = await tx
    .insertInto('second_factor')
    .values({
      authority_id: app.config.authorityId,
      account_id: accountId,
      ...fields,
      confirmed_at: null,
      last_step: null,
      demonstration: false,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'account_id']).doUpdateSet(fields).where('second_factor.confirmed_at', 'is', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row === undefined ? undefined : { secret: secret.base32, uri: generator(app, secret, login).toString() }
}

/** Whether the code is right and was not used before; it is used up by asking. The first right one puts the factor in force. @clause 20-mechanism */
export const useCode = async (tx: Tx, app: App, accountId: string, code: string): Promise<boolean> => {
  const kept = await find(tx, accountId)
  if (kept === undefined) return false
  const now = app.clock.now()
  const timestamp = now.epochMilliseconds
  const delta = generator(app, opened(app, accountId, kept)).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return false
  const step = TOTP.counter({ period, timestamp }) + delta
  // A demonstration's account is shared by whoever tries it, at the same moment too.
  const { numUpdatedRows } = await tx
    .updateTable('second_factor')
    .set({ last_step: step, confirmed_at: kept.confirmed_at ?? now })
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('demonstration', '=', true), eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when there was none. */
export const dropFactor = async (tx: Tx, accountId: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom('second_factor').where('account_id', '=', accountId).executeTakeFirst()
  return numDeletedRows > 0n
}

export type FactorState = 'none' | 'begun' | 'enrolled'

export const factorState = async (tx: Tx, accountId: string): Promise<FactorState> => {
  const kept = await find(tx, accountId)
  if (kept === undefined) return 'none'
  return kept.confirmed_at === null ? 'begun' : 'enrolled'
}

/** Those of these accounts that have one in force. */
export const enrolledOf = async (tx: Tx, accountIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (accountIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('second_factor')
    .select('account_id')
    .where('account_id', 'in', accountIds)
    .where('confirmed_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ account_id: id }) => id))
}

/** The roles that ask for one. */
export const factorRoles = async (tx: Tx, app: App): Promise<readonly string[]> =>
  (await sql<{ roles: string[] }>`select app.second_factor_roles(${app.config.authorityId}) as roles`.execute(tx)).rows[0]?.roles ?? []

export const keepFactorRoles = async (tx: Tx, app: App, roles: readonly string[]): Promise<void> => {
  await tx
    .insertInto('second_factor_choice')
    .values({ authority_id: app.config.authorityId, roles })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet({ roles }))
    .execute()
}

/** Gives made-up people a factor whose codes the sign-in page shows. */
export const insertDemonstrationFactors = async (tx: Tx, app: App, accountIds: readonly string[]): Promise<void> => {
  if (accountIds.length === 0) return
  const now = app.clock.now()
  const rows = accountIds.map((accountId) => ({
    authority_id: app.config.authorityId,
    account_id: accountId,
    ...sealed(app, accountId, new Secret({ size: 20 })),
    begun_at: now,
    confirmed_at: now,
    last_step: null,
    demonstration: true,
  }))
  await tx.insertInto('second_factor').values(rows).execute()
}

/** The code of a demonstration account now; null for everybody else. */
export const demonstrationCode = async (tx: Tx, app: App, login: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('second_factor as f')
    .innerJoin('account as a', (join) => join.onRef('a.authority_id', '=', 'f.authority_id').onRef('a.account_id', '=', 'f.account_id'))
    .select(['f.account_id', 'f.wrapped_key', 'f.secret_sealed'])
    .where('a.login', '=', login)
    .where('f.demonstration', '=', true)
    .executeTakeFirst()
  if (row === undefined) return null
  return generator(app, opened(app, row.account_id, row)).generate({ timestamp: app.clock.now().epochMilliseconds })
}
