import type { OwnReview, accountRoutes } from '@open12345/contract/account'
import { decideReview, quarterOf } from '@open12345/domain/authority'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import type { App } from '../../../app.ts'
import { once } from '../../../db/idempotency.ts'
import { asActor, decideAs } from '../../../db/transaction.ts'
import type { Call } from '../../../http/call.ts'
import { writeAudit } from '../../audit/index.ts'
import { unitNames } from '../../organisation/index.ts'
import { officerUnits } from './officers.ts'
import { grantsBelow, insertReview, signedReviews, type UnitGrant } from './reviews.ts'

type Routes = typeof accountRoutes
const zone = 'Asia/Shanghai'
export const quarterAt = (at: Temporal.Instant) => quarterOf(at.toZonedDateTimeISO(zone).toPlainDate())

const viewOf = ({ from, to, ...grant }: UnitGrant, officerId: string): OwnReview['grants'][number] => ({
  ...grant,
  from: from.toString(),
  to: to?.toString() ?? null,
  isOwn: grant.accountId === officerId,
})

/** Empty for whoever is nobody's security officer. */
export const listOwnReviews = async (
  { session, at }: Call<Routes['listOwnReviews']>,
  app: App,
): Promise<Decision<{ items: OwnReview[] }>> => {
  if (session === undefined) return refuse({ code: 'access.not-signed-in' })
  if (session.roles.length === 0) return refuse({ code: 'access.not-entitled' })
  const { name: quarter, last } = quarterAt(at)
  return asActor(app.database, session.actor, async (tx) => {
    const units = await officerUnits(tx, session.accountId, at)
    const [names, signed] = [await unitNames(tx, units), await signedReviews(tx, [quarter])]
    const items: OwnReview[] = []
    for (const unitId of units) {
      const grants = (await grantsBelow(tx, unitId, at)).map((grant) => viewOf(grant, session.accountId))
      const signedAt = signed.find((review) => review.unitId === unitId)?.signedAt.toString() ?? null
      items.push({ unitId, unitName: names.get(unitId) ?? unitId, quarter, dueOn: last.toString(), signedAt, grants })
    }
    return accept({ items })
  })
}

/** What the officer asks is done by the security administrator; their own grants are for that one to look at. @clause 20-mechanism */
export const signReview = async (call: Call<Routes['signReview']>, app: App): Promise<Decision<{ signedAt: string }>> => {
  const { session, at, params, body } = call
  if (session === undefined) return refuse({ code: 'access.not-signed-in' })
  if (session.roles.length === 0) return refuse({ code: 'access.not-entitled' })
  const { accountId, actor } = session
  const { unitId } = params
  return decideAs(app.database, actor, async (tx) => {
    const signed = await once(tx, { ...call, actor }, async () => {
      const quarter = quarterAt(at).name
      const asked = (await grantsBelow(tx, unitId, at)).filter((grant) => grant.accountId !== accountId)
      const decision = decideReview({
        byOfficer: (await officerUnits(tx, accountId, at)).includes(unitId),
        isCurrent: body.quarter === quarter,
        signedAlready: (await signedReviews(tx, [quarter])).some((review) => review.unitId === unitId),
        asked: asked.map(({ grantId }) => grantId),
        judged: body.verdicts.map(({ grantId }) => grantId),
      })
      if (!decision.ok) return decision
      if (!(await insertReview(tx, app, { ...body, unitId, accountId }))) return refuse({ code: 'account.review-signed' })
      const revoked = body.verdicts.filter(({ verdict }) => verdict === 'revoke').map(({ grantId }) => grantId)
      await writeAudit(tx, app, { action: 'account.review', subjectIds: revoked, facts: [unitId, quarter], words: body.sentence })
      return accept({ signedAt: at.toString() })
    })
    return signed.ok ? accept({ signedAt: signed.value.ids.signedAt }) : signed
  })
}
