import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'

export type Invitation = { readonly token: string; readonly expiresAt: Temporal.Instant }

const hours = { account: 72, first: 24 } as const
const hashOf = ({ keyring }: App, token: string): Buffer => keyring.keyedHash('invitation', token)

const unused = (accountId: string | null) => sql<boolean>`account_id is not distinct from ${accountId}::uuid and used_at is null`

/** A link that works once; an earlier one of the same account is at an end. `null`: the link of an empty system. Only a keyed hash is kept. */
export const invite = async (tx: Tx, app: App, accountId: string | null): Promise<Invitation> => {
  const now = app.clock.now()
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now.add({ hours: accountId === null ? hours.first : hours.account })
  await tx.updateTable('invitation').set({ used_at: now }).where(unused(accountId)).execute()
  await tx
    .insertInto('invitation')
    .values({
      authority_id: app.config.authorityId,
      token_hash: hashOf(app, token),
      account_id: accountId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  return { token, expiresAt }
}

/** Uses the link up: of two bearers at the same moment one gets an answer. `undefined`: not valid, used or expired. */
export const redeem = async (tx: Tx, app: App, token: string): Promise<{ readonly accountId: string | null } | undefined> => {
  const now = app.clock.now()
  const row = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(app, token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst()
  return row && { accountId: row.account_id }
}
