import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'

export type Officer = { readonly unitId: string; readonly accountId: string; readonly name: string; readonly namedAt: Temporal.Instant }

/** Whoever was disabled, or holds nothing in the unit any more, is no officer of it, whatever stands in the table. */
const stillFit = (at: Temporal.Instant) => sql<boolean>`a.disabled_at is null and exists (
  select from role_grant g where g.authority_id = o.authority_id and g.account_id = o.account_id and app.grant_in_force(g, ${at}::timestamptz)
    and g.unit_id in (select app.unit_subtree(o.authority_id, array[o.unit_id])))`

const officers = (tx: Tx, at: Temporal.Instant) =>
  tx
    .selectFrom('security_officer as o')
    .innerJoin('account as a', (join) => join.onRef('a.authority_id', '=', 'o.authority_id').onRef('a.account_id', '=', 'o.account_id'))
    .select(['o.unit_id as unitId', 'o.account_id as accountId', 'a.name', 'o.named_at as namedAt'])
    .where('o.ended_at', 'is', null)
    .where(stillFit(at))
    .orderBy('o.unit_id')

export const allOfficers = (tx: Tx, at: Temporal.Instant): Promise<Officer[]> => officers(tx, at).execute()

/** The units whose security officer this person is now. */
export const officerUnits = async (tx: Tx, accountId: string, at: Temporal.Instant): Promise<readonly string[]> =>
  (await officers(tx, at).where('o.account_id', '=', accountId).execute()).map(({ unitId }) => unitId)

/** A unit has one; the one before ends. */
export const putOfficer = async (
  tx: Tx,
  app: App,
  { unitId, accountId, by }: { readonly unitId: string; readonly accountId: string; readonly by: string },
): Promise<void> => {
  const now = app.clock.now()
  await tx.updateTable('security_officer').set({ ended_at: now }).where('unit_id', '=', unitId).where('ended_at', 'is', null).execute()
  await tx
    .insertInto('security_officer')
    .values({ authority_id: app.config.authorityId, unit_id: unitId, account_id: accountId, named_by: by, named_at: now, ended_at: null })
    .execute()
}
