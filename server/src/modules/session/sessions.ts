import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { newId } from '../../db/ids.ts'
import { asActor, type Tx } from '../../db/transaction.ts'
import { lockMinutes } from './failures.ts'
import { absoluteHours, idleMinutes, newToken, tokenHash } from './token.ts'

/** Begins a session and answers the cookie's value, which is kept nowhere. */
export const beginSession = async (tx: Tx, app: App, accountId: string, address: string, providerId?: string): Promise<string> => {
  const now = app.clock.now()
  const token = newToken()
  await tx
    .insertInto('session')
    .values({
      authority_id: app.config.authorityId,
      session_id: newId(now),
      token_hash: tokenHash(app, token),
      account_id: accountId,
      address,
      created_at: now,
      seen_at: now,
      expires_at: now.add({ hours: absoluteHours }),
      provider_id: providerId ?? null,
    })
    .execute()
  return token
}

const open = (tx: Tx, accountId: string) => tx.updateTable('session').where('account_id', '=', accountId).where('ended_at', 'is', null)

export const endAllSessions = async (tx: Tx, accountId: string, at: Temporal.Instant): Promise<void> => {
  await open(tx, accountId).set({ ended_at: at }).execute()
}

/** Those that began at an identity provider; of one account, or of all. */
export const endSessionsOfProvider = async (
  tx: Tx,
  { providerId, accountId }: { readonly providerId: string; readonly accountId?: string },
  at: Temporal.Instant,
): Promise<void> => {
  const begun = tx.updateTable('session').set({ ended_at: at }).where('provider_id', '=', providerId).where('ended_at', 'is', null)
  await (accountId === undefined ? begun : begun.where('account_id', '=', accountId)).execute()
}

export const isByPassword = async (tx: Tx, app: App, token: string): Promise<boolean> => {
  const found = await tx.selectFrom('session').select('provider_id').where('token_hash', '=', tokenHash(app, token)).executeTakeFirst()
  return found?.provider_id === null
}

/** False when the account has no such open session. */
export const endSession = async (tx: Tx, accountId: string, sessionId: string, at: Temporal.Instant): Promise<boolean> => {
  const { numUpdatedRows } = await open(tx, accountId).where('session_id', '=', sessionId).set({ ended_at: at }).executeTakeFirst()
  return numUpdatedRows > 0n
}

export const endSessionOfToken = async (tx: Tx, app: App, token: string): Promise<string | undefined> => {
  const row = await tx
    .updateTable('session')
    .set({ ended_at: app.clock.now() })
    .where('token_hash', '=', tokenHash(app, token))
    .where('ended_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}

export type OwnSession = {
  readonly sessionId: string
  readonly address: string
  readonly createdAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly tokenHash: Buffer
}

export const openSessions = (tx: Tx, accountId: string, at: Temporal.Instant): Promise<OwnSession[]> =>
  tx
    .selectFrom('session as s')
    .innerJoin('credential as c', (join) => join.onRef('c.authority_id', '=', 's.authority_id').onRef('c.account_id', '=', 's.account_id'))
    .select(['s.session_id as sessionId', 's.address', 's.created_at as createdAt', 's.seen_at as seenAt', 's.token_hash as tokenHash'])
    .where('s.account_id', '=', accountId)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', at)
    .where('s.seen_at', '>', at.subtract({ minutes: idleMinutes }))
    .whereRef('s.created_at', '>=', 'c.changed_at')
    .orderBy('s.created_at', 'desc')
    .execute()

const keptDays = 30

/** Ended sessions are kept a month for questions; counted failures no longer than they lock, since anybody can make them. */
export const sweepSessions = (app: App): Promise<void> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const now = app.clock.now()
    await tx
      .deleteFrom('session')
      .where('expires_at', '<', now.subtract({ hours: 24 * keptDays }))
      .execute()
    await tx
      .deleteFrom('sign_in_failure')
      .where('failed_at', '<=', now.subtract({ minutes: lockMinutes }))
      .execute()
  })
