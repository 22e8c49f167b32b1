import type { catalogueRoutes, CatalogueFindingView } from '@open12345/contract/catalogue'
import type { RouteOutput } from '@open12345/contract/kernel'
import type { Finding } from '@open12345/domain/catalogue'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { newId } from '../../db/ids.ts'
import { once } from '../../db/idempotency.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Call } from '../../http/call.ts'
import { writeAudit } from '../audit/index.ts'
import { instantText } from './present.ts'

type Routes = typeof catalogueRoutes

type Dismissal = { readonly key: string; readonly by: string; readonly at: Temporal.Instant; readonly reason: string }

/** The newest of each finding. */
export const dismissals = async (tx: Tx): Promise<ReadonlyMap<string, Dismissal>> => {
  const { rows } = await sql<Dismissal>`
    select distinct on (1) d.subject || ' ' || d.place_code || ' ' || d.from_unit_id || ' ' || d.to_unit_id as key, a.name as by,
      d.dismissed_at as at, d.reason
    from catalogue_dismissal d join account a on a.authority_id = d.authority_id and a.account_id = d.dismissed_by
    where d.authority_id = app.authority()
    order by 1, d.dismissed_at desc`.execute(tx)
  return new Map(rows.map((row) => [row.key, row]))
}

export const dismissedView = (
  put: ReadonlyMap<string, Dismissal>,
  { subject, placeCode, from, to, newestAt }: Finding,
): CatalogueFindingView['dismissed'] => {
  const dismissal = put.get([subject, placeCode, from, to].join(' '))
  if (dismissal === undefined) return null
  const { by, at, reason } = dismissal
  return { by, at: instantText(at), reason, again: Temporal.Instant.compare(Temporal.Instant.from(newestAt), at) > 0 }
}

/** Stays away until something newer says it again. */
export const dismissCatalogueFinding = (
  call: Call<Routes['dismissCatalogueFinding']>,
  app: App,
): Promise<Decision<RouteOutput<Routes['dismissCatalogueFinding']>>> =>
  decideAs(app.database, call.actor, async (tx) => {
    const done = await once(tx, call, async () => {
      const { subject, placeCode, fromUnitId, toUnitId, reason } = call.body
      const dismissalId = newId(call.at)
      const kept = await sql`
        insert into catalogue_dismissal (authority_id, dismissal_id, subject, place_code, from_unit_id, to_unit_id, reason, dismissed_by, dismissed_at)
        select app.authority(), ${dismissalId}::uuid, ${subject}, p.code, f.unit_id, t.unit_id, ${reason}, ${call.actor.accountId ?? ''}::uuid, ${call.at}
        from place p, unit f, unit t
        where p.authority_id = app.authority() and p.code = ${placeCode} and f.authority_id = p.authority_id and f.unit_id = ${fromUnitId}
          and t.authority_id = p.authority_id and t.unit_id = ${toUnitId}`.execute(tx)
      if (kept.numAffectedRows !== 1n) return refuse({ code: 'catalogue.finding-unknown' })
      await writeAudit(tx, app, {
        action: 'catalogue.dismiss',
        subjectIds: [dismissalId],
        facts: [subject, placeCode, fromUnitId, toUnitId],
      })
      return accept({ dismissalId })
    })
    return done.ok ? accept(done.value.ids) : done
  })
