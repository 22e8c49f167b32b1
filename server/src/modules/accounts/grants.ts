import type { StaffRole } from '@open12345/domain/authority'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import type { Tx } from '../../db/transaction.ts'

export type Grant = {
  readonly grantId: string
  readonly accountId: string
  readonly role: StaffRole
  readonly unitId: string
  readonly unitName: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
  readonly inForce: boolean
}

const notEnded = (at: Temporal.Instant) => sql<boolean>`(valid_to is null or valid_to > greatest(${at}::timestamptz, valid_from))`

/** Grants that have not ended, those yet to come included. */
export const grantsOf = (tx: Tx, accountIds: readonly string[], at: Temporal.Instant): Promise<Grant[]> =>
  tx
    .selectFrom('role_grant as g')
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'g.authority_id').onRef('u.unit_id', '=', 'g.unit_id'))
    .select([
      'g.grant_id as grantId',
      'g.account_id as accountId',
      'g.role',
      'g.unit_id as unitId',
      'u.name as unitName',
      'g.valid_from as from',
      'g.valid_to as to',
      sql<boolean>`app.grant_in_force(g, ${at}::timestamptz)`.as('inForce'),
    ])
    .where(sql<boolean>`g.account_id = any(${[...accountIds]}::uuid[])`)
    .where(notEnded(at))
    .orderBy('g.valid_from')
    .orderBy('g.role')
    .execute()

export type NewGrant = {
  readonly accountId: string
  readonly role: StaffRole
  readonly unitId: string
  readonly from: Temporal.Instant
  readonly to?: Temporal.Instant | undefined
  readonly grantedBy?: string | undefined
}

export const insertGrant = async (tx: Tx, app: App, grant: NewGrant): Promise<string> => {
  const grantId = newId(app.clock.now())
  await tx
    .insertInto('role_grant')
    .values({
      authority_id: app.config.authorityId,
      grant_id: grantId,
      account_id: grant.accountId,
      role: grant.role,
      unit_id: grant.unitId,
      valid_from: grant.from,
      valid_to: grant.to ?? null,
      granted_by: grant.grantedBy ?? null,
    })
    .execute()
  return grantId
}

/** Ends a grant at once; one that had not begun is as if it never were. False when there is none to end. */
export const endGrant = async (
  tx: Tx,
  at: Temporal.Instant,
  asked: { accountId: string; grantId: string; by: string | undefined },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('role_grant')
    .set({ valid_to: sql<Temporal.Instant>`greatest(${at}::timestamptz, valid_from)`, revoked_by: asked.by ?? null })
    .where('account_id', '=', asked.accountId)
    .where('grant_id', '=', asked.grantId)
    .where(notEnded(at))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
