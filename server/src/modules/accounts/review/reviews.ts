import { sql } from 'kysely'
import type { App } from '../../../app.ts'
import type { Tx } from '../../../db/transaction.ts'

export type UnitGrant = {
  readonly grantId: string
  readonly accountId: string
  readonly accountName: string
  readonly login: string
  readonly role: string
  readonly unitId: string
  readonly unitName: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
  readonly deputyFor: string | null
}

/** Grants of people who are not disabled, that have not ended: those yet to come included. */
export const unendedGrants = (tx: Tx, at: Temporal.Instant) =>
  tx
    .selectFrom('role_grant as g')
    .innerJoin('account as a', (join) => join.onRef('a.authority_id', '=', 'g.authority_id').onRef('a.account_id', '=', 'g.account_id'))
    .innerJoin('unit as u', (join) => join.onRef('u.authority_id', '=', 'g.authority_id').onRef('u.unit_id', '=', 'g.unit_id'))
    .leftJoin('account as d', (join) => join.onRef('d.authority_id', '=', 'g.authority_id').onRef('d.account_id', '=', 'g.deputy_for'))
    .select([
      'g.grant_id as grantId',
      'g.account_id as accountId',
      'a.name as accountName',
      'a.login',
      'g.role',
      'g.unit_id as unitId',
      'u.name as unitName',
      'g.valid_from as from',
      'g.valid_to as to',
      'd.name as deputyFor',
    ])
    .where('a.disabled_at', 'is', null)
    .where(sql<boolean>`(g.valid_to is null or g.valid_to > greatest(${at}::timestamptz, g.valid_from))`)
    .orderBy('u.name')
    .orderBy('a.name')
    .orderBy('g.role')

export const grantsBelow = (tx: Tx, unitId: string, at: Temporal.Instant): Promise<UnitGrant[]> =>
  unendedGrants(tx, at)
    .where(sql<boolean>`g.unit_id in (select app.unit_subtree(app.authority(), array[${unitId}]::text[]))`)
    .execute()

export const signedReviews = (tx: Tx, quarters: readonly string[]) =>
  tx
    .selectFrom('access_review')
    .select(['unit_id as unitId', 'quarter', 'signed_at as signedAt'])
    .where('quarter', 'in', quarters)
    .execute()

export type SignedReview = {
  readonly unitId: string
  readonly quarter: string
  readonly accountId: string
  readonly sentence: string
  readonly verdicts: readonly { readonly grantId: string; readonly verdict: 'keep' | 'revoke' }[]
}

/** False where somebody signed it in the same moment. */
export const insertReview = async (tx: Tx, app: App, review: SignedReview): Promise<boolean> => {
  const of = { authority_id: app.config.authorityId, unit_id: review.unitId, quarter: review.quarter }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('access_review')
    .values({ ...of, account_id: review.accountId, sentence: review.sentence, signed_at: app.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const verdicts = review.verdicts.map(({ grantId, verdict }) => ({ ...of, grant_id: grantId, verdict }))
  if (verdicts.length > 0) await tx.insertInto('access_review_verdict').values(verdicts).execute()
  return true
}

/** What officers asked to be revoked and nobody has yet, with the unit of the review. */
export const askedToRevoke = (tx: Tx, at: Temporal.Instant) =>
  unendedGrants(tx, at)
    .innerJoin('access_review_verdict as v', (join) =>
      join.onRef('v.authority_id', '=', 'g.authority_id').onRef('v.grant_id', '=', 'g.grant_id'),
    )
    .select('v.unit_id as reviewedUnitId')
    .where('v.verdict', '=', 'revoke')
    .execute()
