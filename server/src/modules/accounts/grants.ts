import type { StaffRole } from '@open12345/domain/authority'
import { sql, type RawBuilder } from 'kysely'
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
  readonly deputyFor: { readonly accountId: string; readonly name: string } | null
}

const notEnded = (at: Temporal.Instant) => sql<boolean>`(valid_to is null or valid_to > greatest(${at}::timestamptz, valid_from))`

/**
 * Two grants to one person at the same moment are judged one after the other, else each would find the other's absence compatible; and nobody
 * becomes the deputy of a role that is being revoked. In one order, so that two who wait for each other do not wait for ever.
 */
export const lockAccounts = (tx: Tx, accountIds: readonly string[]) =>
  sql`select from account where account_id = any(${[...accountIds]}::uuid[]) order by account_id for update`.execute(tx)

const grantsWhere = async (tx: Tx, at: Temporal.Instant, condition: RawBuilder<boolean>): Promise<Grant[]> => {
  const rows = await tx
    .selectFrom('role_grant as g')
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'g.authority_id').onRef('u.unit_id', '=', 'g.unit_id'))
    .leftJoin('account as d', (join) => join.onRef('d.authority_id', '=', 'g.authority_id').onRef('d.account_id', '=', 'g.deputy_for'))
    .select([
      'g.grant_id as grantId',
      'g.account_id as accountId',
      'g.role',
      'g.unit_id as unitId',
      'u.name as unitName',
      'g.valid_from as from',
      'g.valid_to as to',
      sql<boolean>`app.grant_in_force(g, ${at}::timestamptz)`.as('inForce'),
      'g.deputy_for as principalId',
      'd.name as principalName',
    ])
    .where(condition)
    .where(notEnded(at))
    .orderBy('g.valid_from')
    .orderBy('g.role')
    .execute()
  return rows.map(({ principalId, principalName, ...grant }) => ({
    ...grant,
    deputyFor: principalId === null ? null : { accountId: principalId, name: principalName ?? '' },
  }))
}

/** Grants that have not ended, those yet to come included. */
export const grantsOf = (tx: Tx, accountIds: readonly string[], at: Temporal.Instant): Promise<Grant[]> =>
  grantsWhere(tx, at, sql<boolean>`g.account_id = any(${[...accountIds]}::uuid[])`)

/** Of one unit, and of none below it. */
export const grantsIn = (tx: Tx, unitId: string, at: Temporal.Instant): Promise<Grant[]> =>
  grantsWhere(tx, at, sql<boolean>`g.unit_id = ${unitId}`)

export type NewGrant = {
  readonly accountId: string
  readonly role: StaffRole
  readonly unitId: string
  readonly from: Temporal.Instant
  readonly to?: Temporal.Instant | undefined
  readonly grantedBy?: string | undefined
  readonly deputyFor?: string | undefined
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
      deputy_for: grant.deputyFor ?? null,
    })
    .execute()
  return grantId
}

const ended = (at: Temporal.Instant, by: string | undefined) => ({
  valid_to: sql<Temporal.Instant>`greatest(${at}::timestamptz, valid_from)`,
  revoked_by: by ?? null,
})

type Ended = {
  readonly principalId: string
  readonly of?: { readonly role: StaffRole; readonly unitId: string }
  readonly by: string | undefined
}

/** Nobody stands in for what somebody does not hold any more; without `of`, for nothing of theirs. @clause 7-1 */
export const endDeputies = async (tx: Tx, at: Temporal.Instant, { principalId, of, by }: Ended): Promise<void> => {
  const theirs = tx.updateTable('role_grant').set(ended(at, by)).where('deputy_for', '=', principalId).where(notEnded(at))
  await (of === undefined ? theirs : theirs.where('role', '=', of.role).where('unit_id', '=', of.unitId)).execute()
}

/** Ends a grant at once, with those of its deputies; one that had not begun is as if it never were. False when there is none to end. */
export const endGrant = async (
  tx: Tx,
  at: Temporal.Instant,
  asked: { accountId: string; grantId: string; by: string | undefined },
): Promise<boolean> => {
  const row = await tx
    .updateTable('role_grant')
    .set(ended(at, asked.by))
    .where('account_id', '=', asked.accountId)
    .where('grant_id', '=', asked.grantId)
    .where(notEnded(at))
    .returning(['role', 'unit_id', 'deputy_for'])
    .executeTakeFirst()
  if (row?.deputy_for === null)
    await endDeputies(tx, at, { principalId: asked.accountId, of: { role: row.role, unitId: row.unit_id }, by: asked.by })
  return row !== undefined
}
