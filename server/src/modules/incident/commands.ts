import type { z } from 'zod'
import { incidentRoutes as routes, type IncidentView } from '@open12345/contract/incident'
import { openIncident, whileOpen } from '@open12345/domain/incident'
import { accept, refuse, type Decision } from '@open12345/domain/kernel'
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { once } from '../../db/idempotency.ts'
import { newId } from '../../db/ids.ts'
import { decideAs, type Tx } from '../../db/transaction.ts'
import type { Asking } from '../../http/call.ts'
import { mount, type Endpoint } from '../../http/mount.ts'
import { writeAudit } from '../audit/index.ts'
import { loadOrder } from '../work-order/index.ts'
import { incidentViews } from './present.ts'
import { factsOf, findRow, heldRow, isOpenedFrom } from './store.ts'

type Named = { readonly incidentId: string }

/** One step, once for its key, with its audit record; the answer is read afresh. */
const taken = async (
  app: App,
  asked: Asking,
  action: string,
  work: (tx: Tx) => Promise<Decision<Named>>,
): Promise<Decision<IncidentView>> =>
  decideAs(app.database, asked.actor, async (tx) => {
    const done = await once(tx, asked, async () => {
      const worked = await work(tx)
      if (worked.ok) await writeAudit(tx, app, { action, subjectIds: [worked.value.incidentId] })
      return worked
    })
    if (!done.ok) return done
    const row = await findRow(tx, done.value.ids.incidentId)
    const [view] = row === undefined ? [] : await incidentViews(tx, asked.actor, [row])
    return view === undefined ? refuse({ code: 'incident.unknown' }) : accept(view)
  })

type Opening = z.output<NonNullable<typeof routes.openIncident.body>>

const open = async (tx: Tx, { actor, at }: Asking, { mainOrderId, title, notice, readyAnswer }: Opening): Promise<Decision<Named>> => {
  const opened = openIncident((await loadOrder(tx, mainOrderId))?.order)
  if (!opened.ok) return opened
  if (await isOpenedFrom(tx, mainOrderId)) return refuse({ code: 'incident.already', clause: '12-4a' })
  const incidentId = newId(at)
  const { subject, place } = opened.value
  const inserted = await sql`
    insert into incident (authority_id, incident_id, title, subject, county, township, main_order_id, notice_text, ready_answer, opened_at, opened_by)
    values (${actor.authorityId}, ${incidentId}, ${title}, ${subject}, ${place.county}, ${place.township}, ${mainOrderId}, ${notice},
      ${readyAnswer}, ${at}, ${actor.accountId ?? null}) on conflict do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n ? accept({ incidentId }) : refuse({ code: 'incident.already', clause: '12-4a' })
}

/** 第十二条（四） 开立、发布、结束. Each is an audit record of who did it. @clause 12-4a */
export const commandEndpoints: readonly Endpoint[] = [
  mount(routes.openIncident, (call, app) => taken(app, call, 'incident.open', (tx) => open(tx, call, call.body))),
  mount(routes.publishNotice, (call, app) =>
    taken(app, call, 'incident.publish', async (tx) => {
      const { incidentId } = call.params
      const held = whileOpen(factsOf(await heldRow(tx, incidentId)))
      if (!held.ok) return held
      await sql`update incident set notice_text = ${call.body.notice}, ready_answer = ${call.body.readyAnswer}
        where authority_id = app.authority() and incident_id = ${incidentId}`.execute(tx)
      return accept({ incidentId })
    }),
  ),
  mount(routes.endIncident, (call, app) =>
    taken(app, call, 'incident.end', async (tx) => {
      const { incidentId } = call.params
      const held = whileOpen(factsOf(await heldRow(tx, incidentId)))
      if (!held.ok) return held
      await sql`update incident set over_at = ${call.at}, final_answer = ${call.body.answer}
        where authority_id = app.authority() and incident_id = ${incidentId}`.execute(tx)
      return accept({ incidentId })
    }),
  ),
]
