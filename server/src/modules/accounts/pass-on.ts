import { decideGrant } from '@open12345/domain/authority'
import type { App } from '../../app.ts'
import type { Tx } from '../../db/transaction.ts'
import { writeAudit } from '../audit/index.ts'
import { findAccount } from './accounts.ts'
import { endGrant, grantsIn, grantsOf, insertGrant, lockAccounts, type Grant } from './grants.ts'

type UnitEnds = {
  readonly unitId: string
  /** Who takes its people on; null where nobody does. */
  readonly successorId: string | null
  readonly at: Temporal.Instant
  /** Who decided it; undefined where a later day brings it about. */
  readonly by: string | undefined
  /** The decision that this follows from, for the audit. */
  readonly changeId: string
}

const alreadyHolds = (held: readonly Grant[], { role, to }: Grant, successorId: string): boolean =>
  held.some(
    (grant) =>
      grant.role === role &&
      grant.unitId === successorId &&
      grant.inForce &&
      grant.deputyFor === null &&
      (grant.to === null || (to !== null && Temporal.Instant.compare(grant.to, to) >= 0)),
  )

/** The same role for the same time, where it could be given to this person today; nobody stands in for a role that was not passed on. */
const passOn = async (tx: Tx, app: App, grant: Grant, successorId: string, { at, by, changeId }: UnitEnds): Promise<void> => {
  const account = await findAccount(tx, grant.accountId)
  const held = await grantsOf(tx, [grant.accountId], at)
  if (account === undefined || alreadyHolds(held, grant, successorId)) return
  const { accountId, role, deputyFor } = grant
  const from = Temporal.Instant.compare(grant.from, at) > 0 ? grant.from : at
  const to = grant.to ?? undefined
  const ofPrincipal = deputyFor === null ? [] : await grantsOf(tx, [deputyFor.accountId], at)
  const decision = decideGrant({
    role,
    from,
    to,
    now: at,
    toSelf: false,
    holder: { outsourced: account.outsourced, disabled: account.disabledAt !== null, roles: held.map((other) => other.role) },
    deputyFor:
      deputyFor === null
        ? undefined
        : {
            isHolder: false,
            disabled: false,
            grants: ofPrincipal
              .filter((own) => own.role === role && own.unitId === successorId && own.deputyFor === null)
              .map((own) => ({ from: own.from, to: own.to ?? undefined })),
          },
  })
  const facts = [role, successorId, `follows-${changeId}`]
  if (!decision.ok) return writeAudit(tx, app, { action: 'account.not-passed-on', subjectIds: [accountId], facts })
  const grantId = await insertGrant(tx, app, {
    accountId,
    role,
    unitId: successorId,
    from,
    to,
    grantedBy: by,
    deputyFor: deputyFor?.accountId,
  })
  await writeAudit(tx, app, { action: 'account.grant', subjectIds: [accountId, grantId], facts })
}

/**
 * The grants of a unit end with it; where it has a successor, each passes on to that one. An outsourced person's prohibitions and the separation
 * of roles are judged anew, and each grant has its audit record.
 * @clause 20-mechanism
 */
export const endGrantsOfUnit = async (tx: Tx, app: App, ends: UnitEnds): Promise<void> => {
  const { unitId, successorId, at, by, changeId } = ends
  await lockAccounts(
    tx,
    (await grantsIn(tx, unitId, at)).map(({ accountId }) => accountId),
  )
  const grants = await grantsIn(tx, unitId, at)
  for (const { accountId, grantId } of grants) {
    await endGrant(tx, at, { accountId, grantId, by })
    await writeAudit(tx, app, { action: 'account.revoke', subjectIds: [accountId, grantId], facts: [unitId, `follows-${changeId}`] })
  }
  if (successorId === null) return
  // Deputies last: what they stand in for has passed on by then.
  const own = grants.filter(({ deputyFor }) => deputyFor === null)
  const deputies = grants.filter(({ deputyFor }) => deputyFor !== null)
  for (const grant of [...own, ...deputies]) await passOn(tx, app, grant, successorId, ends)
}
