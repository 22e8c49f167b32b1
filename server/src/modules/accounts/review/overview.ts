import type { UnitReview, accountRoutes } from '@open12345/contract/account'
import { quarterBefore } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { asActor, decideAs, type Tx } from '../../../db/transaction.ts'
import type { Call } from '../../../http/call.ts'
import { writeAudit } from '../../audit/index.ts'
import { isUnitInForce, subtreeOf } from '../../organisation/index.ts'
import { findAccountOfLogin } from '../accounts.ts'
import { grantsOf } from '../grants.ts'
import { allOfficers, putOfficer, type Officer } from './officers.ts'
import { askedToRevoke, signedReviews, unendedGrants } from './reviews.ts'
import { quarterAt } from './sign-review.ts'

type Routes = typeof accountRoutes
const zone = 'Asia/Shanghai'

type Facts = {
  readonly officer: Officer | undefined
  readonly signedNow: boolean
  readonly signedBefore: boolean
  readonly quarterFrom: Temporal.Instant
}
/** Whoever was named only in this quarter owes nothing for the one before. */
const stateOf = ({ officer, signedNow, signedBefore, quarterFrom }: Facts): UnitReview['state'] => {
  if (officer === undefined) return 'no-officer'
  if (signedNow) return 'signed'
  return !signedBefore && Temporal.Instant.compare(officer.namedAt, quarterFrom) < 0 ? 'overdue' : 'due'
}

const unitsWithGrants = async (tx: Tx, at: Temporal.Instant): Promise<ReadonlyMap<string, string>> =>
  new Map((await unendedGrants(tx, at).execute()).map(({ unitId, unitName }) => [unitId, unitName]))

export const listReviews = ({ actor, at }: Call<Routes['listReviews']>, app: App): Promise<Decision<{ items: UnitReview[] }>> =>
  asActor(app.database, actor, async (tx) => {
    const now = quarterAt(at)
    const before = quarterBefore(now)
    const officers = new Map((await allOfficers(tx, at)).map((officer) => [officer.unitId, officer]))
    const signed = await signedReviews(tx, [now.name, before.name])
    const asked = Map.groupBy(await askedToRevoke(tx, at), ({ reviewedUnitId }) => reviewedUnitId)
    const signedOf = (unitId: string, quarter: string) => signed.find((review) => review.unitId === unitId && review.quarter === quarter)
    const items = [...(await unitsWithGrants(tx, at))].map(([unitId, unitName]): UnitReview => {
      const officer = officers.get(unitId)
      const review = signedOf(unitId, now.name)
      return {
        unitId,
        unitName,
        officer: officer === undefined ? null : { accountId: officer.accountId, name: officer.name, since: officer.namedAt.toString() },
        state: stateOf({
          officer,
          signedNow: review !== undefined,
          signedBefore: signedOf(unitId, before.name) !== undefined,
          quarterFrom: now.first.toZonedDateTime(zone).toInstant(),
        }),
        dueOn: now.last.toString(),
        signedAt: review?.signedAt.toString() ?? null,
        asked: (asked.get(unitId) ?? []).map((grant) => ({
          grantId: grant.grantId,
          accountId: grant.accountId,
          accountName: grant.accountName,
          role: grant.role,
          unitName: grant.unitName,
        })),
      }
    })
    return accept({ items })
  })

/** A person of the unit, of the administration's own staff. @clause 20-mechanism */
export const nameOfficer = (call: Call<Routes['nameOfficer']>, app: App): Promise<Decision<{ accountId: string; name: string }>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const { unitId } = call.params
    if (!(await isUnitInForce(tx, unitId, call.at))) return refuse({ code: 'account.unit-unknown' })
    const account = await findAccountOfLogin(tx, call.body.login)
    if (account === undefined) return refuse({ code: 'account.not-found' })
    const below = await subtreeOf(tx, [unitId])
    const held = (await grantsOf(tx, [account.accountId], call.at)).filter((grant) => grant.inForce && below.includes(grant.unitId))
    if (account.disabledAt !== null || account.outsourced || held.length === 0) return refuse({ code: 'account.officer-unfit' })
    await putOfficer(tx, app, { unitId, accountId: account.accountId, by: call.actor.accountId ?? '' })
    await writeAudit(tx, app, { action: 'account.name-officer', subjectIds: [account.accountId], facts: [unitId] })
    return accept({ accountId: account.accountId, name: account.name })
  })
