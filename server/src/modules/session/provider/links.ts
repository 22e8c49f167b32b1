import type { LinkView } from '@open12345/contract/session'
import type { App } from '../../../app.ts'
import { newId } from '../../../db/ids.ts'
import type { Tx } from '../../../db/transaction.ts'

type Identity = { readonly providerId: string; readonly subject: string }

/** Whose account it is; the use is noted. */
export const accountOfSubject = async (tx: Tx, app: App, { providerId, subject }: Identity): Promise<string | undefined> =>
  (
    await tx
      .updateTable('sign_in_link')
      .set({ last_used_at: app.clock.now() })
      .where('provider_id', '=', providerId)
      .where('subject', '=', subject)
      .returning('account_id')
      .executeTakeFirst()
  )?.account_id

/** False where somebody else has the identity, or the account another one there. */
export const insertLink = async (tx: Tx, app: App, accountId: string, { providerId, subject }: Identity): Promise<boolean> => {
  const now = app.clock.now()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_in_link')
    .values({
      authority_id: app.config.authorityId,
      link_id: newId(now),
      provider_id: providerId,
      subject,
      account_id: accountId,
      linked_at: now,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const linksOf = async (tx: Tx, accountId: string): Promise<LinkView[]> => {
  const rows = await tx
    .selectFrom('sign_in_link as l')
    .innerJoin('identity_provider as p', (join) =>
      join.onRef('p.authority_id', '=', 'l.authority_id').onRef('p.provider_id', '=', 'l.provider_id'),
    )
    .select(['l.link_id', 'l.provider_id', 'p.name', 'l.linked_at', 'l.last_used_at'])
    .where('l.account_id', '=', accountId)
    .orderBy('p.name')
    .execute()
  return rows.map((row) => ({
    linkId: row.link_id,
    providerId: row.provider_id,
    providerName: row.name,
    linkedAt: row.linked_at.toString(),
    lastUsedAt: row.last_used_at?.toString() ?? null,
  }))
}

/** Answers the provider whose link it was. */
export const deleteLink = async (tx: Tx, accountId: string, linkId: string): Promise<string | undefined> =>
  (
    await tx
      .deleteFrom('sign_in_link')
      .where('account_id', '=', accountId)
      .where('link_id', '=', linkId)
      .returning('provider_id')
      .executeTakeFirst()
  )?.provider_id
